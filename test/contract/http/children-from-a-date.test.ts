import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { publish } from '../../../runtime-api/src/definitions/publish.ts';
import { ComplaintOffice, definitions } from './complaint-office.ts';
import { TestServer } from './running-server.ts';

jest.setTimeout(60_000);
let server: TestServer;
let office: ComplaintOffice;
beforeAll(async () => {
  server = await TestServer.open();
  office = await ComplaintOffice.open(server);
});
afterAll(() => server.close());

const minute = 60_000;

test('a review that a complaint asks for takes the version of its own procedure that is in force when it begins', async () => {
  const escalation = definitions.find(({ id }) => id === 'escalation');
  if (!escalation) throw new Error('no review');
  const { id: organisation } = (await office.as('Hela').get('/organisation')).body;
  const next = { ...escalation, title: { ...escalation.title, en: 'Review from ten past' } };
  const validFrom = new Date(server.clock.now() + 10 * minute).toISOString();
  expect(await publish({ organisation, definition: next, validFrom }, server.running.office.ports)).toMatchObject({ version: 2 });
  const reviewOf = async (complaint: string) => {
    await office.does(complaint, ['reject', { as: 'Hugo', for: 'Ada', values: { objection: 'It was hail' } }]);
    return await office.view(await office.child(complaint));
  };
  const [early, late] = [await office.rejectedComplaint(), await office.rejectedComplaint()];
  expect(await reviewOf(early)).toMatchObject({ definition: 'escalation', definitionVersion: 1 });
  await server.pass(10 * minute);
  expect(await reviewOf(late)).toMatchObject({
    definition: 'escalation',
    definitionVersion: 2,
    definitionTitle: { en: 'Review from ten past' },
  });
});

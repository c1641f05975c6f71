import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ComplaintOffice } from './complaint-office.ts';
import { TestServer } from './running-server.ts';

jest.setTimeout(60_000); // Every employee joins with a password.
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

test('a task whose step has a priority carries it in the list, as it was when the task opened', async () => {
  const office = await ComplaintOffice.open(server);
  const priorities: { readonly [step: string]: number }[] = [];
  const look = async (id: string) => {
    const { rows } = (await office.as('Hela').post('/tasks/search', { case: id })).body;
    priorities.push(Object.fromEntries(rows.map(({ step, priority }: { step: string; priority: number }) => [step, priority])));
  };
  const id = await office.lodged();
  await look(id);
  await office.does(id, ['assessed', { as: 'Hugo', values: { severity: 2 } }]);
  await look(id);
  const { priority } = await office.fields(id);
  expect(priorities).toEqual([{ assessing: undefined }, { investigating: priority }]);
  expect(priority).toEqual(expect.any(Number));
});

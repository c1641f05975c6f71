import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer, Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
}, 30_000);
afterAll(() => server.close());
const match = (revision: number) => ({ 'If-Match': `"${revision}"` });
const known = async (who: Browser) => (await who.get('/people?limit=100')).body.rows;

test('of twelve who are given one address as their way in at once, one is there, and the others are not', async () => {
  const before = (await known(admin)).length;
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => admin.post('/people', { name: `Twin ${index}`, email: 'twin@example.org', invite: true })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(409)]);
  expect((await known(admin)).length).toBe(before + 1);
  const { body } = answers.find(({ status }) => status === 201) ?? { body: {} };
  expect((await server.browser().post('/join', { code: body.invitation.code, password: 'a long enough password' })).status).toBe(200);
});

interface Row {
  readonly id: string;
  readonly revision: number;
}
type Leaves = (who: Browser, row: Row) => Promise<Answer>;
const rowOf = async (who: Browser): Promise<Row> => (await who.get('/session')).body.person;

test.each<[string, Leaves]>([
  ['give up the right', (who, { id, revision }) => who.patch(`/people/${id}`, { rights: [], name: 'Changed' }, match(revision))],
  ['shut themselves out', (who, { id, revision }) => who.post(`/people/${id}/disabling`, undefined, match(revision))],
])('of two administrators who %s at once, at least one stays what he was', async (what, leaves) => {
  const word = what.replaceAll(' ', '-');
  const one = await founded(server, { name: what, email: `${word}@example.org`, first: false });
  const other = (await staff(server, one, { name: `Bea ${word}`, rights: ['administrator'] })).browser;
  const organisation = (await one.get('/organisation')).body.id;
  const both = [one, other];
  const rows = await Promise.all(both.map(rowOf));
  const answers = await Promise.all(rows.map((row, index) => leaves(both[index] ?? one, row)));
  expect(answers.map(({ status, body }) => body.code ?? status)).toContain('last-administrator');
  const left = await server.running.office.desk.models.persons.find({ organisation, rights: 'administrator', signIn: 'active' }).lean();
  expect(left.length).toBeGreaterThan(0);
  for (const { name } of left) expect(name).not.toBe('Changed');
});

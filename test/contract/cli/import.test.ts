import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importTable } from '../../../runtime-api/src/cli/import.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { collectionHashes } from '../../tools/collection-hashes.ts';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded } from '../http/world.ts';
import { redress, settingsOf } from './run-command.ts';

/** A page of a spreadsheet with the traps of real ones: line breaks in cells, an id like a formula, empty cells. */
const table = `Id,Got it,Subject,Story,How,Age
C-1,02/28/2026,Late parcel,"It came
on Friday",Web,44
-C2,02/27/2026,Broken cup,,Post,
C-3,01/05/2026,Rude answer,Somebody shouted,N/A,
`;
const map = {
  key: 'Id',
  receivedAt: { column: 'Got it', format: 'MM/DD/YYYY' },
  fields: {
    description: { columns: ['Subject', 'Story'], join: ': ' },
    productOrService: { column: 'Subject' },
    contact: { value: 'ada@example.org' },
    channel: { column: 'How', values: { Web: 'web', Post: 'letter', 'N/A': null } },
    receivedAt: { column: 'Got it', format: 'MM/DD/YYYY' },
  },
};

let server: TestServer;
let admin: Browser;
let file = '';
let mapFile = '';
const place = (name: string) => join(server.home, name);
const write = async (name: string, text: string) => {
  await writeFile(place(name), text);
  return place(name);
};
const hashes = () => collectionHashes({ store: server.running.store, models: server.running.office.desk.models });
const sizeOf = (model: { countDocuments: (filter: object) => object }) => sweep(model.countDocuments({}), 'verify');
const counted = async () => {
  const { rows } = (await admin.post('/cases/search', { limit: 100 })).body;
  return rows.length;
};

beforeAll(async () => {
  server = await TestServer.open('2026-03-02T09:00:00.000Z');
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  file = await write('old.csv', table);
  mapFile = await write('map.json', JSON.stringify(map));
});
afterAll(() => server.close());

const history = (...more: string[]) => redress(server, 'import', file, '--process', 'starter', '--map', mapFile, ...more);

describe('tables as programs save them', () => {
  const rows = [
    'C-9,02/28/2026,"Late, again",It came,Web,44',
    'C-8,02/27/2026,"Broken "cup",,Post,',
    'C-7,01/05/2026,Rude,Zażółć,N/A,',
    'C-6,2026/05/01,,,,',
  ];
  const saved = async (name: string, text: string | Buffer) => {
    await writeFile(place(name), text);
    return redress(server, 'import', place(name), '--process', 'starter', '--map', mapFile, '--dry-run');
  };
  const heading = 'Id,Got it,Subject,Story,How,Age';

  test('a row that breaks off is told with its line, the others are read', async () => {
    const told = await saved('broken.csv', `${[heading, '', ...rows.slice(0, 3), '', rows[3]].join('\n')}\n`);
    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('4 rows: 2 would be entered, 0 already there, 2 refused.') });
    expect(await readFile(place('broken.errors.csv'), 'utf8')).toMatch(/"7","C-6",/);
    expect(await readFile(place('broken.errors.csv'), 'utf8')).toMatch(/"4","","not a row of this table: Invalid Closing Quote/);
  });

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('%s between the cells, with a byte order mark', async (name, delimiter) => {
    const good = [heading, rows[0], rows[2]].map((row) => row?.replaceAll(/,(?! )/g, delimiter)).join('\r\n');
    expect(await saved(`${name}.csv`, `\ufeff${good}\r\n`)).toMatchObject({ code: 0, text: expect.stringContaining('2 would be entered') });
  });

  test('letters of another encoding, and nothing at all, are refused before the first row, with the line and the repair', async () => {
    const latin2 = Buffer.concat([
      Buffer.from(`${heading}\n${rows[0]}\nC-6,01/05/2026,Rude,Za`),
      Buffer.from([0xbf, 0xf3, 0xb3, 0xe6]),
      Buffer.from(',N/A,\n'),
    ]);
    const refused = await saved('latin2.csv', latin2);
    expect(refused).toMatchObject({ code: 66, text: expect.stringMatching(/line 3 is not UTF-8\. Save the table as "CSV UTF-8"/) });
    const twice = await saved('twice.csv', `${heading},Story\n${rows[0]},Another\n`);
    expect(twice).toMatchObject({ code: 1, text: expect.stringContaining('a column that the file has more than once: "Story"') });
    expect(await saved('empty.csv', '')).toMatchObject({ code: 66, text: expect.stringContaining('no heading in its first line') });
  });
});

describe('cases of the past', () => {
  test('a dry run says what would happen and changes nothing', async () => {
    const before = await hashes();
    const told = await history('--dry-run');
    expect(told).toMatchObject({ code: 0, text: '3 rows: 3 would be entered, 0 already there, 0 refused.' });
    expect(await hashes()).toEqual(before);
  });

  test('each row is a case with the status "imported", found by its words and its key, and nothing follows from it', async () => {
    expect(await history('--json')).toMatchObject({ code: 0, json: { rows: 3, entered: 3, known: 0, refused: 0, mode: 'history' } });
    await server.idle();
    const { rows } = (await admin.post('/cases/search', { text: 'friday', status: ['imported'] })).body;
    expect(rows).toMatchObject([{ title: 'Late parcel: It came', status: 'imported', receivedAt: '2026-02-27T23:00:00.000Z' }]);
    expect((await admin.post('/cases/search', { text: 'c2' })).body.rows).toMatchObject([{ businessKey: '-C2' }]);
    const seen = (await admin.get(`/cases/${rows[0].id}`)).body;
    expect(seen).toMatchObject({ status: 'imported', steps: [], channel: 'web' });
    const { store } = server.running;
    for (const model of [store.tasks, store.effects, store.letters, store.inbox]) expect(await sizeOf(model)).toBe(0);
    expect((await admin.get(`/cases/${rows[0].id}/timeline`)).body.rows).toMatchObject([
      { event: 'case.imported', service: 'import', letters: [], to: [] },
    ]);
    expect(await redress(server, 'verify')).toMatchObject({ code: 0, text: expect.stringContaining('nothing stuck') });
  });

  test('the same file again changes nothing', async () => {
    const before = await hashes();
    expect(await history('--json')).toMatchObject({ code: 0, json: { entered: 0, known: 3, refused: 0 } });
    expect(await hashes()).toEqual(before);
  });

  test('rows that cannot be entered are told by line, key and reason; the others are entered', async () => {
    const bad = await write(
      'bad.csv',
      `Id,Got it,Subject,Story,How,Age
B-1,02/30/2026,No such day,,Web,1
,02/27/2026,No key,,Web,1
B-3,02/27/2026,"Two
lines",,Web,1
B-3,02/27/2026,The same key,,Web,1
=B4,02/27/2027,From the future,,Web,1
B-5,02/27/2026,A channel nobody knows,,Pigeon,1
C-1,02/28/2026,Late parcel,Another story,Web,44
B-7,02/27/2026
`,
    );
    const told = await redress(server, 'import', bad, '--process', 'starter', '--map', mapFile);
    expect(told.code).toBe(1);
    expect(told.text).toBe(`8 rows: 1 entered, 0 already there, 7 refused.\nWhich rows and why: ${place('bad.errors.csv')}`);
    const lines = (await readFile(place('bad.errors.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(lines.sort()).toEqual(
      [
        'line,key,reason',
        '"2","B-1","""02/30/2026"" in ""Got it"" is not a date written as MM/DD/YYYY"',
        '"3","","the key column ""Id"" is empty"',
        '"6","B-3","the same key as in line 4"',
        '"7","\'=B4","received in the future: 2027-02-26T23:00:00.000Z"',
        '"8","B-5","field channel: enum {""allowedValues"":[""web"",""phone"",""letter"",""in-person"",""email""]}"',
        '"9","C-1","this key was imported before with other values; the case stays as it was"',
        '"10","","not a row of this table: Invalid Record Length: columns length is 6, got 2 on line 10"',
      ].sort(),
    );
  });
});

describe('a map that does not fit', () => {
  const withMap = async (wrong: object) =>
    redress(server, 'import', file, '--process', 'starter', '--map', await write('wrong.json', JSON.stringify(wrong)));

  test('is told with place and repair, all problems at once', async () => {
    const told = await withMap({
      key: '',
      receivedAt: { column: 'Got it', format: 'days' },
      fields: { contact: { column: 'Id', value: 1 }, note: {} },
      more: 1,
    });
    expect(told.code).toBe(1);
    expect(told.text.split('\n').map((line) => line.slice(place('wrong.json').length + 1))).toEqual([
      '/more is not known: "more". It needs only key, receivedAt, fields.',
      '/key is of another kind. It needs the name of the column that holds the id of each row.',
      '/receivedAt/format cannot be read as a date format: "days". It needs ISO, or a pattern of YYYY, MM, DD, HH, mm, ss, e.g. YYYY-MM-DD or MM/DD/YYYY HH:mm.',
      '/fields/contact has more than one source: column, value. It needs exactly one of column, columns (with join), value.',
      '/fields/note has no source. It needs exactly one of column, columns (with join), value.',
    ]);
  });

  test('names columns and fields that are not there, and what was probably meant', async () => {
    const told = await withMap({ ...map, fields: { descripton: { column: 'Subjekt' } } });
    expect(told.code).toBe(1);
    expect(told.text).toContain(
      '/fields/descripton/column names a column that the file does not have: "Subjekt". Did you mean "Subject"? It needs one of the columns Id · Got it',
    );
    expect(told.text).toContain(
      '/fields/descripton names a field that the procedure does not have: "descripton". Did you mean "description"?',
    );
  });

  test('an unknown procedure, file, map or mode is told', async () => {
    const none = await redress(server, 'import', file, '--process', 'complaints', '--map', mapFile);
    expect(none).toMatchObject({
      code: 1,
      text: 'There is no published procedure "complaints". Known: complaint · dispute · escalation · starter.',
    });
    expect(await redress(server, 'import', 'none.csv', '--process', 'starter', '--map', mapFile)).toMatchObject({ code: 66 });
    expect(await redress(server, 'import', file, '--process', 'starter', '--map', 'none.json')).toMatchObject({ code: 66 });
    expect(await history('--mode', 'past')).toMatchObject({ code: 64 });
    expect(await redress(server, 'import', file)).toMatchObject({
      code: 64,
      text: expect.stringContaining("'--process <id>' not specified"),
    });
  });
});

describe('live cases', () => {
  const liveTable = `Id,Got it,Subject,Story,How,Age\nL-1,12/01/2025,Late parcel,Months ago,Web,1\nL-2,03/02/2026,Broken cup,Today,Post,1\n`;
  const wish = async () => ({
    file: await write('live.csv', liveTable),
    process: 'starter',
    mapFile,
    mode: 'live' as const,
    dryRun: false,
    yes: false,
  });
  const bill = '2 cases would begin in "starter": 3 letters would go at once, and 2 deadlines are past already.';

  test('begin only after it was said how many letters go and how many deadlines are past, and somebody agreed', async () => {
    const before = await counted();
    const told = await redress(server, 'import', (await wish()).file, '--process', 'starter', '--map', mapFile, '--mode', 'live');
    expect(told).toMatchObject({ code: 64, text: `${bill}\nNothing was entered. Add --yes to begin them.` });
    const asked: string[] = [];
    const no = await importTable(settingsOf(server), await wish(), {
      progress: false,
      ask: async (text) => (asked.push(text) > 0 ? 'no' : ''),
    });
    expect(no).toMatchObject({ code: 64, lines: ['Nothing was entered.'] });
    expect(asked).toEqual([`${bill}\nBegin them? Type yes: `]);
    expect(await counted()).toBe(before);
  });

  test('begin at the date of receipt: what is late already is late at once, and exactly the letters that were told go out', async () => {
    const yes = await importTable(settingsOf(server), await wish(), { progress: false, ask: async () => 'yes' });
    expect(yes).toMatchObject({ code: 0, facts: { entered: 2, letters: 3, overdue: 2 } });
    await server.idle();
    const { rows } = (await admin.post('/cases/search', { status: ['active'], sort: 'received' })).body;
    expect(rows.map((row: { receivedAt: string }) => row.receivedAt)).toEqual(['2026-03-01T23:00:00.000Z', '2025-11-30T23:00:00.000Z']);
    expect(await sizeOf(server.running.store.letters)).toBe(3);
    expect((await admin.post('/tasks/search', {})).body.rows).toHaveLength(2);
    const again = await importTable(settingsOf(server), await wish(), { progress: false });
    expect(again).toMatchObject({ code: 0, facts: { entered: 0, known: 2 } });
  });
});

test('without a running server the command opens the store itself', async () => {
  await server.running.stop();
  expect(await history('--json')).toMatchObject({ code: 0, json: { entered: 0, known: 3 } });
  const added = await redress(server, 'organisation', 'add', 'Blue Bank', '--json');
  expect(added).toMatchObject({ code: 0, json: { name: 'Blue Bank', code: expect.stringMatching(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$/) } });
});

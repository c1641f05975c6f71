import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore, type Store } from '../../../runtime-api/src/store/store.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { removeHome, wireDatabase } from '../../wire-database.ts';

interface Started {
  readonly commandName: string;
  readonly command: { readonly writeConcern?: object; readonly $readPreference?: object; readonly readConcern?: object };
}
let home = '';
let store: Store;
const sent: Started[] = [];
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'redress-wire-'));
  const uri = wireDatabase(home) ?? '';
  // An address that asks for less than we need.
  const careless = 'w=0&journal=false&readPreference=secondaryPreferred&monitorCommands=true';
  store = await openStore({ uri: `${uri}${uri.includes('?') ? '&' : '?'}${careless}`, home });
  store.connection.getClient().on('commandStarted', (started) => sent.push(started as Started));
});
afterAll(async () => {
  await store.close();
  await removeHome(home);
});

test('every write waits for the majority and its journal, every read goes to the primary, whatever the address says', async () => {
  const row = { _id: 'a:s', organisation: 'a', last: 1 };
  await store.counters.create(row);
  await store.counters.insertMany([{ ...row, _id: 'a:t' }]);
  await store.counters.updateOne({ organisation: 'a', _id: 'a:s' }, { $set: { last: 2 } });
  await store.counters.findOneAndUpdate({ organisation: 'a', _id: 'a:s' }, { $inc: { last: 1 } });
  await store.counters.deleteOne({ organisation: 'a', _id: 'a:t' });
  expect(await store.counters.findOne({ organisation: 'a', _id: 'a:s' }).lean()).toMatchObject({ last: 3 });
  expect(await sweep(store.counters.countDocuments({}), 'metrics')).toBe(1);
  const writes = sent.filter(({ commandName }) => ['insert', 'update', 'findAndModify', 'delete'].includes(commandName));
  expect(writes.map(({ commandName }) => commandName)).toEqual(['insert', 'insert', 'update', 'findAndModify', 'delete']);
  for (const { command } of writes) expect(command.writeConcern).toMatchObject({ w: 'majority', j: true });
  const reads = sent.filter(({ commandName }) => ['find', 'aggregate'].includes(commandName));
  expect(reads).toHaveLength(2);
  for (const { command } of reads) expect(command.$readPreference ?? { mode: 'primary' }).toEqual({ mode: 'primary' });
});

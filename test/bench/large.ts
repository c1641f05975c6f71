import { BenchServer } from './bench-server.ts';
import { atMost, type Figure, median, told } from './figures.ts';
import { pause } from './in-process.ts';
import { measured } from './procedure.ts';
import type { Sizes } from './sizes.ts';

const pages = {
  'list of cases, newest first': { path: '/cases/search', body: { sort: 'updated', limit: 50 } },
  'list of cases, by due date, running ones': { path: '/cases/search', body: { sort: 'due', status: ['active'], limit: 50 } },
  'search by a word of 100 cases': { path: '/cases/search', body: { text: 'word777', limit: 50 } },
  'inbox: what waits for my roles': { path: '/tasks/search', body: { scope: 'queue', limit: 50 } },
} as const;

/** A store full of cases that sleep: what they cost while nothing happens, in memory, and when people open their lists. */
export async function large(sizes: Sizes): Promise<readonly Figure[]> {
  const [few, many] = sizes.cases;
  const server = await BenchServer.open();
  await server.send('POST', '/cases', {
    definition: measured.id,
    channel: 'phone',
    receivedAt: new Date().toISOString(),
    values: { text: 'The parcel came late' },
  });
  await pause(3_000);
  await server.ask({ do: 'fill', from: 0, to: few });
  const before = await memory(server);
  await server.ask({ do: 'fill', from: few, to: many });
  const after = await memory(server);
  const growth = ((after - before) / before) * 100;
  const figures = [
    { ...atMost(`memory after GC, ${many} cases against ${few}: growth`, [growth], 20, ' %'), measured: `${growth.toFixed(1)} %` },
    told('memory after GC (heap and buffers)', `${megabytes(before)} and ${megabytes(after)}`),
    ...(await asleep(server, sizes)),
  ];
  for (const [name, page] of Object.entries(pages))
    figures.push(...(await look(server, `${name}, ${many} cases`, { ...page, looks: sizes.looks })));
  await server.stop();
  return figures;
}

/** After every list was opened, as caches belong to the cost. */
async function memory(server: BenchServer): Promise<number> {
  for (const { path, body } of Object.values(pages)) for (let n = 0; n < 5; n += 1) await server.send('POST', path, body);
  await pause(1_000);
  return Number(await server.ask({ do: 'memory' }));
}

async function asleep(server: BenchServer, sizes: Sizes): Promise<readonly Figure[]> {
  await pause(3_000);
  const before = await server.count();
  await pause(sizes.sleepingMs);
  const after = await server.count();
  const seconds = sizes.sleepingMs / 1000;
  const queries = (after.queries - before.queries) / seconds;
  const cpu = ((after.cpuMs - before.cpuMs) / sizes.sleepingMs) * 100;
  const name = `${sizes.cases[1]} sleeping cases`;
  return [
    { ...atMost(`${name}: store queries a second`, [queries], 3), measured: queries.toFixed(2) },
    { ...atMost(`${name}: CPU`, [cpu], 2, ' %'), measured: `${cpu.toFixed(2)} %` },
  ];
}

/** Everything the store looked at for one page, who asks and whose cases they are included, against the rows the page shows. */
async function look(
  server: BenchServer,
  name: string,
  page: { readonly path: string; readonly body: object; readonly looks: number },
): Promise<readonly Figure[]> {
  const ratios: number[] = [];
  const milliseconds: number[] = [];
  for (let n = 0; n < page.looks; n += 1) {
    const before = await server.count();
    const from = performance.now();
    const { rows } = await server.send('POST', page.path, page.body);
    milliseconds.push(performance.now() - from);
    const after = await server.count();
    if (!Array.isArray(rows) || rows.length === 0) throw new Error(`${name} shows nothing`);
    ratios.push((after.examined - before.examined) / rows.length);
  }
  return [atMost(`${name}: examined ÷ shown`, ratios, 3), told(`${name}: time`, `${median(milliseconds).toFixed(1)} ms`)];
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

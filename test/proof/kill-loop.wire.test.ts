import { expect, test } from '@jest/globals';
import { chanceOf } from './chance.ts';
import { tell } from './figures.ts';
import { campaign } from './kill-loop/campaign.ts';
import { judged } from './kill-loop/judged.ts';
import { killPoints } from './kill-loop/kill-points.ts';
import { openStoreServer } from './kill-loop/store-server.ts';
import { seedOf, sizeOf } from './sizes.ts';

test('three servers on one store are killed again and again, and so is the store: nothing is lost, nothing done twice, nobody repairs anything', async () => {
  const seed = seedOf();
  const server = await openStoreServer(sizeOf('storeKills'));
  const done = await campaign({
    chance: chanceOf(seed),
    processes: 3,
    calm: sizeOf('wireKillLoopCalm'),
    cases: sizeOf('wireKillLoopCases'),
    killsPerPoint: sizeOf('killsPerPoint'),
    randomKills: sizeOf('killsAtRandom'),
    server,
  });
  const verdict = await judged(done);
  tell(`kill loop, three processes on ${server.name}`, { seed, ...verdict.figures });
  await done.store.close();
  await done.remove();
  await server.stop();
  expect({ seed, wrong: verdict.wrong }).toEqual({ seed, wrong: [] });
  for (const point of killPoints) expect(done.deaths.filter(({ at }) => at === point)).toHaveLength(sizeOf('killsPerPoint'));
  expect(done.outages).toHaveLength(sizeOf('storeKills'));
}, 3_600_000);

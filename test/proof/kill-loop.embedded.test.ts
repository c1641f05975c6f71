import { expect, test } from '@jest/globals';
import { chanceOf } from './chance.ts';
import { tell } from './figures.ts';
import { campaign } from './kill-loop/campaign.ts';
import { judged } from './kill-loop/judged.ts';
import { killPoints } from './kill-loop/kill-points.ts';
import { seedOf, sizeOf } from './sizes.ts';

test('a server that is killed again and again loses nothing, does nothing twice, and nobody has to repair anything', async () => {
  const seed = seedOf();
  const done = await campaign({
    chance: chanceOf(seed),
    processes: 1,
    calm: sizeOf('killLoopCalm'),
    cases: sizeOf('killLoopCases'),
    killsPerPoint: sizeOf('killsPerPoint'),
    randomKills: sizeOf('killsAtRandom'),
  });
  const verdict = await judged(done);
  tell('kill loop, one process on the embedded store', { seed, ...verdict.figures });
  await done.store.close();
  await done.remove();
  expect({ seed, wrong: verdict.wrong }).toEqual({ seed, wrong: [] });
  for (const point of killPoints) expect(done.deaths.filter(({ at }) => at === point)).toHaveLength(sizeOf('killsPerPoint'));
}, 3_600_000);

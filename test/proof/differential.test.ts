import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blueprints, scripts } from './differential/blueprint.ts';
import { definitionOf, inputOf } from './differential/definition-of.ts';
import { divergences } from './differential/divergences.ts';
import { duel } from './differential/duel.ts';
import { mended } from './differential/mend.ts';
import { seedOf, size, sizeOf } from './sizes.ts';

/** What random pairs must do, each in at least one of twenty. `raise`: the vocabulary has none; the ends of stages are raised, and a case may write to itself. */
const features = ['parallel', 'history', 'always', 'after', 'raise', 'task', 'case', 'letter', 'service'];

class Count extends Map<string, number> {
  add(name: string): void {
    this.set(name, (this.get(name) ?? 0) + 1);
  }
}

test('whatever the definition and whatever happens, a case that is text between any two events does what a living actor does', () => {
  const seed = seedOf();
  const [seen, explained] = [new Count(), new Count()];
  let [pairs, unusable, moves] = [0, 0, 0];
  const alike = fc.property(blueprints, scripts, (blueprint, script) => {
    const compiled = mended(definitionOf(blueprint));
    if (!compiled) return void unusable++;
    pairs++;
    const pair = { compiled, input: inputOf(blueprint), moves: script };
    const fought = duel(compiled, pair.input, script);
    moves += fought.moves;
    for (const feature of fought.features) seen.add(feature);
    if (fought.failed !== undefined) seen.add(`stopped by ${fought.failed}`);
    const { difference } = fought;
    if (!difference) return;
    const [known] = Object.entries(divergences).find(([, explains]) => explains(pair, difference)) ?? [];
    if (known === undefined) throw new Error(JSON.stringify({ machine: compiled.definition.machine, ...pair, compiled: '', difference }));
    explained.add(known);
  });
  fc.assert(alike, { seed, numRuns: sizeOf('differential') });
  console.log(
    `differential: seed ${seed}, ${pairs} pairs (${unusable} definitions could not be mended), ${moves} moves\n` +
      `known divergences: ${JSON.stringify(Object.fromEntries(explained))}\npairs with: ${JSON.stringify(Object.fromEntries(seen))}`,
  );
  expect(unusable).toBeLessThan(0.01 * pairs);
  expect(features.filter((feature) => (seen.get(feature) ?? 0) < 0.05 * pairs)).toEqual([]);
  // One in a thousand. A run of a thousand pairs would meet two of them in every eighth run by chance alone, so there it may be as many as chance allows.
  const most = size === 'full' ? 0.001 * pairs : mostByChance(0.001 * pairs);
  expect([...explained.values()].reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(most);
}, 3_600_000);

/** How often something that is expected `mean` times happens at most, but for one run in a million (Poisson). */
function mostByChance(mean: number): number {
  let [times, chance] = [0, Math.exp(-mean)];
  for (let below = chance; below < 1 - 1e-6; below += chance) {
    times += 1;
    chance *= mean / times;
  }
  return times;
}

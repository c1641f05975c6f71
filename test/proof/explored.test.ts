import { expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import fc from 'fast-check';
import { blueprints, scripts } from './differential/blueprint.ts';
import { definitionOf, inputOf } from './differential/definition-of.ts';
import { play } from './differential/duel.ts';
import { mended } from './differential/mend.ts';
import { OurCase } from './differential/ours.ts';
import { Shadow } from './explored/shadow.ts';
import { seedOf, sizeOf } from './sizes.ts';

const nobody = { send: () => {}, answer: () => {}, passTo: () => {} };

test('whatever a case does, the explored graph knew it: every step of every living run is an edge of it', () => {
  const seed = seedOf();
  let [graphs, bounded, steps, largest, wide] = [0, 0, 0, 0, 0];
  const inside = fc.property(blueprints, scripts, (blueprint, script) => {
    const compiled = mended(definitionOf(blueprint));
    if (!compiled) return;
    const graph = explore(compiled, { positionsMax: 1_500 });
    graphs += 1;
    largest = Math.max(largest, graph.nodes.length);
    // What was cut off may be missing; the graph says so, and nothing is proved by it.
    bounded += graph.bound ? 1 : 0;
    if (graph.bound) return;
    const shadow = new Shadow(graph);
    const ours = new OurCase(compiled, inputOf(blueprint), (step) => {
      steps += 1;
      shadow.follow(step);
      wide = Math.max(wide, shadow.width);
    });
    for (const move of script) {
      if (ours.failed || ours.state.status !== 'active') break;
      play(move, ours, nobody);
    }
    if (shadow.lost) throw new Error(JSON.stringify({ machine: compiled.definition.machine, script, lost: shadow.lost }));
  });
  fc.assert(inside, { seed, numRuns: sizeOf('explored') });
  console.log(
    `explored: seed ${seed}, ${graphs} graphs (${bounded} with a bound), the largest of ${largest} positions, ${steps} steps followed`,
  );
  expect(bounded).toBeLessThan(0.2 * graphs);
  expect(steps).toBeGreaterThan(graphs);
  expect(wide).toBeGreaterThan(0);
}, 3_600_000);

import { expect, test } from '@jest/globals';
import { compile, explore } from '@redress/engine';
import { checkGraph } from '../../definitions/src/check/check.ts';
import { contractOf } from '../../definitions/src/check/contracts.ts';
import { Operation } from '../../definitions/src/operation/operation.ts';
import { packs } from '../../definitions/src/rules/packs.ts';
import { everyProcess } from '../tools/pretend-case.ts';
import { schemas } from '../tools/schema-tool.ts';
import { chanceOf, shuffled } from './chance.ts';
import { library } from './hand-drawn/library.ts';
import { conditioned } from './living/conditioned.ts';
import { playAtRandom } from './living/random-case.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { seedOf, sizeOf } from './sizes.ts';

const contracts = new Map(everyProcess().map((definition) => [definition.id, contractOf({ definition })]));
const runsEach = 12;

/** Procedures with a fault and with conditions: what the rules say holds, or never occurs, no case breaks, whatever people fill in. */
test.each([...everyProcess(), library].map((definition) => [definition.id, definition] as const))(
  '%s: what is proved of a broken procedure, no living case of it breaks',
  (_, definition) => {
    const seed = seedOf();
    const chance = chanceOf(seed);
    let [drawn, cases, steps, judged] = [0, 0, 0, 0];
    const wrong: string[] = [];
    for (const { what, make } of shuffled(mutantsOf(definition), chance).slice(0, sizeOf('livingMutants'))) {
      const { machine } = compile(chance() < 0.3 ? make() : conditioned(make(), chance), { schemas });
      if (!machine) continue;
      drawn += 1;
      const graph = explore(machine);
      const options = { packs, contractOf: (id: string) => contracts.get(id) };
      const proved = new Set(
        checkGraph(graph, options).flatMap(({ rule, verdict }) => (['holds', 'vacuous'].includes(verdict) ? [rule] : [])),
      );
      const operation = new Operation(graph, options);
      for (let run = 0; run < runsEach; run += 1) {
        const lines = playAtRandom(machine, chance);
        cases += 1;
        steps += lines.length;
        const { rules, deviations } = operation.judge({ id: 'case', receivedAt: lines[0]?.at ?? '', lines });
        judged += rules.length;
        if (deviations.some(({ kind }) => kind === 'astray')) wrong.push(`${what}: a step that is not in the graph`);
        for (const { rule, verdict } of rules)
          if (verdict === 'broken' && proved.has(rule)) wrong.push(`${what}: ${rule}: ${courseOf(lines)}`);
      }
    }
    console.log(
      `${definition.id}: seed ${seed}, ${drawn} procedures, ${cases} cases of ${steps} steps, ${judged} verdicts of rules on cases`,
    );
    expect({ seed, wrong: [...new Set(wrong)].slice(0, 10) }).toEqual({ seed, wrong: [] });
    expect(drawn).toBeGreaterThan(0);
    expect(judged).toBeGreaterThan(cases);
  },
  3_600_000,
);

const courseOf = (lines: ReturnType<typeof playAtRandom>): string =>
  lines.flatMap(({ type, taken, to }) => (taken.length > 0 ? [`${type} → ${to.at(-1)}`] : [])).join(', ');

import { expect, test } from '@jest/globals';
import { readProcess } from '../tools/pretend-case.ts';
import { chanceOf, oneOf, shuffled } from './chance.ts';
import { failing, faultsOf, fixOf, verdictsOf } from './mended/mended.ts';
import { editsOf, mutant } from './mended/mutants.ts';
import repairs from './mended/repairs.json' with { type: 'json' };
import { seedOf, size } from './sizes.ts';

/** Rows of the table that are repaired again, and broken procedures at random. */
const rows = { check: 10, full: Object.keys(repairs).length }[size];
const mutants = { check: 3, full: 600 }[size];
const processes = ['complaint', 'starter', 'escalation', 'external-dispute'] as const;

test('each rule of the table is repaired where it is broken as the table says, and nothing else is worse', () => {
  const seed = seedOf();
  const chance = chanceOf(seed);
  expect(Object.keys(repairs).length).toBeGreaterThanOrEqual(40);
  const faults = shuffled(Object.entries(repairs), chance)
    .slice(0, rows)
    .flatMap(([rule, { process, edits }]) => {
      const definition = mutant(readProcess(process), edits);
      if (!definition) return [`${rule}: no procedure`];
      if (!failing(verdictsOf(definition)).includes(rule)) return [`${rule}: is not broken`];
      const fix = fixOf(definition, rule);
      return fix ? faultsOf(fix, { definition, rule }).map((fault) => `${rule}: ${fault}`) : [`${rule}: no repair`];
    });
  console.log(`repairs: seed ${seed}, ${rows} of ${Object.keys(repairs).length} rules`);
  expect(faults).toEqual([]);
});

test('every repair that is offered for a procedure broken at random repairs it, breaks nothing, and is undone to the byte', () => {
  const seed = seedOf();
  const chance = chanceOf(seed);
  const edits = new Map(processes.map((name) => [name, editsOf(readProcess(name))]));
  const counts = new Map<string, { broken: number; offered: number; repaired: number }>();
  const faults: string[] = [];
  for (let made = 0; made < mutants; ) {
    const name = oneOf(processes, chance) ?? 'complaint';
    const [losses, turns] = [false, true].map((isTurn) => (edits.get(name) ?? []).filter(({ to }) => (to !== undefined) === isTurn));
    const chosen = Array.from(
      { length: chance() < 0.5 ? 1 : 2 },
      () => oneOf((chance() < 0.4 ? turns : losses) ?? [], chance) ?? { at: '' },
    );
    const definition = mutant(readProcess(name), chosen);
    const broken = definition ? failing(verdictsOf(definition)) : [];
    if (!definition || broken.length === 0) continue;
    made += 1;
    for (const rule of broken) {
      const count = counts.get(rule) ?? { broken: 0, offered: 0, repaired: 0 };
      counts.set(rule, count);
      count.broken += 1;
      const fix = fixOf(definition, rule);
      if (!fix) continue;
      count.offered += 1;
      const wrong = faultsOf(fix, { definition, rule });
      if (wrong.length === 0) count.repaired += 1;
      faults.push(...wrong.map((fault) => `${name} ${JSON.stringify(chosen)} ${rule}: ${fault}`));
    }
  }
  const lines = [...counts]
    .sort()
    .map(([rule, { broken, offered, repaired }]) => `${rule}: broken ${broken}, offered ${offered}, repaired ${repaired}`);
  console.log(`fixes: seed ${seed}, ${mutants} procedures\n${lines.join('\n')}`);
  expect(faults).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { canBeExplored } from '@redress/engine';
import { readProcess } from '../tools/pretend-case.ts';
import { chanceOf, shuffled } from './chance.ts';
import { compileFindings } from './mended/findings.ts';
import { failing, faultsOf, fixOf, verdictsOf } from './mended/mended.ts';
import { lostPurposes } from './mutants/lost-purposes.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { seedOf, size } from './sizes.ts';

/** Procedures with one fault that are looked at, of each of the six. */
const tried = { check: 4, full: 120 }[size];
/**
 * The least share of findings that are repaired. On up to four of each rule and kind of edit it was 99.8 %, after 75 %; at random some stay open: chiefly ways by which
 * a dispute goes round before it has begun, and steps that nothing leads to any more.
 */
const least = { check: 0.75, full: 0.95 }[size];

test('most of what one edit breaks is repaired', () => {
  const seed = seedOf();
  const chance = chanceOf(seed);
  const counts = new Map<string, { found: number; repaired: number }>();
  const faults: string[] = [];
  for (const name of ['starter', 'complaint', 'escalation', 'external-dispute', 'code-of-conduct', 'satisfaction']) {
    const whole = readProcess(name);
    const before = new Set(failing(verdictsOf(whole)));
    for (const { what, make } of shuffled([...mutantsOf(whole), ...lostPurposes(whole)], chance).slice(0, tried)) {
      const definition = make();
      if (!canBeExplored(compileFindings(definition))) continue;
      for (const rule of failing(verdictsOf(definition)).filter((each) => !before.has(each))) {
        const pack = rule.split('/')[0] ?? '';
        const count = counts.get(pack) ?? { found: 0, repaired: 0 };
        counts.set(pack, count);
        count.found += 1;
        const fix = fixOf(definition, rule);
        if (!fix) continue;
        count.repaired += 1;
        faults.push(...faultsOf(fix, { definition, rule }).map((fault) => `${name} ${what} ${rule}: ${fault}`));
      }
    }
  }
  const sum = (of: 'found' | 'repaired') => [...counts.values()].reduce((all, count) => all + count[of], 0);
  const lines = [...counts].sort().map(([pack, { found, repaired }]) => `${pack}: ${repaired} of ${found}`);
  console.log(`repaired: seed ${seed}, ${((100 * sum('repaired')) / sum('found')).toFixed(1)} % of ${sum('found')}: ${lines.join(', ')}`);
  expect(faults).toEqual([]);
  expect(sum('repaired') / sum('found')).toBeGreaterThanOrEqual(least);
});

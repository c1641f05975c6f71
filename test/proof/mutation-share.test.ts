import { expect, test } from '@jest/globals';
import { contractOf } from '../../definitions/src/check/contracts.ts';
import { everyProcess } from '../tools/pretend-case.ts';
import { chanceOf, shuffled } from './chance.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { leastCaught } from './mutants/ratchet.ts';
import { shareInWords, shareOf, sum } from './mutants/share.ts';
import { seedOf, size, sizeOf } from './sizes.ts';

/** Every way of the shipped procedures led elsewhere, and what protects people taken away, one at a time: how much of it the rules notice. */
const family = everyProcess();
const contracts = new Map(family.map((definition) => [definition.id, contractOf({ definition })]));

test.each(family.map((definition) => [definition.id, definition] as const))(
  '%s: the share of faults that the rules notice does not fall',
  (id, definition) => {
    const seed = seedOf();
    const mutants = shuffled(mutantsOf(definition), chanceOf(seed)).slice(0, sizeOf('mutants'));
    const share = shareOf(definition, mutants, (child) => contracts.get(child));
    console.log(`${id}: seed ${seed}, ${shareInWords(share)}\n${share.survivors.slice(0, size === 'full' ? 400 : 10).join('\n')}`);
    // Of a sample the share may lie four standard errors lower: the least is that of all mutants.
    const all = sum(share.tried);
    const least = leastCaught[id] ?? 1;
    const slack = size === 'full' ? 0 : 4 * Math.sqrt((least * (1 - least)) / all);
    expect({ seed, isKept: sum(share.caught) / all >= least - slack }).toEqual({ seed, isKept: true });
  },
  3_600_000,
);

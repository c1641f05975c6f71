import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { packs } from './packs.ts';

/** The trials that stand beside the rules, in one run: the checker is read once for all of them. One alone: `-t 10002/7.4-A`. */
const trials = packs.flatMap(({ id }) =>
  readdirSync(new URL(`${id}/`, import.meta.url)).flatMap((file) => (file.endsWith('.test.ts') ? [`${id}/${file}`] : [])),
);
for (const trial of trials) await import(`./${trial}`);

test('each rule that a definition proves has its trial, and no trial is left over', () => {
  const rules = packs.flatMap((pack) =>
    pack.rules.flatMap(({ rule }) =>
      rule.class === 'definition' ? [`${pack.id}/${rule.id.split('/').at(-1)?.toLowerCase()}.test.ts`] : [],
    ),
  );
  expect(trials.toSorted()).toEqual(rules.toSorted());
});

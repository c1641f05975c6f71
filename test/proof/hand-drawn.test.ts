import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { check } from '../../definitions/src/check/check.ts';
import { contractOf } from '../../definitions/src/check/contracts.ts';
import { type Checked, isOpen } from '../../definitions/src/check/verdict.ts';
import { isWatched } from '../../definitions/src/check/watches.ts';
import { packs } from '../../definitions/src/rules/packs.ts';
import { compiledOf, everyProcess, readProcess } from '../tools/pretend-case.ts';
import { type Draft, type Edit, namesEverything } from '../tools/rule-trial.ts';
import { emptyClaims } from './hand-drawn/empty-claims.ts';
import { type Fault, faults } from './hand-drawn/faults.ts';
import { library } from './hand-drawn/library.ts';
import { harmless } from './hand-drawn/same.ts';

/** Procedures that somebody else might have written: each fault is named by its rule, with a run that can be read, and what is no fault is not. */
const contracts = new Map(everyProcess().map((definition) => [definition.id, contractOf({ definition })]));
const properties = new Map(packs.flatMap(({ rules }) => rules.map(({ rule }) => [rule.id, rule] as const)));

test.each([...faults, ...emptyClaims].map((each) => [each.fault, each] as const))('named: %s', (_, { rules, ...drawn }) => {
  const found = openIn(definitionOf(drawn));
  expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]));
  for (const { rule, failures } of found.filter((each) => rules.includes(each.rule))) {
    const known = properties.get(rule);
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) {
      if (known) namesEverything(known, failure);
      if (known && (isWatched(known.property) || known.property.form === 'within'))
        expect({ rule, steps: failure.path.length }).not.toEqual({ rule, steps: 0 });
      expect(failure.path.every(({ day }) => Number.isFinite(day))).toBe(true);
    }
  }
});

test.each(harmless.map((each) => [each.fault, each] as const))('not a fault: %s', (_, drawn) => {
  const found = openIn(definitionOf(drawn));
  expect(found.map(({ rule, failures: [first] }) => ({ rule, path: first?.path.map(({ event, step }) => `${event} → ${step}`) }))).toEqual(
    [],
  );
});

function definitionOf({ in: name, edits }: Pick<Fault, 'in' | 'edits'>): Definition {
  const draft: Draft = JSON.parse(JSON.stringify(name === 'library' ? library : readProcess(name)));
  for (const edit of edits satisfies readonly Edit[]) edit(draft);
  return compiledOf(JSON.parse(JSON.stringify(draft))).definition;
}

const openIn = (definition: Definition): readonly Checked[] =>
  check({ definition }, { packs, contractOf: (id) => contracts.get(id) }).filter(({ verdict }) => isOpen(verdict));

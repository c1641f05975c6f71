import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import { applyPatches } from './apply-patches.ts';
import { differences } from './differences.ts';
import { type DesignDocument, exportDocument, openDocument } from './document.ts';
import { arbitraryDefinition, arbitraryJsonObject, seed } from './pretend-definitions.ts';
import { touchesOf } from './touches.ts';

/** As they may be: whole ones, half written ones, and what a later version keeps there. */
const arbitraryScenarios = fc.oneof(
  arbitraryJsonObject,
  fc.record({
    scripts: arbitraryJsonObject,
    gaps: fc.dictionary(
      fc.string({ minLength: 1 }).map((what) => `end:${what}`),
      fc.string(),
    ),
  }),
);

const bytes = (document: DesignDocument) => JSON.stringify(exportDocument(document));
const opened = (definition: unknown, layout: unknown = {}, scenarios: unknown = {}): DesignDocument => {
  const document = openDocument(definition, layout, scenarios);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};

test(`what was opened is exported as it was, unknown keys and their order included, 1,000 times (seed ${seed})`, () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryJsonObject, arbitraryScenarios, (definition, layout, scenarios) => {
      const once = exportDocument(opened(definition, layout, scenarios));
      expect(JSON.stringify(once)).toBe(JSON.stringify({ definition, layout, scenarios }));
      expect(bytes(opened(once.definition, once.layout, once.scenarios))).toBe(JSON.stringify(once));
    }),
    { numRuns: 1000, seed },
  );
});

test(`the differences of two documents make one of the other, to the byte (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      arbitraryDefinition,
      arbitraryDefinition,
      fc.tuple(arbitraryJsonObject, arbitraryScenarios),
      fc.tuple(arbitraryJsonObject, arbitraryScenarios),
      (one, other, restOne, restOther) => {
        const [before, after] = [opened(one, ...restOne), opened(other, ...restOther)];
        expect(bytes(applyPatches(before, differences(before, after)))).toBe(bytes(after));
        expect(bytes(applyPatches(after, differences(after, before)))).toBe(bytes(before));
      },
    ),
    { numRuns: 500, seed },
  );
});

test('between the shipped processes, too', () => {
  for (const one of shippedProcesses) {
    for (const other of shippedProcesses) {
      const [before, after] = [opened(one), opened(other)];
      expect(bytes(applyPatches(before, differences(before, after)))).toBe(bytes(after));
    }
  }
});

test('two people who keep a scenario each, and give a reason each, keep both', () => {
  const before = opened({});
  const one = differences(before, opened({}, {}, { scripts: { late: { title: 'Late' } }, gaps: { 'end:lost': 'Never yet.' } }));
  const other = differences(before, opened({}, {}, { scripts: { early: { title: 'Early' } }, gaps: { 'a/after/b/0': 'By hand.' } }));
  const both = applyPatches(applyPatches(before, one), other);
  expect(both.scenarios).toEqual({
    scripts: { early: { title: 'Early' }, late: { title: 'Late' } },
    gaps: { 'end:lost': 'Never yet.', 'a/after/b/0': 'By hand.' },
  });
  expect(bytes(applyPatches(applyPatches(before, other), one))).toBe(bytes(both));
  expect(touchesOf([...one, ...other], before).changed.toSorted()).toEqual([
    'gap:a/after/b/0',
    'gap:end:lost',
    'scenario:early',
    'scenario:late',
  ]);
});

const small = (states: object) => opened({ machine: { initial: 'a', states } });

test('a step that goes into another stage is told as a move, and what somebody else changes in it meanwhile comes along', () => {
  const before = small({ one: { states: { a: { meta: { title: { en: 'A' } } } } }, two: { states: { b: {} } } });
  const after = small({ one: { states: {} }, two: { states: { a: { meta: { title: { en: 'A' } } }, b: {} } } });
  const moved = differences(before, after);
  expect(moved).toEqual([
    {
      op: 'move',
      from: '/definition/machine/states/one/states/a',
      at: '/definition/machine/states/two/states/a',
      between: [null, 'b'],
    },
  ]);
  const title = { op: 'put', at: '/definition/machine/states/one/states/a/meta/title/en', value: 'Assess' } as const;
  const both = small({ one: { states: {} }, two: { states: { a: { meta: { title: { en: 'Assess' } } }, b: {} } } });
  expect(bytes(applyPatches(applyPatches(before, moved), [title]))).toBe(bytes(both));
  expect(bytes(applyPatches(applyPatches(before, [title]), moved))).toBe(bytes(both));
});

test('two people who add at the same place see the same order, whoever was first', () => {
  const before = small({ a: {}, z: {} });
  const one = differences(before, small({ a: {}, m: {}, z: {} }));
  const other = differences(before, small({ a: {}, k: {}, z: {} }));
  const order = (patches: readonly (typeof one)[]) =>
    Object.keys((patches.reduce(applyPatches, before).definition.machine as { states: object }).states);
  expect(order([one, other])).toEqual(['a', 'k', 'm', 'z']);
  expect(order([other, one])).toEqual(['a', 'k', 'm', 'z']);
});

test('what cannot be held safely, or is no document at all, is not opened', () => {
  expect(openDocument('<svg/>')).toMatchObject({ ok: false, refusal: [{ code: 'schema' }] });
  expect(openDocument(JSON.parse('{"machine":{"__proto__":{}}}'))).toMatchObject({ ok: false, refusal: [{ code: 'unsafe-key' }] });
});

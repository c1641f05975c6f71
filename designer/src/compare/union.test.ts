import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { JsonObject } from '@redress/engine';
import fc from 'fast-check';
import { planOf } from '../map/map-plan.ts';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { placesOf } from '../model/places.ts';
import { commandFrom, type Dice } from '../model/pretend-commands.ts';
import { arbitraryDefinition, seed } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import { changesBetween } from './changes.ts';
import { movedCards } from './ghost-layout.ts';
import { overlaySheet, sheetsBeside, thingOf } from './sheets.ts';
import { union } from './union.ts';

const opened = (definition: unknown, layout: unknown = {}): DesignDocument => {
  const document = openDocument(definition, layout);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const shipped = shippedProcesses.map((process) => opened(process));
const small = (states: JsonObject, layout: JsonObject = {}): DesignDocument => opened({ machine: { initial: 'a', states } }, layout);
const laid = (before: DesignDocument, after: DesignDocument) => union(before, after, changesBetween(before.definition, after.definition));
const markedIn = ({ marks }: ReturnType<typeof laid>) => ({ steps: Object.fromEntries(marks.steps), rows: Object.fromEntries(marks.rows) });
const way = (to: string) => ({ target: `#${to}` });

test('a step that is gone stands where it stood, with its ways, and everything else keeps its address', () => {
  const before = small({ one: { states: { a: { on: { go: [way('b')] } }, b: { on: { back: way('a') } }, c: {} } } });
  const after = small({ one: { states: { a: { on: { go: [way('c')] } }, c: {}, d: {} } } });
  const both = laid(before, after);
  expect(Object.keys(fieldsOf(fieldsOf(fieldsOf(fieldsOf(both.definition.machine).states).one).states))).toEqual(['a', 'b', 'c', 'd']);
  expect(markedIn(both)).toEqual({
    steps: { b: 'removed', d: 'added' },
    rows: { 'a/on/go/0': 'changed', 'b/on/back': 'removed' },
  });
});

test('a stage that is gone comes with what was in it and is gone too; who stayed is where he is now', () => {
  const before = small({ one: { states: { a: {}, two: { states: { b: {}, c: {} } } } } });
  const after = small({ one: { states: { a: {}, c: {} } } });
  const { byId } = treeOf(laid(before, after).definition);
  expect([...byId.values()].map(({ id, parent }) => [id, parent])).toEqual(
    expect.arrayContaining([
      ['two', 'one'],
      ['b', 'two'],
      ['c', 'one'],
    ]),
  );
});

test('a way that is gone stands among the others of its button; the other is found behind it', () => {
  const before = small({ a: { on: { go: [way('b'), way('c')] } }, b: {}, c: {} });
  const after = small({ a: { on: { go: way('c') } }, b: {}, c: {} });
  const changes = changesBetween(before.definition, after.definition);
  const sheet = overlaySheet(before, after, changes);
  expect(Object.fromEntries(sheet.marks.rows)).toMatchObject({ 'a/on/go/0': 'removed' });
  expect(
    treeOf(sheet.definition)
      .byId.get('a')
      ?.rows.map(({ to }) => to),
  ).toEqual([['b'], ['c']]);
  expect(sheet.keyOf({ element: 'a/on/go', isGone: false })).toBe('a/on/go/1');
  expect(sheet.thingAt('a/on/go/0')).toEqual({ element: 'a/on/go/0', isGone: true });
  expect(sheet.thingAt('a/on/go/1')).toEqual({ element: 'a/on/go', isGone: false });
});

test('beside each other a way is found again under the address it has there', () => {
  const before = small({ a: { on: { go: [way('b'), way('c')] } }, b: {}, c: {} });
  const after = small({ a: { on: { go: [way('c')] } }, b: {}, c: {} });
  const { before: left, after: right } = sheetsBeside(before, after, changesBetween(before.definition, after.definition));
  expect(left.thingAt('a/on/go/1')).toEqual({ element: 'a/on/go/0', isGone: false });
  expect(left.keyOf(right.thingAt('a/on/go/0'))).toBe('a/on/go/1');
  expect(left.thingAt('a/on/go/0')).toEqual({ element: 'a/on/go/0', isGone: true });
  expect(right.keyOf(left.thingAt('a/on/go/0'))).toBeUndefined();
  expect([...left.marks.rows]).toEqual([['a/on/go/0', 'removed']]);
  expect([...right.marks.rows]).toEqual([]);
});

test('what is gone lies where it lay, unless something else lies there now; a card that was moved is no change', () => {
  const layout = { steps: { a: { x: 22, y: 200 }, b: { x: 22, y: 400, collapsed: true } } };
  const before = small({ one: { states: { a: {}, b: {} } } }, layout);
  const spot = (after: DesignDocument) => {
    const both = laid(before, after);
    return planOf(treeOf(both.definition), both.layout).byId.get('b');
  };
  expect(spot(small({ one: { states: { a: {} } } }, layout))).toMatchObject({ x: 22, y: 400 });
  const moved = small({ one: { states: { a: {} } } }, { steps: { a: { x: 22, y: 410 } } });
  const pushed = spot(moved);
  expect(pushed && pushed.y > 410).toBe(true);
  expect(movedCards(before, moved)).toBe(1);
  expect(changesBetween(moved.definition, small({ one: { states: { a: {} } } }).definition)).toEqual([]);
});

test(`whatever a draft holds: laid on itself nothing is marked, and every step and part of both is there (seed ${seed})`, () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryDefinition, (one, other) => {
      const [before, after] = [opened(one), opened(other)];
      expect(markedIn(laid(before, before))).toEqual({ steps: {}, rows: {} });
      const { definition } = laid(before, after);
      const ids = placesOf(definition);
      for (const id of [...placesOf(before.definition).keys(), ...placesOf(after.definition).keys()]) expect(ids.has(id)).toBe(true);
    }),
    { seed, numRuns: 200 },
  );
});

/** A step or a way is taken out, or something else is done. */
const removals = (document: DesignDocument, [which, first]: Dice): Command | undefined => {
  const ids = [...placesOf(document.definition).keys()];
  const rows = [...treeOf(document.definition).byId.values()].flatMap((element) => element.rows);
  const id = ids[first % ids.length];
  const row = rows[first % rows.length]?.address;
  if (which % 3 === 0 && id !== undefined) return { name: 'step.remove', payload: { ids: [id] } };
  return which % 3 === 1 && row !== undefined ? { name: 'row.remove', payload: { row } } : undefined;
};

test(`after random edits everything that went, came or changed is there and marked (150 times 12 edits, seed ${seed})`, () => {
  const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.nat(9999));
  const seen = { added: 0, removed: 0, changed: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...shipped), fc.array(dice, { minLength: 12, maxLength: 12 }), (start, thrown) => {
      const after = thrown.reduce((document, each) => {
        const done = perform(document, [removals(document, each) ?? commandFrom(document, each)]);
        return done.ok ? done.value.document : document;
      }, start);
      const changes = changesBetween(start.definition, after.definition);
      const sheet = overlaySheet(start, after, changes);
      const tree = treeOf(sheet.definition);
      const rows = new Set([...tree.rows, ...[...tree.byId.values()].flatMap((element) => element.rows)].map(({ address }) => address));
      for (const change of changes) {
        if (change.step === undefined) continue;
        const key = sheet.keyOf(thingOf(change)) ?? '';
        const isStep = change.step === change.element;
        expect([change.element, isStep ? tree.byId.has(key) : rows.has(key)]).toEqual([change.element, true]);
        expect((isStep ? sheet.marks.steps : sheet.marks.rows).get(key)).toBe(change.kind);
        expect(sheet.thingAt(key)).toEqual(thingOf(change));
        seen[change.kind] += 1;
      }
    }),
    { seed, numRuns: 150 },
  );
  expect(seen.added).toBeGreaterThan(5);
  expect(seen.changed).toBeGreaterThan(20);
  expect(seen.removed).toBeGreaterThan(100);
});

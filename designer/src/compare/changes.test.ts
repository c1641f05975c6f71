import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { type JsonObject, pathOf } from '@redress/engine';
import fc from 'fast-check';
import type { Command } from '../model/command.ts';
import { differences } from '../model/differences.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { fieldsOf, isFields } from '../model/loose-json.ts';
import type { Patch } from '../model/patch.ts';
import { perform } from '../model/perform.ts';
import { allPlaces } from '../model/places.ts';
import { commandFrom, type Dice } from '../model/pretend-commands.ts';
import { arbitraryDefinition, seed } from '../model/pretend-definitions.ts';
import { parseAddress } from '../model/rows.ts';
import { touchesOf } from '../model/touches.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes.ts';

const opened = (definition: unknown): DesignDocument => {
  const document = openDocument(definition);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const shipped = (id: string) => opened(shippedProcesses.find((process) => fieldsOf(process).id === id));
const starter = shipped('starter');
const edited = (document: DesignDocument, ...commands: readonly Command[]): JsonObject => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document.definition;
};
const told = (changes: readonly Change[]) =>
  changes.map(({ kind, element, aspects }) => [kind, element, ...aspects.map(({ path }) => path)].join(' '));
const small = (states: JsonObject, more: JsonObject = {}): JsonObject => ({ machine: { initial: 'a', states }, ...more });

test('what a person did is told by what it was done to, with the values before and after', () => {
  const { definition } = starter;
  const after = edited(
    starter,
    { name: 'title.set', payload: { of: 'examining', language: 'en', words: 'Examine' } },
    { name: 'role.set', payload: { step: 'examining', role: 'processOwner' } },
    { name: 'delay.set', payload: { delay: 'decideBy', length: { workingDays: 3 } } },
    { name: 'step.add', payload: { kind: 'task', title: { en: 'Phone back' } } },
    { name: 'value.set', payload: { at: '/x-unknown', value: 7 } },
  );
  const changes = changesBetween(definition, after);
  expect(told(changes)).toEqual([
    'changed  x-unknown',
    'changed examining meta/title/en invoke/input/role',
    'added phoneBack',
    'changed delay:decideBy days workingDays',
  ]);
  expect(changes[1]?.aspects[1]).toEqual({ path: 'invoke/input/role', before: 'handler', after: 'processOwner' });
  expect(changes[0]?.aspects).toEqual([{ path: 'x-unknown', after: 7 }]);
  expect(told(changesBetween(after, definition))).toContain('removed phoneBack');
});

test('a step that went to another stage is that: its ways are as they were', () => {
  const inside = { on: { go: [{ target: '#b' }] } };
  const before = small({ one: { states: { a: inside } }, two: { states: { b: {} } } });
  const after = small({ one: { states: {} }, two: { states: { b: {}, a: inside } } });
  const changes = changesBetween(before, after);
  expect(changes).toEqual([{ kind: 'changed', element: 'a', step: 'a', aspects: [{ path: 'parent', before: 'one', after: 'two' }] }]);
});

test('a stage that goes does not hide the steps in it, and a step takes its ways with it', () => {
  const before = small({ one: { states: { a: { on: { go: [{ target: '#b' }] } } } }, b: {} });
  expect(told(changesBetween(before, small({ b: {} })))).toEqual(['removed one', 'removed a']);
  expect(told(changesBetween(small({ b: {} }), before))).toEqual(['added one', 'added a']);
});

test('the first of two ways of a button goes: one way went, by its old address, and nothing else', () => {
  const rows = [{ target: '#b', guard: { type: 'if', params: { feel: 'x' } } }, { target: '#c' }];
  const before = small({ a: { on: { go: rows } }, b: {}, c: {} });
  const after = small({ a: { on: { go: rows.slice(1) } }, b: {}, c: {} });
  expect(told(changesBetween(before, after))).toEqual(['removed a/on/go/0']);
  expect(told(changesBetween(after, before))).toEqual(['added a/on/go/0']);
});

test('a way is known again by where it leads, else by what else it says, else by its place', () => {
  const way = (target: string, feel?: string) => ({
    target: `#${target}`,
    ...(feel === undefined ? {} : { guard: { type: 'if', params: { feel } } }),
  });
  const rows = (...go: JsonObject[]) => small({ a: { on: { go } }, b: {}, c: {} });
  expect(told(changesBetween(rows(way('b', 'x'), way('c')), rows(way('b', 'y'), way('c'))))).toEqual([
    'changed a/on/go/0 guard/params/feel',
  ]);
  expect(told(changesBetween(rows(way('b', 'x'), way('c', 'z')), rows(way('d', 'z'))))).toEqual([
    'changed a/on/go/0 target',
    'removed a/on/go/0',
  ]);
  expect(told(changesBetween(rows(way('b', 'x'), way('c')), rows(way('c'), way('b', 'x'))))).toEqual(['changed a/on/go/0 order']);
  const later = small({ a: { after: { soon: [way('b')] } }, b: {} });
  const sooner = small({ a: { after: { now: [way('b')] } }, b: {} });
  expect(changesBetween(later, sooner)[0]?.aspects).toEqual([{ path: 'delay', before: 'soon', after: 'now' }]);
});

test('the order of steps and of buttons is told, the order of other keys means nothing', () => {
  const before = small({ a: { meta: { x: 1, y: 2 }, on: { yes: '#b', no: '#c' } }, b: {}, c: {} }, { roles: { r: {}, s: {} } });
  const same = small({ a: { on: { yes: '#b', no: '#c' }, meta: { y: 2, x: 1 } }, b: {}, c: {} }, { roles: { s: {}, r: {} } });
  expect(changesBetween(before, same)).toEqual([]);
  const turned = small({ a: { meta: { x: 1, y: 2 }, on: { no: '#c', yes: '#b' } }, c: {}, b: {} }, { roles: { r: {}, s: {} } });
  expect(told(changesBetween(before, turned))).toEqual(['changed a/on/no order', 'changed c order']);
});

/** A definition in which the order of keys that means nothing is always the same. */
function settled(value: unknown, holder = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => settled(entry));
  if (!isFields(value)) return value;
  const keys = ['states', 'on', 'after'].includes(holder) ? Object.keys(value) : Object.keys(value).toSorted();
  return keys.map((key) => [key, settled(value[key], key)]);
}
const settledDefinition = (definition: JsonObject) => {
  const { machine, ...rest } = definition;
  const step = (state: unknown): unknown => {
    if (!isFields(state)) return settled(state);
    const { states, ...own } = state;
    const ordered = Object.entries(own).map(([key, value]): [string, unknown] => [key, settled(value, key)]);
    return [
      ordered.toSorted(([one], [other]) => (one < other ? -1 : 1)),
      isFields(states) ? Object.entries(states).map(([id, inner]) => [id, step(inner)]) : settled(states),
    ];
  };
  return JSON.stringify([settled(rest), step(machine)]);
};

/** Elements by what differs between two documents patch by patch; an order of keys that means nothing is no difference. */
function touched(before: DesignDocument, after: DesignDocument): ReadonlySet<string> {
  const means = ({ op, at }: Patch) => {
    const path = pathOf(at);
    if (path[0] !== 'definition') return false;
    return op !== 'move' || (path[1] === 'machine' && (path.at(-2) === 'states' || path.at(-2) === 'on' || path.at(-2) === 'after'));
  };
  return new Set(touchesOf(differences(before, after).filter(means), before).changed);
}
const named = (changes: readonly Change[]) => new Set(changes.map(({ element, step }) => step ?? element));
const isClean = ({ definition }: DesignDocument) =>
  new Set(allPlaces(definition).map(({ id }) => id)).size === allPlaces(definition).length;

test(`nothing is told exactly when both say the same; what differs lies under what is told (1,000 drafts of every kind, seed ${seed})`, () => {
  let unequal = 0;
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryDefinition, fc.boolean(), (one, other, isMixed) => {
      const before = opened(one);
      const after = opened(
        isMixed ? { ...one, machine: { ...fieldsOf(one.machine), initial: fieldsOf(other.machine).initial ?? 'a' } } : other,
      );
      const changes = changesBetween(before.definition, after.definition);
      const equal = settledDefinition(before.definition) === settledDefinition(after.definition);
      expect(changes.length === 0).toBe(equal);
      if (!equal) unequal += 1;
      if (isClean(before) && isClean(after))
        expect([...touched(before, after)].filter((element) => !named(changes).has(element))).toEqual([]);
    }),
    { numRuns: 1000, seed },
  );
  expect(unequal).toBeGreaterThan(500);
});

test(`after random commands exactly the elements that really differ are told (60 times 20 commands, seed ${seed})`, () => {
  const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.nat(9999));
  fc.assert(
    fc.property(fc.nat(shippedProcesses.length - 1), fc.array(dice, { minLength: 20, maxLength: 20 }), (process, thrown) => {
      const before = opened(shippedProcesses[process]);
      const after = thrown.reduce((document, each) => {
        const done = perform(document, [commandFrom(document, each)]);
        return done.ok ? done.value.document : document;
      }, before);
      const changes = changesBetween(before.definition, after.definition);
      expect([...named(changes)].toSorted()).toEqual([...touched(before, after)].toSorted());
      for (const { kind, element } of changes) expect(isIn(kind === 'removed' ? before : after, element)).toBe(true);
    }),
    { numRuns: 60, seed },
  );
});

/** Whether an address names something in a document. */
function isIn({ definition }: DesignDocument, element: string): boolean {
  if (element === '') return true;
  if (/^[a-z]+:/.test(element)) return JSON.stringify(definition).includes(JSON.stringify(element.slice(element.indexOf(':') + 1)));
  const { step, path } = parseAddress(element);
  const state = step === '' ? definition.machine : allPlaces(definition).find(({ id }) => id === step)?.state;
  const found = path.reduce<unknown>((value, key) => (Array.isArray(value) ? value[Number(key)] : fieldsOf(value)[key]), state);
  return found !== undefined;
}

test('between the shipped processes, both ways', () => {
  for (const one of shippedProcesses)
    for (const other of shippedProcesses) {
      const [before, after] = [opened(one), opened(other)];
      const changes = changesBetween(before.definition, after.definition);
      expect(changes.length === 0).toBe(one === other);
      expect([...touched(before, after)].filter((element) => !named(changes).has(element))).toEqual([]);
    }
});

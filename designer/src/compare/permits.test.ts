import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { JsonObject } from '@redress/engine';
import fc from 'fast-check';
import { openDocument } from '../model/document.ts';
import { type Draft, fieldsOf, listIn, listOf, memberOf } from '../model/loose-json.ts';
import { arbitraryDefinition, seed } from '../model/pretend-definitions.ts';
import type { Permit } from './change.ts';
import { newlyPermitted } from './permits.ts';
import { edited, stateIn } from './planted.ts';
import { ofDeadlines, ofDoings, ofFields, ofLetters } from './planted-parts.ts';
import { ofButtons, ofEntries, ofTasks, ofWays } from './planted-ways.ts';

const shipped = shippedProcesses.map((process) => {
  const document = openDocument(process);
  if (!document.ok) throw new Error('not opened');
  return document.value.definition;
});
const complaint = shipped.find(({ id }) => id === 'complaint') ?? {};
const lines = (permits: readonly Permit[]) => permits.map(({ kind, element, ids }) => `${kind} ${element}: ${ids}`);
const planted = shipped.flatMap((definition) =>
  [ofTasks, ofButtons, ofWays, ofEntries, ofFields, ofLetters, ofDoings, ofDeadlines].flatMap((of) =>
    of(definition).map((each) => ({ ...each, definition })),
  ),
);

test('every widening planted in a shipped process is told, where it is', () => {
  const wider = planted.filter(({ told }) => told !== undefined);
  const missed = wider.filter(({ definition, edit, told }) => {
    const permits = newlyPermitted(definition, edited(definition, edit));
    return !permits.some(
      ({ kind, element, ids }) =>
        kind === told?.kind && (told.element === undefined || told.element === element) && (told.id === undefined || ids.includes(told.id)),
    );
  });
  expect(missed.map(({ name, definition }) => `${definition.id}: ${name}`)).toEqual([]);
  const kinds = new Set(wider.map(({ told }) => told?.kind));
  expect([...kinds].toSorted()).toEqual([
    'deadline-gone',
    'exclusion-gone',
    'more-may-act',
    'more-may-read',
    'new-end',
    'new-receiver',
    'new-way',
    'outside-call',
  ]);
  expect(wider.length).toBeGreaterThan(400);
});

test('of everything stricter that is planted nothing is told', () => {
  const stricter = planted.filter(({ told }) => told === undefined);
  const told = stricter.flatMap(({ name, definition, edit }) =>
    lines(newlyPermitted(definition, edited(definition, edit))).map((line) => `${definition.id}: ${name}: ${line}`),
  );
  expect(told).toEqual([]);
  expect(stricter.length).toBeGreaterThan(300);
});

test('a new task is told with its role and the ways in and out; a step that only goes is not told', () => {
  const after = edited(complaint, (draft) => {
    const { states } = stateIn(draft, 'inquiry');
    (states as Draft).visit = {
      id: 'visit',
      meta: { title: { en: 'Visit' } },
      invoke: { src: 'task', input: { role: 'frontline' } },
      on: { jump: [{ target: '#verdict' }] },
    };
  });
  expect(lines(newlyPermitted(complaint, after))).toEqual(['more-may-act visit: frontline', 'new-way visit/on/jump/0: visit,verdict']);
  expect(newlyPermitted(after, complaint)).toEqual([]);
});

test('what people press and where it leads is told for the steps in a stage when it goes to the stage', () => {
  const inside = { invoke: { src: 'task', input: { role: 'r' } } };
  const define = (stage: JsonObject, a: JsonObject): JsonObject => ({
    roles: { r: { party: 'organisation' } },
    events: { go: { by: ['r'] } },
    machine: {
      initial: 's',
      states: { s: { initial: 'a', states: { a: { ...inside, ...a }, b: inside }, ...stage }, end: { type: 'final' } },
    },
  });
  const go = { on: { go: [{ target: '#end' }] } };
  expect(lines(newlyPermitted(define({}, go), define(go, {})))).toEqual(['more-may-act s/on/go/0: r', 'new-way s/on/go/0: s,end']);
  expect(lines(newlyPermitted(define(go, {}), define({}, go)))).toEqual([]);
});

test(`drafts of every kind are read without a fault, and nothing is new in what is the same (seed ${seed})`, () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryDefinition, (one, other) => {
      const [before, after] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))];
      newlyPermitted(before, after);
      expect(newlyPermitted(before, JSON.parse(JSON.stringify(before)))).toEqual([]);
    }),
    { numRuns: 300, seed },
  );
});

test.each<[string, (draft: Draft) => void]>([
  ['an action', (draft) => listIn(stateIn(draft, 'assessing'), 'entry').push({ type: 'set', params: { findings: '= "from " + contact' } })],
  [
    'a part of a value',
    (draft) => listIn(stateIn(draft, 'assessing'), 'entry').push({ type: 'set', params: { findings: { by: ['= contact'] } } }),
  ],
  ['a default', (draft) => (memberOf(memberOf(draft, 'data'), 'findings').default = '= contact')],
  [
    'what a form shows from the start, over a field between',
    (draft) => {
      const [section] = listOf(memberOf(memberOf(draft, 'forms'), 'investigation').sections);
      const asked = listOf(fieldsOf(section).fields) as Draft[];
      for (const one of asked) if (one.field === 'findings') one.prefill = 'between';
      memberOf(draft, 'data').between = { title: { en: 'Between' }, schema: {}, visibleTo: ['handler'], default: '= contact' };
    },
  ],
  ['a table', (draft) => (draft.decisions = { table: { outputs: ['severity', 'findings'], rows: [], otherwise: [1, '= contact'] } })],
])('a field that is copied by %s to where others read is told as read by them', (_by, edit) => {
  const after = edited(complaint, edit);
  expect(lines(newlyPermitted(complaint, after))).toContain('more-may-read field:contact: topManagement,subject');
  expect(newlyPermitted(after, complaint)).toEqual([]);
});

test('a letter that names a field tells what is copied into it', () => {
  const copies = edited(complaint, (draft) => (memberOf(memberOf(draft, 'data'), 'reasons').default = '= investigationDays'));
  expect(lines(newlyPermitted(complaint, copies)).filter((line) => line.startsWith('more-may-read letter:'))).not.toEqual([]);
});

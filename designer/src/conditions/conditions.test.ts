import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import { createIntl } from 'react-intl';
import { datesIn } from '../calendar/dates.ts';
import { loadMessages } from '../language/messages.ts';
import { type Say, sayWith } from '../language/words.tsx';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { findingsOf } from '../model/findings.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { schemas, seed } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import { type CaseField, comparisons, fitsControl, withComparison, withField } from './case-fields.ts';
import { findingsAt } from './condition-builder.ts';
import { added, counted, movedIn, movedOut, newLine, partAt, removed, replaced, shifted } from './condition-edits.ts';
import { groupOf, modes, partOf } from './condition-parts.ts';
import { conditionWords } from './condition-words.ts';

const [a, b, c] = ['a', 'b', 'c'].map((field) => ({ field, is: 'filled' }));
const starter = opened(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));

test('a condition is read as lines, groups, formulas, and what stays as it is', () => {
  expect(partOf({ all: [a, b] })).toMatchObject({ is: 'group', mode: 'all', at: ['all'] });
  expect(partOf({ not: { any: [a] } })).toMatchObject({ is: 'group', mode: 'none', at: ['not', 'any'] });
  expect(partOf({ not: { all: [a] } })).toMatchObject({ is: 'group', mode: 'not-all' });
  expect(partOf({ field: 'a', is: '=', value: 3 })).toEqual({ is: 'line', line: { field: 'a', is: '=', value: 3 } });
  expect(partOf({ feel: 'score > 3' })).toEqual({ is: 'formula', formula: 'score > 3' });
  expect(partOf({ in: 'deciding' })).toEqual({ is: 'step', step: 'deciding' });
  expect(partOf({ outcome: ['resolved'] })).toEqual({ is: 'ended', outcomes: ['resolved'] });
  const odd = [
    null,
    'x',
    {},
    { not: a },
    { not: { not: { any: [a] } } },
    { all: [a], any: [b] },
    { field: 'a', is: '=', why: 1 },
    { all: a },
  ];
  expect(odd.map((each) => partOf(each).is)).toEqual(odd.map(() => 'odd'));
  for (const mode of modes) expect(partOf(groupOf(mode, [a]))).toMatchObject({ mode, parts: [a] });
});

test('a part goes into the group beside it and out again; a group goes with its last line', () => {
  const beside = { all: [a, { not: { any: [b] } }, c] };
  const inAbove = movedIn(beside, ['all', '2']);
  expect(inAbove).toEqual({ condition: { all: [a, { not: { any: [b, c] } }] }, at: ['all', '1', 'not', 'any', '1'] });
  expect(movedOut(inAbove?.condition, inAbove?.at ?? [])).toEqual({ condition: beside, at: ['all', '2'] });
  const inBelow = movedIn(beside, ['all', '0']);
  expect(inBelow).toEqual({ condition: { all: [{ not: { any: [a, b] } }, c] }, at: ['all', '0', 'not', 'any', '0'] });
  expect(movedOut(beside, ['all', '1', 'not', 'any', '0'])).toEqual({ condition: { all: [a, b, c] }, at: ['all', '1'] });
  expect(movedIn({ all: [a, b] }, ['all', '0'])).toBeUndefined();
  expect(movedIn(a, [])).toBeUndefined();
  expect(movedOut({ all: [a, b] }, ['all', '0'])).toBeUndefined();
  expect(movedOut(a, [])).toBeUndefined();
});

test('lines are added, moved and removed; what stands beside is the same object', () => {
  expect(added(undefined, [], newLine)).toEqual({ condition: newLine, at: [] });
  expect(added(a, [], b)).toEqual({ condition: { all: [a, b] }, at: ['all', '1'] });
  expect(added({ any: [a] }, [], b)).toEqual({ condition: { any: [a, b] }, at: ['any', '1'] });
  const deep = { all: [a, { not: { any: [b, c] } }] };
  expect(added(deep, ['all', '1'], a)).toEqual({
    condition: { all: [a, { not: { any: [b, c, a] } }] },
    at: ['all', '1', 'not', 'any', '2'],
  });
  expect(shifted(deep, ['all', '1'], -1)).toEqual({ condition: { all: [{ not: { any: [b, c] } }, a] }, at: ['all', '0'] });
  expect(shifted(deep, ['all', '1'], 1)).toBeUndefined();
  expect(shifted(a, [], 1)).toBeUndefined();
  const without = removed(deep, ['all', '1', 'not', 'any', '0']);
  expect(without).toEqual({ condition: { all: [a, { not: { any: [c] } }] }, at: ['all', '1', 'not', 'any', '0'] });
  expect(removed(without.condition, without.at)).toEqual({ condition: { all: [a] }, at: ['all', '0'] });
  expect(removed({ all: [a] }, ['all', '0'])).toEqual({ condition: undefined, at: [] });
  expect(removed({ not: { any: [a] } }, ['not', 'any', '0'])).toEqual({ condition: undefined, at: [] });
  expect(counted(deep, [], 'none').condition).toEqual({ not: { any: deep.all } });
  expect(partAt(replaced(deep, ['all', '0'], c), ['all', '1'])).toBe(deep.all[1]);
});

test('what is asked fits the data, and what fits no longer goes', () => {
  const field = (kind: CaseField['kind'], ...options: readonly string[]): CaseField => ({
    id: kind,
    name: kind,
    kind,
    options: options.map((value) => ({ value, name: value })),
  });
  const decision = field('choice', 'yes', 'no');
  expect(comparisons('kept', 'filled')).toEqual(['filled', 'empty']);
  expect(comparisons('kept', '<')).toContain('<');
  expect(withField(newLine, undefined, field('number'))).toEqual({ field: 'number', is: '=' });
  expect(withField({ field: 'choice', is: '=', value: 'yes' }, decision, field('number'))).toEqual({ field: 'number', is: '=' });
  expect(withField({ field: 'day', is: '<', value: '2026-01-01' }, field('day'), field('text'))).toEqual({ field: 'text', is: '=' });
  expect(withComparison({ field: 'a', is: '=', value: 3 }, 'empty')).toEqual({ field: 'a', is: 'empty' });
  expect(withComparison({ field: 'a', is: '=', value: 3 }, 'in')).toEqual({ field: 'a', is: 'in', value: [3] });
  expect(withComparison({ field: 'a', is: 'in', value: [3, 4] }, '!=')).toEqual({ field: 'a', is: '!=', value: 3 });
  expect(fitsControl(decision, { field: 'choice', is: '=', value: 'perhaps' })).toBe(false);
  expect(fitsControl(field('text'), { field: 'text', is: '=', value: '=reasons' })).toBe(false);
});

const decided = { field: 'decision', is: '=', value: 'upheld' };
const scored = { field: 'score', is: '>=', value: 3 };
test.each([
  [decided, '“Decision” is “Upheld”', '«تصمیم» برابر است با «پذیرفته شد»', '„Decyzja” to „Uznana”'],
  [{ field: 'systemic', is: '=', value: true }, /is “Yes”$/, /«بله»$/, /to „Tak”$/],
  [
    { any: [scored, { field: 'reasons', is: 'empty' }] },
    / is at least 3 or .* is empty$/,
    / ۳ یا .* خالی است$/,
    / co najmniej 3 lub .* jest puste$/,
  ],
  [{ all: [{ any: [decided, scored] }, scored] }, /^\(.* or .*\) and /, /^\(.* یا .*\) و /, /^\(.* lub .*\) i /],
  [{ field: 'remedyDueDate', is: '<', value: '2026-03-21' }, /is before 21 March 2026$/, /۱ فروردین ۱۴۰۵$/, /21 marca 2026$/],
  [{ not: { any: [decided] } }, /^it is not so that \(/, /^چنین نیست که \(/, /^nieprawda, że \(/],
  [{ field: 'decision', is: 'in', value: ['upheld', 'partly'] }, / is one of “Upheld” or /, / یا /, / lub /],
  [{ feel: 'score > 3' }, 'this formula holds: score > 3', 'این فرمول برقرار است: score > 3', 'spełniona jest formuła: score > 3'],
  [{ type: 'isUrgent' }, 'what was imported as “isUrgent” holds', /isUrgent/, 'spełniony jest warunek wczytany jako „isUrgent”'],
  ['isUrgent', 'what was imported as “isUrgent” holds', /«isUrgent»/, /„isUrgent”$/],
])('%j in words', async (condition, ...expected) => {
  for (const [index, language] of (['en', 'fa', 'pl'] as const).entries()) {
    const dates = datesIn({ language, timeZone: 'Europe/Warsaw' });
    const text = (words: Readonly<Record<string, string>> | undefined) => words?.[language] ?? '';
    const words = conditionWords(starter.definition, condition, await speaking(language), text, dates).replace(
      /[\u2066-\u2069\u200e\u200f]/g,
      '',
    );
    const wanted = expected[index];
    if (wanted instanceof RegExp) expect(words).toMatch(wanted);
    else expect(words).toBe(wanted);
  }
});

test('a new line waits for its data, and what is wrong stands at the line', () => {
  const row = 'externalOffer/on/accept/0';
  const write = (condition: object) => {
    const done = perform(starter, [{ name: 'row.condition', payload: { row, condition: condition as never } }]);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return findingsOf(done.value.document, { schemas });
  };
  const found = (condition: object, at: readonly string[]) =>
    findingsAt({ findings: write(condition), place: ['guard', 'params'] }, partAt(condition, at), at).map(({ code }) => code);
  const two = { all: [scored, { field: 'decision', is: '=' }] };
  expect(found(two, ['all', '1'])).toEqual(['condition-incomplete']);
  expect(found(two, ['all', '0'])).toEqual([]);
  expect(found({ all: [scored, { feel: 'scroe > 3' }] }, ['all', '1'])).toEqual(['feel']);
  expect(found({ all: [scored, { feel: '' }] }, ['all', '1'])).not.toEqual([]);
  expect(write({ all: [scored, newLine] }).map(({ field }) => field.slice(0, 4))).toContainEqual(['guard', 'params', 'all', '1']);
});

test('every condition of the shipped procedures is understood, and read and written again to the byte', () => {
  const conditions = shippedProcesses.flatMap((process) => {
    const tree = treeOf(opened(process).definition);
    return [...tree.rows, ...[...tree.byId.values()].flatMap(({ rows }) => rows)].flatMap(({ condition }) => condition ?? []);
  });
  expect(conditions.length).toBeGreaterThan(3);
  for (const condition of conditions) expectKept(condition);
});

test(`any condition, understood or not, stays to the byte where nothing is changed (seed ${seed})`, () => {
  const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.record({ field: fc.string(), is: fc.constantFrom('=', 'in', 'like'), value: fc.jsonValue() }),
      fc.jsonValue(),
      fc.record({ all: fc.array(tie('condition')) }),
      fc.record({ any: fc.array(tie('condition')) }),
      fc.record({ not: tie('condition') }),
    ),
  }));
  fc.assert(fc.property(condition, expectKept), { seed });
});

function expectKept(condition: unknown): void {
  const read = partOf(condition);
  if (read.is === 'group') {
    const again = replaced(condition, read.at, [...read.parts]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(condition));
    expect(JSON.stringify(groupOf(read.mode, read.parts))).toBe(JSON.stringify(condition));
    read.parts.forEach(expectKept);
  }
  if (read.is === 'line') expect(JSON.parse(JSON.stringify(read.line))).toEqual(JSON.parse(JSON.stringify(condition)));
}

function opened(definition: unknown): DesignDocument {
  const document = openDocument(definition);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
}
async function speaking(language: 'en' | 'fa' | 'pl'): Promise<Say> {
  return sayWith(createIntl({ locale: language, messages: await loadMessages(language) }));
}

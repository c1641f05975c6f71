import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SchemaTool } from '../../definition/finding.ts';
import { parseDefinition } from '../../definition/parse-definition.ts';
import { findingsMax, findingsOf } from './findings-of.ts';

const text = readFileSync(new URL('../../../../definitions/src/processes/starter.json', import.meta.url), 'utf8');
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const compiled = new Map<string, ReturnType<SchemaTool>>();
const schemas: SchemaTool = (schema) => {
  const key = JSON.stringify(schema);
  const validate = compiled.has(key) ? undefined : ajv.compile(schema);
  if (validate) compiled.set(key, (value) => (validate(value) ? [] : (validate.errors ?? []).map(problemOf)));
  return compiled.get(key) ?? (() => []);
};
const problemOf = ({ instancePath, keyword }: { readonly instancePath: string; readonly keyword: string }) => ({
  at: instancePath,
  keyword,
  facts: {},
});

// biome-ignore lint/suspicious/noExplicitAny: an untyped document is what comes from outside, and tests write anywhere in it.
type Draft = any;

function codes(edit: (draft: Draft) => void): readonly string[] {
  const draft: Draft = JSON.parse(text);
  edit(draft);
  const parsed = parseDefinition(draft);
  const findings = parsed.ok ? findingsOf(parsed.value, { schemas }) : parsed.refusal;
  return findings.map(({ code, facts }) => (typeof facts.problem === 'string' ? `${code} ${facts.problem}` : code));
}
const guarded = (feel: string) => (draft: Draft) => (draft.machine.states.externalOffer.on.accept[0].guard.params = { feel });

test('ten thousand nested groups in a condition are a finding', () => {
  expect(codes(guarded(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`))).toEqual(['feel too-long']);
  expect(codes(guarded(`${'('.repeat(50)}1${')'.repeat(50)}`))).toEqual(['feel too-deep']);
});

test('ten thousand nested conditions of the tree are a finding', () => {
  const nested = (depth: number): string => `${'{"not":'.repeat(depth)}{"field":"decision","is":"filled"}${'}'.repeat(depth)}`;
  expect(codes((draft) => (draft.machine.states.externalOffer.on.accept[0].guard.params = JSON.parse(nested(10_000))))).toEqual(['limit']);
  expect(codes((draft) => (draft.machine.states.externalOffer.on.accept[0].guard.params = JSON.parse(nested(60))))).toEqual([]);
});

test('loops and patterns without end are no findings: they end in a failure when they run', () => {
  expect(codes(guarded('some i in 1..40000000 satisfies i = 0'))).toEqual([]);
  expect(codes(guarded('matches(description, "(a+)+$")'))).toEqual([]);
});

test('the pattern of a field is read in linear time, or not at all', () => {
  const pattern = (source: string) => codes((draft) => (draft.data.contact.schema = { type: 'string', pattern: source }));
  expect(pattern('(a+)+$')).toEqual([]);
  expect(pattern('(a)\\1')).toEqual(['pattern']);
  expect(pattern('(')).toEqual(['pattern']);
  expect(pattern('((a{1000}){1000}){1000}')).toEqual(['pattern']);
  expect(codes((draft) => (draft.data.contact.schema = { type: 'object', patternProperties: { '(?!x)': true } }))).toEqual(['pattern']);
});

test('a mass of expressions is bounded as a whole; the same one counts once', () => {
  const closing = (text: (index: number) => string) => (draft: Draft) =>
    (draft.machine.states.closing.entry = Array.from({ length: 500 }, (_, index) => ({
      type: 'set',
      params: { score: `= ${text(index)}` },
    })));
  const long = 'if severity = null then 1 else severity // how bad it was';
  expect(codes(closing((index) => `${index} + ${long}`))).toEqual(['limit']);
  expect(codes(closing(() => long))).toEqual([]);
});

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])('%s as an id of anything is refused', (id) => {
  const words = { en: 'a', fa: 'b', pl: 'c' };
  const named = (part: string, value: unknown) => codes((draft) => Object.defineProperty(draft[part], id, { value, enumerable: true }));
  const refused = [expect.stringMatching(/^(reserved-id|reserved-field|unsafe-key)$/)];
  expect(named('data', { title: words, schema: {} })).toEqual(refused);
  expect(named('roles', { title: words, party: 'organisation' })).toEqual(refused);
  expect(named('events', { label: words })).toEqual(refused);
  expect(named('forms', { title: words, sections: [{ fields: [{ field: 'score' }] }] })).toEqual(refused);
  expect(named('delays', { days: 1 })).toEqual(refused);
  expect(named('letters', { title: words, subject: words, blocks: [{ text: words }] })).toEqual(refused);
  expect(
    codes((draft) =>
      Object.defineProperty(draft.machine.states, id, { value: { id: 'closing', meta: { title: words } }, enumerable: true }),
    ),
  ).toEqual(id === '__proto__' ? refused : ['id-is-not-key', 'reserved-id']);
});

test.each(['constructor', 'toString', '__proto__'])('%s as a reference leads nowhere', (name) => {
  const refused = [expect.stringMatching(/^(unknown-\w+|schema)$/)];
  expect(codes((draft) => (draft.machine.states.closing.invoke.input.role = name))).toEqual(refused);
  expect(codes((draft) => (draft.machine.states.closing.invoke.input.form = name))).toEqual(refused);
  expect(codes((draft) => (draft.machine.states.closing.entry[0].params.letter = name))).toEqual(refused);
  expect(codes((draft) => (draft.machine.states.closing.invoke.input.excludes = [name]))).toEqual(refused);
  expect(codes((draft) => (draft.machine.states.externalOffer.on.accept[0].guard.params.field = name))).toEqual(refused);
  expect(codes((draft) => (draft.machine.states.closing.on = { [name]: [{ target: '#resolved' }] }))).toEqual(
    name === '__proto__' ? ['unsafe-key'] : ['unknown-event'],
  );
  expect(codes((draft) => (draft.machine.states.closing.after.closeBy[0].target = `#${name}`))).toEqual(refused);
  expect(codes((draft) => (draft.letters.closure.subject.en = `{${name}}`))).toEqual(['unknown-placeholder']);
});

test('a definition in which everything is wrong has no more findings than anybody reads', () => {
  const found = codes((draft) => {
    draft.machine.states.closing.entry = Array.from({ length: 1_900 }, (_, index) => ({
      type: 'letter',
      params: { letter: `missing${index}` },
    }));
  });
  expect(found).toHaveLength(findingsMax);
});

test('a very large machine is looked through', () => {
  const found = codes((draft) => {
    const words = { en: 'a', fa: 'b', pl: 'c' };
    const regions = Array.from({ length: 1_800 }, (_, index) => [`r${index}`, { id: `r${index}`, meta: { title: words } }]);
    draft.machine.states.wide = { id: 'wide', type: 'parallel', meta: { title: words }, states: Object.fromEntries(regions) };
    draft.machine.states.closing.on.close = Array.from({ length: 1_900 }, () => ({
      target: '#wide',
      guard: { type: 'if', params: { field: 'score', is: 'filled' } },
    }));
    draft.delays.closeBy = { remaining: 'answer' };
  });
  expect(found).toEqual([]);
});

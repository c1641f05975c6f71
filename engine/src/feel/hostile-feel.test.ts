import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileFeel } from './compile-feel.ts';
import { compileUnaryTests } from './compile-unary-tests.ts';
import { budgetMax, budgetOf, type Scope } from './scope.ts';

const many = Array.from({ length: 5_000 }, (_, index) => `x${index}`);
const fields: Scope['fields'] = {
  text: `${'a'.repeat(60_000)}!`,
  many,
  sum: 3,
  constructor: 'builder',
  toString: 'words',
  nested: { a: { b: [1, 2] } },
};
const scope = (over: Partial<Scope> = {}): Scope => ({
  fields,
  case: {},
  event: {},
  result: null,
  clock: {},
  step: {},
  at: '2026-03-02T09:00:00.000Z',
  ...over,
});

function run(text: string): unknown {
  const compiled = compileFeel(text, { fields: new Set(Object.keys(fields)), clocks: new Set() });
  if (!compiled.ok) return compiled.problems.map(({ problem }) => problem);
  const outcome = compiled.run(scope());
  return outcome.ok ? outcome.value : outcome.refusal;
}

test('a pattern on which back-tracking takes longer than the universe lasts is answered at once', () => {
  expect(run('matches(text, "(a+)+$")')).toBe(false);
  expect(run('matches(text, "(a|a)*b")')).toBe(false);
  expect(run('count(split(text, "(a*)*!"))')).toBe(2);
});

test('a pattern that is dear even in linear time is bounded', () => {
  expect(run('matches(text, "(a?){300}(a?){300}(a?){300}x")')).toMatchObject({ reason: 'feel-bound' });
  expect(run('replace(text, "(.*b)|a", "$0$0")')).toMatchObject({ reason: 'feel-bound' });
});

test.each([
  'for i in 1..40000000 return i',
  'for i in [1..40000000] return i',
  'some i in 1..40000000 satisfies i = -1',
  'every i in 40000000..1 satisfies i > 0',
  '{ r: [1..40000000], all: for i in r return i }.all',
  'for i in 1..9007199254740991 return i',
  'for a in many, b in many return 1',
  'for a in many return for b in many return 1',
  'for a in 1..1000 return many[item = "y"]',
  'for a in 1..1000 return many = many',
  'for a in 1..1000 return "x" in many',
  'for a in 1..1000 return a in many',
  'for a in 1..1000 return nested.a.b = many',
  'for a in 1..1000 return list contains(many, "y")',
  'for x in [many], y in [[x, x, x, x, x, x, x, x]], i in 1..1000 return y = y',
  'for a in [text + text], b in [a + a], c in [b + b], d in [c + c], e in [d + d], f in [e + e], g in [f + f] return string length(g)',
  '{ a: text + text, b: a + a, c: b + b, d: c + c, e: d + d, f: e + e, g: f + f }.g',
  '{ a: concatenate(many, many), b: concatenate(a, a), c: concatenate(b, b), d: concatenate(c, c) }.d',
  'for i in 1..9000 return date and time("2026-01-01T10:00:00@Europe/Warsaw") + duration("P" + string(i) + "D")',
  'string join(many, text)',
  'distinct values(for i in 1..2000 return [i, i])',
  'replace(text, "", text)',
])('%s ends in a failure after bounded work', (text) => {
  expect(run(text)).toMatchObject({ reason: 'feel-bound', facts: { bound: 'steps', most: budgetMax } });
});

test('an answer that is too large is not handed over', () => {
  expect(run('text + text')).toMatchObject({ reason: 'feel-bound', facts: { bound: 'text' } });
  expect(run('[many, many]')).toMatchObject({ reason: 'feel-bound', facts: { bound: 'elements' } });
});

test('many small loops of one event share one budget', () => {
  const compiled = compileFeel('some x in many satisfies x = "x4999"', { fields: new Set(['many']), clocks: new Set() });
  if (!compiled.ok) throw new Error('should compile');
  const budget = budgetOf();
  const answers = Array.from({ length: 5 }, () => compiled.run(scope({ budget })).ok);
  expect(answers).toEqual([true, false, false, false, false]);
  expect(compiled.run(scope()).ok).toBe(true);
});

test('ten thousand nested groups are refused before anything reads them', () => {
  expect(run(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`)).toEqual(['too-long']);
  expect(run(`${'('.repeat(900)}1${')'.repeat(900)}`)).toEqual(['too-deep']);
  expect(run(`${'-'.repeat(1_900)}1`)).toEqual(['too-deep']);
});

test('names of every object are names like others: nothing comes from a prototype', () => {
  expect(run('constructor = "builder" and toString = "words"')).toBe(true);
  expect(run('valueOf')).toEqual(['unknown-name']);
  expect(run('__proto__')).toEqual(['unknown-name']);
  expect(run('case.constructor')).toEqual(['unknown-name']);
  expect(run('nested.__proto__')).toMatchObject({ reason: 'feel-warning' });
  expect(run('nested.constructor.constructor')).toMatchObject({ reason: 'feel-warning' });
  expect(run('get value(nested, "__proto__")')).toBe(null);
  expect(run('{ constructor: 1 }')).toEqual({ constructor: 1 });
  expect(run('context put({}, "a", 1)')).toEqual(['unknown-function']);
});

test('a field may be called like a function; calling the function then is a finding, not a surprise', () => {
  expect(run('sum + 1')).toBe(4);
  expect(run('sum(many)')).toEqual(['unknown-function']);
});

test('whatever is written as an expression is refused, answered or fails, and nothing is thrown', () => {
  const words = [
    'for',
    'in',
    'return',
    'if',
    'then',
    'else',
    'some',
    'satisfies',
    'and',
    'or',
    'not',
    'between',
    'function',
    'external',
    'null',
    'instance of',
  ];
  const marks = [
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '.',
    '..',
    '?',
    '@',
    '"',
    '+',
    '-',
    '*',
    '/',
    '**',
    '=',
    '!=',
    '<',
    '>=',
    ';',
    '`',
    '//',
    '/*',
    '\\',
    '\n',
  ];
  const names = [
    'text',
    'many',
    'sum',
    'nested',
    'constructor',
    'case',
    'case.number',
    'clock',
    'now()',
    'today',
    'x',
    '_each',
    'count',
    'matches',
    'date',
    'duration',
  ];
  const values = ['1', '0', '-1', '1..4000000000', '1e9', '"a"', '"(a+)+$"', '"P1D"', '"2026-03-01"', 'true', '9999999999999999999999'];
  const soup = fc.array(fc.constantFrom(...words, ...marks, ...names, ...values), { maxLength: 14 }).map((tokens) => tokens.join(' '));
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 })), (text) => {
      const compiled = compileFeel(text, { fields: new Set(Object.keys(fields)), clocks: new Set() });
      const tested = compileUnaryTests(text, { fields: new Set(Object.keys(fields)) });
      const answers = [...(compiled.ok ? [compiled.run(scope())] : []), ...(tested.ok ? [tested.run(scope(), 'a')] : [])];
      for (const answer of answers) if (answer.ok) expect(JSON.parse(JSON.stringify(answer.value))).toEqual(answer.value);
    }),
    { seed: 20261122, numRuns: 400 },
  );
});

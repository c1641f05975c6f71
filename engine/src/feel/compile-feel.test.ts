import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, isFunction } from 'feelin';
import { compileFeel } from './compile-feel.ts';
import type { Scope } from './scope.ts';

const scope: Scope = {
  fields: {
    severity: 3,
    decision: 'upheld',
    refs: ['a', 'b', 'c'],
    offers: [
      { amount: 5, by: 'x' },
      { amount: 50, by: 'y' },
    ],
    nextReview: '2026-04-01',
  },
  case: { number: '2026-000001', startedAt: '2026-03-01T10:00:00.000Z' },
  event: { type: 'assessed' },
  result: { outcome: 'resolved', decision: null },
  clock: { response: { due: '2026-04-26T10:00:00.000Z' } },
  step: { id: 'assessing', visits: 2 },
  at: '2026-03-02T23:30:00.000Z',
  today: '2026-03-03',
};
const fields = {
  fields: new Set(['severity', 'decision', 'refs', 'offers', 'nextReview', 'reasons']),
  clocks: new Set(['response', 'handling']),
};

function run(text: string, over: Partial<Scope> = {}): unknown {
  const compiled = compileFeel(text, fields);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const outcome = compiled.run({ ...scope, ...over });
  return outcome.ok ? outcome.value : outcome.refusal;
}
const problems = (text: string): unknown => {
  const compiled = compileFeel(text, fields);
  return compiled.ok ? [] : compiled.problems;
};

test.each([
  ['severity >= 3', true],
  ['severity >= 3 and decision = "rejected"', false],
  ['if result.decision = null then decision else result.decision', 'upheld'],
  ['case.number', '2026-000001'],
  ['case.channel', null],
  ['reasons', null],
  ['reasons = null', true],
  ['clock.response.due', '2026-04-26T10:00:00.000Z'],
  ['clock.handling.due', null],
  ['step.visits + 1', 3],
  ['count(refs)', 3],
  ['string length(decision)', 6],
  ['years and months duration(date("2020-01-01"), date("2021-03-01"))', 'P1Y2M'],
  ['some ref in refs satisfies ref = "b"', true],
  ['every ref in refs satisfies ref != "b"', false],
  ['for ref in refs return upper case(ref)', ['A', 'B', 'C']],
  ['for i in 1..3, j in [10, 20] return i + j', [11, 21, 12, 22, 13, 23]],
  ['for i in 3..1 return i', [3, 2, 1]],
  ['for i in (1..4) return i', [2, 3]],
  ['offers[amount > 10].by', ['y']],
  ['refs[item != "a"]', ['b', 'c']],
  ['refs[-1]', 'c'],
  ['{ total: severity + 1, twice: total * 2 }.twice', 8],
  ['decision in ("upheld", "partly")', true],
  ['decision in refs', false],
  ['severity in [1..4]', true],
  ['severity in > 2', true],
  ['severity in (< 1, > 2)', true],
  ['before(1, (> 10))', true],
  ['severity between 1 and 2', false],
  ['replace("banana", "a(n)", "<$1>")', 'b<n><n>a'],
  ['split("one, two,three", ",\\s*")', ['one', 'two', 'three']],
  ['matches("Łódź", "^ł", "i")', true],
])('%s is %j', (text, value) => {
  expect(run(text)).toEqual(value);
});

test('now and today are those of the event, never those of the machine', () => {
  expect(run('now()')).toBe('2026-03-02T23:30:00Z');
  expect(run('today()')).toBe('2026-03-03');
  const { today: _, ...elsewhere } = scope;
  const compiled = compileFeel('today()', fields);
  expect(compiled.ok && compiled.run(elsewhere)).toEqual({ ok: true, value: '2026-03-02' });
  expect(run('date and time(case.startedAt) < now()')).toBe(true);
  expect(run('date(nextReview) - duration("P7D")')).toBe('2026-03-25');
});

test('dates, times and durations are handed over as ISO texts, in lists and contexts too', () => {
  expect(run('{ on: date("2026-03-01"), at: time("10:00:00Z"), after: [duration("P1DT2H")] }')).toEqual({
    on: '2026-03-01',
    at: '10:00:00Z',
    after: ['P1DT2H'],
  });
});

test.each([
  ['severity + decision', { warning: 'INVALID_TYPE' }],
  ['reasons + 1', { warning: 'INVALID_TYPE' }],
  ['result.remedy', { warning: 'NO_CONTEXT_ENTRY_FOUND' }],
  ['clock.response.paused', { warning: 'NO_CONTEXT_ENTRY_FOUND' }],
  ['date("2026-02-30")', { warning: 'INVALID_ARGUMENTS' }],
  ['10 ** 400', { warning: 'NOT_FINITE' }],
  ['[1..3]', { warning: 'NOT_JSON' }],
  ['severity in [true..false]', { warning: 'ERROR', error: 'unsupported range' }],
  ['for i in 1..1.5 return i', { warning: 'RANGE' }],
  ['matches(decision, "(?=u)")', { warning: 'PATTERN', because: 'syntax' }],
])('%s fails with a warning instead of a wrong answer', (text, facts) => {
  expect(run(text)).toEqual({ reason: 'feel-warning', facts: { ...facts, expression: text } });
});

test('a warning does not outlive its call', () => {
  const compiled = compileFeel('severity + 1', fields);
  if (!compiled.ok) throw new Error('should compile');
  expect(compiled.run({ ...scope, fields: { severity: 'high' } }).ok).toBe(false);
  expect(compiled.run(scope)).toEqual({ ok: true, value: 4 });
});

test.each([
  ['severty > 1', { problem: 'unknown-name', from: 0, to: 7, facts: { name: 'severty', nearest: 'severity' } }],
  ['cont(refs) > 1', { problem: 'unknown-function', from: 0, to: 4, facts: { name: 'cont', nearest: 'count' } }],
  ['severity >', { problem: 'syntax', from: 10, to: 10, facts: { found: '' } }],
  ['', { problem: 'syntax', from: 0, to: 0, facts: { found: '' } }],
  ['severity 1', { problem: 'unknown-name', from: 0, to: 10, facts: { name: 'severity 1', nearest: 'severity' } }],
  ['external { java: 1 }', { problem: 'syntax', from: 0, to: 8, facts: { found: 'external' } }],
  ['case.numer', { problem: 'unknown-name', from: 0, to: 10, facts: { name: 'case.numer', nearest: 'case.number' } }],
  ['clock.respones.due', { problem: 'unknown-name', from: 0, to: 14, facts: { name: 'clock.respones', nearest: 'clock.response' } }],
  ['now', { problem: 'unknown-name', from: 0, to: 3, facts: { name: 'now' } }],
  ['severity >= 1 and <= 4', { problem: 'not-allowed', from: 18, to: 22, facts: { construct: 'comparison-without-value' } }],
  ['severity == 3', { problem: 'not-allowed', from: 10, to: 13, facts: { construct: 'comparison-without-value' } }],
  ['severity <> 3', { problem: 'not-allowed', from: 10, to: 13, facts: { construct: 'comparison-without-value' } }],
  ['> 3', { problem: 'not-allowed', from: 0, to: 3, facts: { construct: 'comparison-without-value' } }],
  ['if > 3 then 1 else 2', { problem: 'not-allowed', from: 3, to: 6, facts: { construct: 'comparison-without-value' } }],
  ['severity > 1e3', { problem: 'not-allowed', from: 11, to: 14, facts: { construct: 'exponent' } }],
  ['{ _each: 1 }', { problem: 'not-allowed', from: 2, to: 7, facts: { construct: 'name-with-underscore' } }],
  ['{ "__proto__": 1 }', { problem: 'not-allowed', from: 2, to: 13, facts: { construct: 'name-with-underscore' } }],
  ['refs instance of list<string>', { problem: 'not-allowed', from: 0, to: 29, facts: { construct: 'InstanceOfExpression' } }],
  ['for ref in refs return partial', { problem: 'not-allowed', from: 23, to: 30, facts: { construct: 'partial' } }],
])('%s is refused, with the place', (text, problem) => {
  expect(problems(text)).toContainEqual(problem);
});

test.each([
  ['severity in [3, 4] and decision = "upheld"', '(severity in [3, 4]) and decision = "upheld"', true],
  ['severity in [3, 4] or decision = "x" or decision = "y"', '(severity in [3, 4]) or decision = "x" or decision = "y"', true],
  ['severity in [1..3] and decision = "x"', '(severity in [1..3]) and decision = "x"', false],
  ['severity in refs = false', '(severity in refs) = false', true],
  ['if decision in ["upheld"] and severity > 1 then 1 else 2', '(decision in ["upheld"]) and severity > 1', true],
])('%s would be read as a test of everything behind "in": the finding tells how it is written', (text, write, value) => {
  const compiled = compileFeel(text, fields);
  const problems = compiled.ok ? [] : compiled.problems;
  expect(problems).toEqual([expect.objectContaining({ problem: 'in-takes-rest', facts: { write } })]);
  expect(run(write)).toBe(value);
});

test.each([
  'severity in (3, 4) and decision = "upheld"',
  'decision = "upheld" and severity in [3, 4]',
  'some part in refs satisfies part = "a" and severity > 1',
  'severity in ([3, 4])',
])('%s is read as it is meant', (text) => expect(run(text)).toBe(true));

test('a function of one’s own is refused, also as an argument', () => {
  expect(problems('sort(refs, function(a, b) a < b)')).toContainEqual(
    expect.objectContaining({ problem: 'not-allowed', facts: { construct: 'FunctionDefinition' } }),
  );
});

test('the way of the library on which compiling once rests: a function value, one list of warnings', () => {
  const { value, warnings } = evaluate('function(severity, case) severity + case.x', {});
  if (!isFunction(value)) throw new Error('no function value');
  expect(value.parameterNames).toEqual(['severity', 'case']);
  expect(value.invoke([3, { x: 4 }])).toBe(7);
  expect(warnings).toEqual([]);
  expect(value.invoke([3, {}])).toBe(null);
  expect(value.invoke([3, {}])).toBe(null);
  // It grows for ever unless emptied, and it is the same list.
  expect(warnings.map((warning) => warning.type)).toEqual([
    'NO_CONTEXT_ENTRY_FOUND',
    'INVALID_TYPE',
    'NO_CONTEXT_ENTRY_FOUND',
    'INVALID_TYPE',
  ]);
});

test('what was compiled once says the same as the library does when it reads the text each time', () => {
  const operand = fc.oneof(
    fc.constantFrom('severity', 'decision', 'refs', 'reasons', 'case.number', 'refs[1]', 'null', 'true'),
    fc.integer({ min: -9, max: 9 }).map(String),
    fc.constantFrom('"a"', '"upheld"', '[1, "a"]'),
  );
  const expression = fc.letrec<{ readonly any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      operand,
      fc
        .tuple(tie('any'), fc.constantFrom('+', '-', '*', '=', '!=', '<', '>=', 'and', 'or'), tie('any'))
        .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      fc.tuple(tie('any'), tie('any'), tie('any')).map(([left, middle, right]) => `(if ${left} then ${middle} else ${right})`),
      fc.tuple(tie('any'), tie('any')).map(([left, right]) => `(${left} in (${right}, 3))`),
      fc.tuple(tie('any'), tie('any')).map(([left, right]) => `(some x in ${left} satisfies x = ${right})`),
      tie('any').map((part) => `count([${part}, ${part}])`),
      tie('any').map((part) => `not(${part})`),
    ),
  })).any;
  fc.assert(
    fc.property(expression, (text) => {
      const compiled = compileFeel(text, fields);
      if (!compiled.ok) {
        expect(compiled.problems.every(({ problem }) => problem === 'too-long' || problem === 'too-deep')).toBe(true);
        return;
      }
      const outcome = compiled.run(scope);
      let direct: { readonly value: unknown; readonly warnings: readonly unknown[] } | 'thrown';
      try {
        direct = evaluate(text, { reasons: null, ...scope.fields, case: scope.case });
      } catch {
        direct = 'thrown';
      }
      if (direct === 'thrown' || direct.warnings.length > 0) expect(outcome.ok).toBe(false);
      else if (outcome.ok) expect(outcome.value).toEqual(direct.value);
      else expect(outcome.refusal.facts).toMatchObject({ warning: expect.stringMatching(/NOT_JSON|NOT_FINITE/) });
    }),
    { seed: 20261122, numRuns: 400 },
  );
});

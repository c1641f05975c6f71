import { expect, test } from '@jest/globals';
import { parseScript } from './parse-script.ts';

const good = {
  process: 'starter',
  at: '2026-03-02T09:00:00Z',
  people: { ada: ['complainant'], hugo: ['handler'] },
  by: 'ada',
  input: { description: 'late' },
  steps: [],
};
const found = (steps: unknown, more: object = {}) => {
  const answer = parseScript(JSON.parse(JSON.stringify({ ...good, ...more, steps })));
  return answer.ok ? [] : answer.refusal.map((finding) => `${finding.code} ${finding.at}`);
};

test('every kind of step is read', () => {
  const steps = [
    {
      send: 'recorded',
      by: 'hugo',
      values: { severity: 2 },
      task: 'recording',
      in: 'starter',
      onBehalfOf: 'ada',
      refused: 'excluded',
      note: 'why',
    },
    { claim: 'recording', by: 'hugo' },
    { release: 'recording', by: 'hugo' },
    { assign: 'recording', to: 'hugo', by: 'hugo' },
    { assign: 'recording', to: null, by: 'hugo' },
    { post: 'acknowledgement', by: 'hugo' },
    { cancel: 'double', by: 'hugo' },
    { answer: 'checking', output: { ok: true } },
    { fail: 'checking', refused: 'stale' },
    { wait: { workingDays: 2, calendar: 'organisation' } },
    { waitUntil: '2026-03-03T09:00:00+01:00' },
    { waitFor: 'recording.recordBy' },
    { letters: { acknowledgement: 'bounced', '*': 'print' } },
    {
      expect: {
        status: 'active',
        steps: [],
        tasks: [],
        letters: [],
        fields: { severity: 2 },
        due: { 'a.b': null },
        overdue: [],
        records: [],
        outcome: 'x',
      },
    },
  ];
  expect(found(steps)).toEqual([]);
});

test.each<[string, unknown, string[]]>([
  ['nothing to do', [{}], ['script-step /steps/0']],
  ['two things at once', [{ send: 'a', wait: { days: 1 }, by: 'ada' }], ['script-step /steps/0']],
  ['no step at all', ['wait'], ['script-type /steps/0']],
  ['steps that are no list', {}, ['script-type /steps']],
  ['nobody does it', [{ send: 'a' }], ['script-missing /steps/0/by']],
  ['a key nobody knows', [{ send: 'a', by: 'ada', values: {}, vaules: {} }], ['script-unknown /steps/0/vaules']],
  ['a stranger', [{ send: 'a', by: 'eve' }], ['script-person /steps/0/by']],
  ['a stranger is given work', [{ assign: 'a', to: 'eve', by: 'ada' }], ['script-person /steps/0/to']],
  ['somebody called like a part of every object', [{ send: 'a', by: 'toString' }], ['script-person /steps/0/by']],
  ['a wait of two lengths', [{ wait: { days: 1, hours: 1 } }], ['script-type /steps/0/wait']],
  ['a wait of no length', [{ wait: {} }], ['script-type /steps/0/wait']],
  ['a wait into the past', [{ wait: { days: -1 } }], ['script-type /steps/0/wait/days']],
  ['a time without its offset', [{ waitUntil: '2026-03-02T09:00' }], ['script-type /steps/0/waitUntil']],
  ['a fate no letter has', [{ letters: { a: 'lost' } }], ['script-type /steps/0/letters/a']],
  ['a due date that is none', [{ expect: { due: { a: 'soon' } } }], ['script-type /steps/0/expect/due/a']],
])('%s', (_, steps, expected) => {
  expect(found(steps)).toEqual(expected);
});

test('the title is plain words, or words in languages', () => {
  const titled = (title: unknown) => found([], { title });
  expect([titled('Late'), titled({ en: 'Late', fa: 'دیر', pl: 'Późno' })]).toEqual([[], []]);
  expect([titled({}), titled(''), titled(7), titled(['Late'])]).toEqual(new Array(4).fill(['script-type /title']));
  expect(titled({ en: 'Late', fa: '' })).toEqual(['script-type /title/fa']);
});

test('what the script itself lacks is found, all at once', () => {
  const answer = parseScript({ at: 'now', timeZone: 'Mars/One', people: { ada: 'complainant' }, by: 'eve', steps: [] });
  expect(answer.ok ? [] : answer.refusal.map((finding) => `${finding.code} ${finding.at}`)).toEqual([
    'script-missing /process',
    'script-missing /input',
    'script-type /at',
    'script-type /timeZone',
    'script-type /people/ada',
    'script-person /by',
  ]);
});

test('what is no JSON object is refused, also a hostile one', () => {
  for (const hostile of [null, 7, 'x', [], undefined]) expect(parseScript(hostile).ok).toBe(false);
  expect(parseScript(JSON.parse('{"__proto__":{"process":"starter"}}')).ok).toBe(false);
  let deep: unknown = {};
  for (let level = 0; level < 5_000; level++) deep = { deep };
  expect(parseScript({ ...good, input: deep }).ok).toBe(false);
});

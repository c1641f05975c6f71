import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Finding, SchemaTool } from '../../definition/finding.ts';
import { parseDefinition } from '../../definition/parse-definition.ts';
import { findingsOf } from './findings-of.ts';

const read = (name: string): string => readFileSync(new URL(`../../../../definitions/src/processes/${name}.json`, import.meta.url), 'utf8');
const shipped = { starter: read('starter'), complaint: read('complaint') };
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
type Edit = (draft: Draft, states: Draft) => void;

function findings(name: keyof typeof shipped, edit: Edit): readonly Finding[] {
  const draft: Draft = JSON.parse(shipped[name]);
  edit(draft, draft.machine.states);
  const parsed = parseDefinition(draft);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return findingsOf(parsed.value, { schemas });
}
const en = { en: 'a', fa: 'ب', pl: 'c' };
const guard = (params: unknown) => ({ type: 'if', params });
const task = (role: string) => ({ src: 'task', input: { role } });
const step = (id: string, more: object) => ({ id, meta: { title: en }, ...more });
/** Ways from the first step of the starter. */
function leadTo(draft: Draft, ...steps: readonly string[]): void {
  for (const id of steps) {
    draft.events[`to${id}`] = { label: en };
    draft.machine.states.recording.on[`to${id}`] = [{ target: `#${id}` }];
  }
}

test('two steps of one name are found before anything else is said', () => {
  const all = findings(
    'complaint',
    (_, states) => (states.answer.states.closing = step('closing', { on: { nonsense: [{ target: '#nowhere' }] } })),
  );
  expect(all).toEqual([
    {
      code: 'id-twice',
      severity: 'error',
      at: '/machine/states/ending/states/closing',
      facts: { id: 'closing', first: '/machine/states/answer/states/closing' },
    },
  ]);
});

test('a row to the history of a stage it starts in is refused, from inside and from the stage itself', () => {
  const history = { id: 'before', type: 'history', target: '#reviewing' };
  const from = (source: (states: Draft) => Draft) =>
    findings('complaint', (_, states) => {
      states.review.states.before = history;
      source(states).on = { ...source(states).on, addInfo: [{ target: '#before' }] };
    }).map(({ code, at }) => [code, at]);
  expect(from((states) => states.review.states.reviewing)).toEqual([
    ['own-history', '/machine/states/review/states/reviewing/on/addInfo/0/target'],
  ]);
  expect(from((states) => states.review)).toEqual([['own-history', '/machine/states/review/on/addInfo/0/target']]);
  expect(from((states) => states.outside.states.externalOffer)).toEqual([]);
});

test('a history at the top of the machine remembers nothing, for the machine is never left: no row may lead to it', () => {
  const found = findings('starter', (_, states) => {
    states.before = { id: 'before', type: 'history', target: '#closing' };
    states.deciding.on.decide = [{ target: '#before' }];
  });
  expect(found).toEqual([
    { code: 'own-history', severity: 'error', at: '/machine/states/deciding/on/decide/0/target', facts: { step: 'deciding', stage: '' } },
  ]);
});

test('what a history remembers may be used up: the row is no “otherwise”', () => {
  const all = findings('starter', (_, states) => {
    states.stage = step('stage', {
      initial: 'inner',
      states: {
        inner: step('inner', { always: [{ target: '#closing' }] }),
        once: step('once', { meta: { title: en, maxVisits: 1 }, always: [{ target: '#closing' }] }),
        back: { id: 'back', type: 'history', target: '#inner' },
      },
    });
    states.closing.after.closeBy = [{ target: '#back' }];
  });
  expect(all.map(({ code, at }) => [code, at])).toEqual([['no-otherwise', '/machine/states/closing/after/closeBy']]);
});

test('two tracks cannot both offer the outcome of a task under one event', () => {
  const tracks = (left: object, right: object) =>
    findings('starter', (draft, states) => {
      draft.events.shared = { label: en };
      leadTo(draft, 'tracks');
      states.tracks = step('tracks', {
        type: 'parallel',
        states: { left: step('left', { initial: 'work', states: { work: step('work', left) } }), right: step('right', right) },
        on: { withdraw: [{ target: '#withdrawn' }] },
      });
    }).map(({ code, at, facts }) => ({ code, at, facts }));
  const offers = { invoke: task('handler'), on: { shared: [{ target: '#closing' }] } };
  expect(tracks(offers, offers)).toEqual([
    {
      code: 'event-in-two-tracks',
      at: '/machine/states/tracks/states/right/on/shared',
      facts: { event: 'shared', other: 'work', tracks: ['left', 'right'] },
    },
  ]);
  const below = { initial: 'deep', on: offers.on, states: { deep: step('deep', { invoke: task('handler') }) } };
  expect(tracks(offers, below)).toMatchObject([{ at: '/machine/states/tracks/states/right/on/shared', facts: { other: 'work' } }]);
  expect(tracks({ invoke: task('handler') }, below)).toEqual([]);
  expect(tracks(offers, { invoke: task('handler'), on: { addInfo: [{ target: '#closing' }] } })).toEqual([]);
  expect(tracks({ on: { withdraw: [{ target: '#withdrawn' }] } }, { on: { withdraw: [{ target: '#withdrawn' }] } })).toEqual([]);
});

test('a stage may not end its own end, and a decision must end somewhere', () => {
  const all = findings('complaint', (_, states) => {
    states.review.onDone = [{ target: '#reviewing' }];
    states.review.states.done = step('done', { type: 'final' });
    states.review.states.choice = step('choice', { always: [{ target: '#done', guard: guard({ field: 'priority', is: 'filled' }) }] });
  });
  expect(all.map(({ code, at }) => [code, at])).toEqual([
    ['no-otherwise', '/machine/states/review/onDone'],
    ['no-otherwise', '/machine/states/review/states/choice/always'],
    ['deadline-stays', '/machine/states/review/onDone/0/target'],
  ]);
});

test('a warning for decisions that only send to each other, and for one that stays where it is', () => {
  const choices = (first: object, second: object) =>
    findings('starter', (draft, states) => {
      states.first = step('first', { always: [first] });
      states.second = step('second', { always: [second] });
      leadTo(draft, 'first', 'second');
    }).map(({ code, at }) => [code, at]);
  expect(choices({ target: '#second' }, { target: '#first' })).toEqual([
    ['endless-decision', '/machine/states/first/always/0'],
    ['endless-decision', '/machine/states/second/always/0'],
  ]);
  expect(choices({ actions: [{ type: 'set', params: { score: 1 } }] }, { target: '#closing' })).toEqual([
    ['endless-decision', '/machine/states/first/always/0'],
  ]);
  expect(choices({ target: '#second' }, { target: '#closing' })).toEqual([]);
});

test('a sub-procedure whose rows name outcomes may leave “otherwise” out; other conditions may not', () => {
  const rows = (condition: unknown) =>
    findings('complaint', (_, states) => {
      const { onDone } = states.review.states.reviewing.invoke;
      onDone.at(-1).guard = guard(condition);
    }).map(({ code, at }) => [code, at]);
  expect(rows({ outcome: ['unresolved'] })).toEqual([]);
  expect(rows({ field: 'decision', is: 'filled' })).toEqual([['no-otherwise', '/machine/states/review/states/reviewing/invoke/onDone']]);
});

test('what is left of a clock is no deadline where the clock has not begun', () => {
  const late = (starts: readonly string[]) =>
    findings('starter', (draft) => {
      draft.clocks.answer.starts = starts;
      draft.delays.decideBy = { remaining: 'answer' };
    }).map(({ code, at, facts }) => ({ code, at, facts }));
  expect(late(['stage:receipt'])).toEqual([]);
  expect(late(['stage:decision'])).toEqual([]);
  expect(late(['stage:internal-review'])).toEqual([
    {
      code: 'clock-starts-late',
      at: '/machine/states/deciding/after/decideBy',
      facts: { clock: 'answer', step: 'deciding', starts: ['stage:internal-review'] },
    },
  ]);
});

test('a way “at any time” is taken from a step: where the first one starts the clock, nobody comes late', () => {
  const anyTime = (starts: readonly string[]) =>
    findings('starter', (draft) => {
      draft.machine.on.addInfo = [{ target: '#deciding' }];
      draft.clocks.answer.starts = starts;
      draft.delays.decideBy = { remaining: 'answer' };
    }).map(({ code, at }) => [code, at]);
  expect(anyTime(['stage:receipt'])).toEqual([]);
  expect(anyTime(['stage:investigation'])).toEqual([['clock-starts-late', '/machine/states/deciding/after/decideBy']]);
});

test('tables: wrong cells, wrong numbers of cells', () => {
  const table = (edit: (table: Draft) => void) =>
    findings('complaint', (draft) => edit(draft.decisions.pace)).map(({ code, at, facts }) => ({ code, at, problem: facts.problem }));
  expect(table((pace) => (pace.rows[1].when[0] = '>= 3 and <= 4'))).toEqual([
    { code: 'unary-test', at: '/decisions/pace/rows/1/when/0', problem: 'not-allowed' },
  ]);
  expect(table((pace) => pace.rows[1].when.pop())).toEqual([{ code: 'unary-test', at: '/decisions/pace/rows/1/when', problem: 'count' }]);
  expect(table((pace) => pace.otherwise.pop())).toEqual([{ code: 'unary-test', at: '/decisions/pace/otherwise', problem: 'count' }]);
  expect(table((pace) => (pace.rows[0].then[0] = 'soon')).map(({ code, at }) => [code, at])).toEqual([
    ['value-does-not-fit', '/decisions/pace/rows/0/then/0'],
  ]);
  // What is collected becomes a list: a number cannot hold it, a list can, and takes one of its members as well.
  const collected = findings('complaint', (draft) => {
    draft.decisions.pace.hit = 'collect';
    draft.data.priority.schema = { type: 'array', items: { type: 'integer' } };
  });
  expect(collected.filter(({ code }) => code === 'value-does-not-fit').map(({ at }) => at)).toEqual([
    ...[0, 1, 2, 3, 4, 5].map((row) => `/decisions/pace/rows/${row}/then/1`),
    '/decisions/pace/otherwise/1',
  ]);
});

test('an outcome with a form of its own, or one that is taken around the tracks too, cannot stand within a track', () => {
  const tracks = (event: string, on: object) =>
    findings('starter', (draft, states) => {
      draft.events.shared = { label: en };
      draft.events.asked = { label: en, form: 'closure' };
      leadTo(draft, 'tracks');
      const work = { invoke: task('handler'), on: { [event]: [{ target: '#closing' }] } };
      states.tracks = step('tracks', { type: 'parallel', states: { left: step('left', work), right: step('right', { ...work, on }) } });
      draft.machine.on.shared = [{ target: '#closing' }];
    }).map(({ code, at, facts }) => [code, at, facts.other]);
  const other = { examined: [{ target: '#closing' }] };
  const at = '/machine/states/tracks/states';
  expect(tracks('asked', { asked: [{ target: '#closing' }] })).toEqual([['event-in-two-tracks', `${at}/right/on/asked`, 'left']]);
  expect(tracks('shared', other)).toEqual([['event-in-two-tracks', `${at}/left/on/shared`, 'right']]);
  expect(tracks('asked', other)).toEqual([]);
});

test('the tracks of a procedure that runs in tracks are where it begins', () => {
  const all = findings('starter', (draft, states) => {
    const track = (id: string, event: string) => {
      const work = step(`${id}Work`, { invoke: task('handler'), on: { [event]: [{ target: `#${id}End` }] } });
      const over = step(`${id}End`, { type: 'final', tags: ['outcome:resolved'] });
      return step(id, { initial: `${id}Work`, states: { [`${id}Work`]: work, [`${id}End`]: over } });
    };
    draft.machine = { type: 'parallel', states: { left: track('left', 'close'), right: track('right', 'examined') } };
    draft.clocks = {};
    draft.letters = {};
    draft.delays = {};
    expect(states).toBeDefined();
  });
  expect(all).toEqual([]);
});

test.each<[string, string, Edit]>([
  ['is itself', '/target', (_, { review }) => (review.states.before = { id: 'before', type: 'history', target: '#before' })],
  [
    'is another one',
    '/target',
    (_, { review }) => {
      review.states.before = { id: 'before', type: 'history', target: '#earlier' };
      review.states.earlier = { id: 'earlier', type: 'history', target: '#reviewing' };
    },
  ],
])('a history is refused where what it begins with %s', (_, part, edit) => {
  const at = `/machine/states/review/states/before${part}`;
  expect(findings('complaint', edit)).toMatchObject([{ code: 'unknown-step', at, facts: { outside: 'review' } }]);
});

test('a procedure cannot come home to an end or a history', () => {
  const homeIs = (home: string) =>
    findings('complaint', (draft, { review }) => {
      review.states.before = { id: 'before', type: 'history', target: '#reviewing' };
      draft.home = home;
    }).map(({ code, at }) => [code, at]);
  expect(homeIs('withdrawn')).toEqual([['unknown-step', '/home']]);
  expect(homeIs('before')).toEqual([['unknown-step', '/home']]);
  expect(homeIs('reviewing')).toEqual([]);
});

test('a stage that begins with itself, or by way of a history with what is around it, is refused', () => {
  const itself = findings('complaint', (_, { review }) => (review.initial = 'review'));
  expect(itself).toMatchObject([{ code: 'unknown-step', at: '/machine/states/review/initial' }]);
  const around = findings('complaint', (_, { review }) => {
    review.initial = 'before';
    review.states.before = { id: 'before', type: 'history', target: '#review' };
  });
  expect(around).toMatchObject([{ code: 'unknown-step', at: '/machine/states/review/states/before/target' }]);
});

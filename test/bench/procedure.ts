import type { Definition } from '@redress/engine';

const words = (text: string) => ({ en: text });

/** Four tasks, a timer of one second, one more task, the end: seven transitions as in every comparison of engines, and the register number's. */
export const tasksBefore = ['first', 'second', 'third', 'fourth'] as const;
export const taskAfter = 'fifth';

const stages: { readonly [step: string]: string } = { first: 'stage:receipt', fifth: 'stage:response' };

const work = (id: string, next: string, more: object = {}) => ({
  id,
  tags: [stages[id] ?? 'stage:investigation'],
  meta: { title: words(id) },
  invoke: { src: 'task', input: { role: 'clerk', form: 'note' } },
  on: { done: [{ target: `#${next}` }] },
  after: { late: [{ actions: [{ type: 'letter', params: { letter: 'reminder' } }] }] },
  ...more,
});

const shared = {
  format: 1,
  kind: 'general',
  languages: ['en'],
  roles: {
    clerk: { title: words('Clerk'), party: 'organisation' },
    complainant: { title: words('Complainant'), party: 'complainant' },
  },
  data: {
    text: { title: words('Text'), schema: { type: 'string' }, visibleTo: ['clerk'] },
    note: { title: words('Note'), schema: { type: 'string' } },
  },
  start: { form: 'lodging', by: ['clerk'] },
  forms: {
    lodging: { title: words('Lodging'), sections: [{ fields: [{ field: 'text', required: true }] }] },
    note: { title: words('Note'), sections: [{ fields: [{ field: 'note' }] }] },
  },
  events: { done: { label: words('Done') } },
  letters: {
    reminder: { title: words('Reminder'), to: ['clerk'], subject: words('Reminder'), blocks: [{ text: words('{note}') }] },
  },
};

/** The work of the figures: tasks with due dates, a clock, a letter to staff, a timer, the register number. */
export const measured: Definition = plain({
  ...shared,
  id: 'measured',
  title: words('Measured'),
  delays: {
    late: { title: words('Late'), days: 5 },
    pause: { title: words('Pause'), minutes: 1 / 60 },
    promise: { title: words('Promise'), days: 56 },
  },
  clocks: {
    answer: {
      title: words('Answer'),
      kind: 'law',
      limit: 'promise',
      starts: ['stage:receipt'],
      stops: ['stage:response'],
      warnAt: [75],
      source: 'own',
    },
  },
  machine: {
    initial: 'first',
    states: {
      first: work('first', 'second'),
      second: work('second', 'third', { entry: [{ type: 'letter', params: { letter: 'reminder' } }] }),
      third: work('third', 'fourth'),
      fourth: work('fourth', 'waiting'),
      waiting: { id: 'waiting', meta: { title: words('waiting') }, after: { pause: [{ target: '#fifth' }] } },
      fifth: work('fifth', 'answered'),
      answered: { id: 'answered', type: 'final', tags: ['outcome:resolved'], meta: { title: words('answered') } },
    },
  },
});

/** A timer that comes again every second: as many timers a second as there are such cases. */
export const ticking: Definition = plain({
  ...shared,
  id: 'ticking',
  title: words('Ticking'),
  delays: { late: { title: words('Late'), days: 5 }, tick: { title: words('Tick'), minutes: 1 / 60, repeat: true } },
  clocks: {},
  machine: {
    initial: 'only',
    states: {
      only: work('only', 'over', { after: { tick: [{ actions: [{ type: 'set', params: { note: 'ticked' } }] }] } }),
      over: { id: 'over', type: 'final', tags: ['outcome:ended'], meta: { title: words('over') } },
    },
  },
});

const circle = Array.from({ length: 200 }, (_, index) => [
  `track${index}`,
  { entry: [{ type: 'set', params: { note: 'a'.repeat(1 + (index % 9)) } }] },
]);
const condition = (feel: string) => [{ target: '#only', reenter: true, guard: { type: 'if', params: { feel } } }];
const sent = { label: words('Sent'), by: ['clerk'], form: 'note' };

/** Written to hold the others up: the dearest pattern in a condition and on a field, a loop without end, a circle through 200 tracks. */
export const hostile: Definition = plain({
  ...shared,
  id: 'hostile',
  title: words('Hostile'),
  data: { ...shared.data, note: { title: words('Note'), schema: { type: 'string', pattern: '(a+)+$' } } },
  events: { ...shared.events, pattern: sent, endless: sent, circle: sent },
  delays: { late: { title: words('Late'), days: 5 } },
  clocks: {},
  machine: {
    initial: 'only',
    states: {
      only: work('only', 'over', {
        on: {
          done: [{ target: '#over' }],
          pattern: condition('matches(text, "(a+)+$")'),
          endless: condition('some i in 1..40000000 satisfies i = 0'),
          circle: [{ target: '#wide' }],
        },
      }),
      wide: {
        id: 'wide',
        type: 'parallel',
        meta: { title: words('wide') },
        states: {
          ...Object.fromEntries(circle.map(([id, track]) => [id, { id, meta: { title: words(String(id)) }, ...Object(track) }])),
          turning: { id: 'turning', meta: { title: words('turning') }, always: [{ target: '#wide', reenter: true }] },
        },
      },
      over: { id: 'over', type: 'final', tags: ['outcome:ended'], meta: { title: words('over') } },
    },
  },
});

const dueSoon = (id: string, ...pause: readonly object[]): Definition =>
  plain({
    ...shared,
    id,
    title: words(id),
    delays: { late: { title: words('Late'), days: 5 }, pause: { title: words('Pause'), minutes: 1 / 60 } },
    clocks: {},
    machine: {
      initial: 'only',
      states: {
        only: work('only', 'over', { after: { pause } }),
        turning: { id: 'turning', meta: { title: words('turning') }, always: [{ target: '#turned' }] },
        turned: { id: 'turned', meta: { title: words('turned') }, always: [{ target: '#turning' }] },
        over: { id: 'over', type: 'final', tags: ['outcome:ended'], meta: { title: words('over') } },
      },
    },
  });

/** Deadlines that fail after a second: one cannot be decided, one goes round for ever. */
export const poisoned: readonly Definition[] = [
  dueSoon('endless', { target: '#turning' }),
  dueSoon('undecided', { target: '#over', guard: { type: 'if', params: { feel: 'note > "a"' } } }, { target: '#turning' }),
];
/** The same deadline, which ends its case. */
export const harmless = dueSoon('harmless', { target: '#over' });

function plain(definition: object): Definition {
  return JSON.parse(JSON.stringify(definition));
}

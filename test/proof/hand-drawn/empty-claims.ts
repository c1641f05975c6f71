import { type Edit, put } from '../../tools/rule-trial.ts';
import { type Fault, fault, when } from './faults.ts';
import { box, delay, event, go, letter, record, stay, step, task, words } from './short-words.ts';

const saysYes = { act: 'accept', by: ['reader'] };
const yes = [{ target: '#deliver', actions: [record('acceptance')], meta: saysYes }];
const solved = [{ target: '#closeYes', meta: saysYes }];
const decidesAtOnce = (always: Parameters<typeof put>[1]) => put('/machine/states/atOnce', step('atOnce', '', { always }));

const ask = (params: { [key: string]: Parameters<typeof put>[1] }) => ({ type: 'if', params });
/** Where nobody answers, the case ends well if this holds of what was filled in before. */
const silenceIfSo = (params: { [key: string]: Parameters<typeof put>[1] }) =>
  put('#waitReader/after/month', [{ guard: ask(params), target: '#closeYes' }, ...go('closeNo')]);

const calm = (id: string, next: string) =>
  step(id, 'interim-remedy', {
    invoke: task('desk'),
    on: { calmed: go(next) },
    after: { twoDays: go(next, letter('late'), letter('over')) },
  });

/** The whole case as one track, beside another that only waits a month. */
const allTracks: Edit = (draft) => {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return;
  const { machine } = draft;
  if (typeof machine !== 'object' || machine === null || Array.isArray(machine)) return;
  const owner = { meta: { owner: 'desk' } };
  draft.machine = {
    type: 'parallel',
    states: box(
      step('main', '', { ...owner, ...machine }),
      step('beside', '', {
        ...owner,
        initial: 'idle',
        states: box(step('idle', '', { ...owner, after: { month: go('idled') } }), step('idled', '', { type: 'final' })),
      }),
    ),
  };
};

/** Rows that say of themselves what nobody did, and steps that only seem to be reached, kept informed of or bounded. */
export const emptyClaims: readonly Fault[] = [
  fault('a deadline that passes says yes for the complainant', 'library', '10002/7.9-B', put('#waitReader/after/month', yes)),
  fault(
    'a clock that runs out says yes for the complainant',
    'library',
    '10002/7.9-B',
    put('/clocks/patience', {
      title: words('Patience'),
      kind: 'service',
      limit: 'fortnight',
      starts: ['stage:awaiting-complainant'],
      stops: ['stage:closure'],
    }),
    put('#waitReader/on/clock.patience.due', yes),
  ),
  fault('a letter that is out says yes for the complainant', 'library', '10002/7.9-B', put('#send/invoke/onDone', yes)),
  fault(
    'a decision after a deadline says yes for the complainant',
    'library',
    '10002/7.9-B',
    put('#waitReader/after/month', go('atOnce')),
    decidesAtOnce(yes),
  ),
  fault(
    'a decision after what staff did says yes for the complainant',
    'library',
    '10002/7.9-B',
    put('#judge/on/decided', go('atOnce')),
    decidesAtOnce(solved),
  ),
  fault('tracks that end say yes for the complainant', 'library', '10002/7.9-B', put('#work/onDone', solved)),
  fault(
    'a deadline that passes withdraws for the complainant',
    'library',
    '10002/7.9-I',
    put('#waitReader/after/month', [{ target: '#gone', meta: { act: 'withdraw', by: ['reader'] } }]),
  ),
  fault(
    'we store the consent of the complainant, who said nothing',
    'external-dispute',
    '10003/4.6-A',
    put('#consent/on/bothConsent/0/meta/by', ['coordinator']),
  ),
  fault('whoever may decide as well may review it', 'library', '10002/4.7-B', put('#judge/on/decided/0/meta', { by: ['chief', 'board'] })),
  fault(
    'another office may decide, and may review it',
    'library',
    '10002/4.7-B',
    put('#judge/on/takenUp', [{ target: '#send', meta: { by: ['board'] } }]),
    put('/events/takenUp', event({ form: 'verdict' })),
  ),
  fault(
    'the complainant can say no only with a reason that the form has no place for',
    'library',
    '10002/7.9-C',
    put('#waitReader/on/sayNo/0/meta', { requires: ['note'] }),
  ),
  fault(
    'the complainant hears how it stands only where it is serious',
    'library',
    '10002/7.3-B',
    put('#research/after/weekly', [{ guard: when('severity > 3'), actions: [letter('still')] }, ...stay(letter('memo'))]),
  ),
  fault(
    'the way for what is urgent is open to nobody',
    'library',
    '10002/7.5-C S-2',
    put('#isUrgent/always/0/guard', when('needForImmediateAction = true and needForImmediateAction = false')),
  ),
  fault(
    'the clock that ends the wait may be stopped meanwhile',
    'library',
    '10002/4.15-B',
    put('#judge/after', {}),
    put('#judge/on/clock.promise.due', go('offer', letter('over'), letter('late'))),
    put('/events/stopIt', event({ by: ['desk'] })),
    put('/machine/on/stopIt', stay({ type: 'clock', params: { clock: 'promise', do: 'stop' } })),
  ),
  fault(
    'the clock that ends the wait may get longer meanwhile',
    'library',
    '10002/4.15-B',
    put('#judge/after', {}),
    put('#judge/on/clock.promise.due', go('offer', letter('over'), letter('late'))),
    put('/delays/long', delay({ days: 200 })),
    put('/clocks/promise/extension', { limit: 'long', times: 1, letter: 'late' }),
    put('/events/extendIt', event({ by: ['desk'] })),
    put('/machine/on/extendIt', stay({ type: 'clock', params: { clock: 'promise', do: 'extend' } })),
  ),
  fault(
    'four days that begin with the next day of work are up to six',
    'library',
    '10002/7.4-B',
    put('#register/after', { later: go('greet', letter('over')) }),
    put('/delays/later', delay({ days: 4, counts: 'nextWorkingDay' })),
  ),
  // Conditions that may hold, if only somebody fills in what they ask.
  fault('silence is a yes where there is a note', 'library', '10002/7.9-B', silenceIfSo({ field: 'note', is: 'filled' })),
  fault(
    'silence is a yes where a note holds two words',
    'library',
    '10002/7.9-B',
    silenceIfSo({
      all: [
        { field: 'note', is: 'contains', value: 'thank' },
        { field: 'note', is: 'contains', value: 'fine' },
      ],
    }),
  ),
  fault(
    'silence is a yes where two people are concerned',
    'library',
    '10002/7.9-B',
    silenceIfSo({
      all: [
        { field: 'aboutPerson', is: 'contains', value: 'ann' },
        { field: 'aboutPerson', is: 'contains', value: 'bob' },
      ],
    }),
  ),
  fault('silence is a yes where two texts differ', 'library', '10002/7.9-B', silenceIfSo({ field: 'note', is: '!=', as: 'reasons' })),
  fault(
    'the letter with the decision goes out before it is taken',
    'library',
    '10002/7.8-A',
    put('#judge/entry', [letter('verdict')]),
    put('#judge/on/decided', go('closeYes')),
  ),
  fault(
    'the outside route is told before the decision, and not after it',
    'library',
    '10002/7.9-A',
    put('#judge/entry', [letter('offer')]),
    put('#judge/on/decided', go('closeNo')),
    put('#judge/after/threeDays', go('closeNo', letter('over'), letter('late'))),
    put('/letters/endNo/blocks/1/tells', ['legal-route']),
  ),
  fault(
    'silence is a yes in a case that is all tracks',
    'library',
    '10002/7.9-B',
    allTracks,
    put('#waitReader/after/month', go('closeYes')),
  ),
  fault(
    'the last step costs something, and three that nobody comes to do as well',
    'library',
    '10002/4.8-A',
    put('#isUrgent/always/0/guard', when('needForImmediateAction = true and needForImmediateAction = false')),
    put('#calm/on/calmed', go('calmer')),
    put('/machine/states/work/states/urgent/states/calmer', calm('calmer', 'calmest')),
    put('/machine/states/work/states/urgent/states/calmest', calm('calmest', 'noNeed')),
    ...['calm', 'calmer', 'calmest', 'closeYes'].map((id) => put(`#${id}/meta/charge`, { amount: 5, currency: 'EUR' })),
  ),
];

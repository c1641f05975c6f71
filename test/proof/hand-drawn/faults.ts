import { cut, type Edit, join, put, rename } from '../../tools/rule-trial.ts';
import { event, go, letter, stay, step, task, words } from './short-words.ts';

/** What somebody could have drawn wrong, and the rule that has to name it. */
export interface Fault {
  readonly fault: string;
  /** A shipped procedure by its file, or `library`. */
  readonly in: string;
  readonly rules: readonly string[];
  readonly edits: readonly Edit[];
}

export const fault = (what: string, where: string, rules: string, ...edits: readonly Edit[]): Fault => ({
  fault: what,
  in: where,
  rules: rules.split(' '),
  edits,
});
export const when = (feel: string) => ({ type: 'if', params: { feel } });

export const faults: readonly Fault[] = [
  // Acknowledgement and records.
  fault(
    'whoever phones is never told that the complaint has arrived',
    'complaint',
    '10002/7.4-A',
    put('#intake/on/register', [{ guard: when('channel = "phone"'), target: '#assessing' }, ...go('acknowledging')]),
  ),
  fault('a greeting that could not be sent is given up', 'library', '10002/7.4-A', put('#greet/invoke/onError', go('sort'))),
  fault(
    'an acknowledgement that could not be sent waits for its deadline, and is not sent',
    'complaint',
    '10002/7.4-A',
    cut('#acknowledging/invoke/onError/0/actions/1'),
  ),
  fault(
    'a decision that could not be sent waits for its deadline, and is not sent',
    'library',
    '10002/7.8-A',
    put('#send/invoke/onError', stay(letter('memo'))),
  ),
  fault('nothing is marked as the receipt', 'library', '10002/7.2-D', rename('stage:receipt', 'stage:information')),
  fault('nothing is marked as the answer', 'library', '10002/7.8-D', rename('stage:response', 'stage:information')),
  fault('work begins although nobody has written the complaint down', 'complaint', '10002/7.2-B', cut('/forms/lodging/records')),
  fault(
    'solved on the spot, and no record is left',
    'library',
    '10002/7.2-C',
    cut('/forms/slip/records'),
    put('/events/solved', event({ by: ['desk'] })),
    put('#register/on/solved', go('well')),
  ),
  fault('the closing deadline ends the case without a record', 'library', '10002/7.9-F', cut('#closeNo/after/week/0/actions/1')),
  // Silence, and who may speak for the complainant.
  fault(
    'silence counts as a yes when a clock has run out',
    'library',
    '10002/7.9-B',
    put('/clocks/patience', {
      title: words('Patience'),
      kind: 'service',
      limit: 'fortnight',
      starts: ['stage:awaiting-complainant'],
      stops: ['stage:closure'],
    }),
    put('#waitReader/on/clock.patience.due', go('ask')),
  ),
  fault('staff may say yes for the complainant', 'starter', '10002/7.9-B', put('/events/accept/by', ['complainant', 'handler'])),
  fault('only staff may say no', 'complaint', '10002/7.9-C', put('/events/reject/by', ['handler'])),
  fault('only staff may ask how it stands', 'complaint', '10002/7.3-A', put('/events/statusRequest/by', ['handler'])),
  fault('only staff may add to the file', 'complaint', '10002/4.11-A', put('/events/addInfo/by', ['handler'])),
  fault(
    'consent is asked of the complainant, and only we may refuse',
    'external-dispute',
    '10003/4.6-C',
    put('/events/decline/by', ['coordinator']),
  ),
  fault(
    'the answer of one form leaves out the no',
    'library',
    '10002/7.9-C',
    put('#waitReader/on', {
      answered: [
        { ...go('deliver', letter('still'))[0], guard: when('yesNo = "yes"'), meta: { act: 'accept' } },
        { ...go('offer')[0], meta: { act: 'go-external' } },
      ],
    }),
  ),
  fault(
    'no is an answer only in severe cases, which the complainant does not decide',
    'library',
    '10002/7.9-C',
    put('#waitReader/on/sayNo', [{ guard: when('severity > 3'), target: '#again' }]),
  ),
  fault(
    'formulas take every answer of a list but one',
    'library',
    'S-5',
    put('#waitReader/on', {
      answered: [
        { ...go('deliver', letter('still'))[0], guard: when('yesNo = "yes"'), meta: { act: 'accept' } },
        { ...go('again')[0], guard: when('yesNo = "no"'), meta: { act: 'reject' } },
      ],
    }),
  ),
  // Persons.
  fault(
    'the witness is kept away, and the person complained about is not',
    'complaint',
    '10002/4.7-A',
    put('/data/witnesses', { title: words('Witnesses'), schema: { type: 'array', items: { type: 'string' } }, holds: 'person' }),
    put('/roles/witness', { title: words('Witness'), party: 'organisation', heldBy: 'witnesses' }),
    put('#deciding/invoke/input/excludes', ['witness']),
  ),
  fault(
    'the chief looks again at what the chief decided',
    'library',
    '10002/4.7-B',
    put('#again/invoke/input/excludes', ['colleague', 'researcher']),
  ),
  fault(
    'the panel takes a late decision over, and looks again at its own',
    'library',
    '10002/4.7-B',
    put('/delays/day', { title: words('Delay'), days: 1 }),
    put('#judge/after/day', stay({ type: 'reassign', params: { to: 'panel' } })),
  ),
  fault(
    'a letter tells the person complained about who complained',
    'starter',
    '10002/4.10-A',
    put('/letters/toSubject', {
      title: words('L'),
      to: ['subject'],
      subject: words('L'),
      blocks: [{ text: words('{complainantName}, {contact}') }],
    }),
    join('#examining/entry', letter('toSubject')),
  ),
  // Reasons and the way outside.
  fault(
    'reasons are given only where something is granted',
    'library',
    '10002/7.8-B',
    put('/letters/verdict/blocks/1/when', { field: 'remedy', is: 'filled' }),
  ),
  fault(
    'after a no in a lesser case the file is closed',
    'library',
    '10002/7.9-K',
    put('#waitReader/on/sayNo', [{ guard: when('severity > 2'), target: '#again' }, ...go('closeNo')]),
  ),
  fault(
    'staff may close a case that is being looked into',
    'complaint',
    '10002/7.7-A',
    put('/events/closeNow', event()),
    put('#investigating/on/closeNow', go('closingUnresolved')),
  ),
  fault(
    'the promised day closes the case, wherever it is',
    'library',
    '10002/7.6-D 10002/7.4-A',
    put('/machine/on/clock.promise.due', go('closeNo')),
  ),
  // Time.
  fault(
    'a step that may be skipped at once waits for ever where it is not',
    'library',
    '10002/4.15-A',
    put(
      '/machine/states/hold',
      step('hold', '', {
        meta: { owner: 'chief' },
        always: [{ guard: when('severity = 1'), target: '#judge' }],
        on: { decided: [{ target: '#judge', meta: { by: ['chief'] } }] },
      }),
    ),
    put('#work/onDone', go('hold')),
  ),
  fault('one of two tracks waits for ever', 'library', '10002/4.15-A 10002/4.15-B', cut('#calm/after')),
  fault(
    'a deadline is begun again as often as wished',
    'complaint',
    'S-4 10002/4.15-B',
    put('/events/moreTime', event()),
    put('#investigating/on/moreTime', [{ target: '#investigating', reenter: true }]),
  ),
  fault(
    'work is put aside and taken up where it was, again and again',
    'library',
    'S-4 10002/4.15-B',
    put('/events/hold', event({ by: ['librarian'] })),
    put('#work/on', { hold: go('held') }),
    put(
      '/machine/states/held',
      step('held', '', {
        invoke: task('librarian'),
        on: { posted: go('backToStudy') },
        after: { week: go('backToStudy', letter('over', 'board'), letter('late')) },
      }),
    ),
    put('#study/states/backToStudy', { id: 'backToStudy', type: 'history', history: 'deep', target: '#research' }),
  ),
  fault(
    'a clock moves a late case on, and nobody hears of it',
    'library',
    '10002/4.12-A 10002/7.3-C',
    put('/clocks/judging', {
      title: words('Judging'),
      kind: 'service',
      limit: 'threeDays',
      starts: ['stage:decision'],
      stops: ['stage:response'],
    }),
    cut('#judge/after'),
    put('#judge/on/clock.judging.due', go('again')),
    cut('#again/entry'),
  ),
  // The outside body.
  fault(
    'silence is taken for consent',
    'external-dispute',
    '10003/4.6-A 10003/4.6-G',
    put('#consent/after/consentBy/0/target', '#screening'),
  ),
  fault('only the complainant consents', 'external-dispute', '10003/4.6-A', put('#consent/on/bothConsent/0/meta/consent', ['complainant'])),
  fault(
    'what binds is not said to bind',
    'external-dispute',
    '10003/7.5.2-B',
    cut('#determinativeOffer/on/bothConsentBinding/0/meta/binding'),
  ),
  fault(
    'after the award both are sent back to mediation',
    'external-dispute',
    '10003/7.5.5-A 10003/7.6-F',
    put('#determination/on/rule/0/target', '#facilitation'),
  ),
  fault(
    'what was agreed counts as carried out when its time is over',
    'external-dispute',
    '10003/7.6-G',
    put('#implementing/after/implementBy', go('verifying')),
  ),
];

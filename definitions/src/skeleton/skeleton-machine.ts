import type { SkeletonAnswers } from './skeleton-answers.ts';
import parts from './skeleton-parts.json' with { type: 'json' };

const goTo = (step: string, ...actions: readonly object[]) => ({ target: `#${step}`, ...(actions.length > 0 ? { actions } : {}) });
const stays = (...actions: readonly object[]) => ({ actions });
const letter = (id: string, ...to: readonly string[]) => ({ type: 'letter', params: { letter: id, ...(to.length > 0 ? { to } : {}) } });
const late = [letter('overdue', 'management'), letter('late')];
const step = (id: keyof typeof parts.steps, meta: object = {}) => ({ id, meta: { ...parts.steps[id], ...meta } });
const task = (role: string, form?: string, excludes: readonly string[] = []) => ({
  src: 'task',
  input: { role, ...(form === undefined ? {} : { form }), ...(excludes.length > 0 ? { excludes } : {}) },
});
const stage = (id: keyof typeof parts.steps, owner: string, states: Readonly<Record<string, object>>) => ({
  ...step(id, { owner }),
  initial: Object.keys(states)[0] ?? '',
  states,
});

/** Who does what: roles that the answers did not ask for are those of somebody else. */
export const rolesFor = ({ answering }: SkeletonAnswers) => ({
  frontline: answering === 'three' ? 'frontline' : 'handler',
  decisionMaker: answering === 'one' ? 'handler' : 'decisionMaker',
});

/** Receive, acknowledge, assess, investigate, decide, respond, close; and what happens if they disagree. */
export function skeletonMachine(answers: SkeletonAnswers): object {
  const { frontline, decisionMaker } = rolesFor(answers);
  return {
    initial: 'reception',
    on: {
      withdraw: [goTo('withdrawn', letter('withdrawalReceipt'))],
      statusRequest: [stays(letter('progress'))],
      addInfo: [stays(letter('newStatement'))],
      'clock.answer.warn': [stays(letter('reminder', decisionMaker, 'management'))],
      'clock.answer.due': [stays(letter('overdue', 'management'))],
    },
    states: {
      reception: stage('reception', frontline, reception(frontline)),
      examination: stage('examination', 'handler', examination),
      verdict: stage('verdict', decisionMaker, {
        deciding: {
          ...step('deciding'),
          tags: ['stage:decision'],
          invoke: task(decisionMaker, 'decision', ['subject']),
          on: { decide: [goTo('responding')] },
          after: { decideBy: [goTo('externalOffer', ...late)] },
        },
      }),
      answer: stage('answer', 'handler', answer(answers)),
      disagreement: stage('disagreement', decisionMaker, disagreement(answers)),
      ending: stage('ending', 'handler', ending(answers)),
      resolved: { ...step('resolved'), type: 'final', tags: ['outcome:resolved'] },
      unresolved: { ...step('unresolved'), type: 'final', tags: ['outcome:unresolved'] },
      withdrawn: {
        ...step('withdrawn'),
        type: 'final',
        tags: ['outcome:withdrawn'],
        entry: [{ type: 'record', params: { record: 'closure-record' } }],
      },
      redirected: { ...step('redirected'), type: 'final', tags: ['outcome:misdirected'] },
    },
  };
}

const reception = (frontline: string) => ({
  receiving: {
    ...step('receiving'),
    tags: ['stage:receipt'],
    invoke: task(frontline, 'receiving'),
    on: { received: [goTo('acknowledging')], notOurs: [goTo('redirected', letter('redirection'))] },
    after: { receiveBy: [goTo('acknowledging', letter('overdue', 'management'))] },
  },
  acknowledging: {
    ...step('acknowledging', { owner: 'handler' }),
    tags: ['stage:acknowledgement'],
    ...sends('acknowledgement', 'assessing'),
    after: { acknowledgeBy: [goTo('assessing', letter('overdue', 'management'))] },
  },
});

const sends = (id: string, next: string) => ({
  invoke: { src: 'letter', input: { letter: id }, onDone: [goTo(next)], onError: [stays(letter('undelivered'), letter(id))] },
});

const examination = {
  assessing: {
    ...step('assessing'),
    tags: ['stage:initial-assessment', 'stage:interim-remedy'],
    invoke: task('handler', 'assessment', ['subject']),
    on: { assessed: [goTo('investigating')] },
    after: { assessBy: [goTo('investigating', ...late)] },
  },
  investigating: {
    ...step('investigating'),
    tags: ['stage:investigation'],
    invoke: task('handler', 'investigation', ['subject']),
    on: { findingsReady: [goTo('deciding')] },
    after: { update: [stays(letter('progress'))], investigateBy: [goTo('deciding', ...late)] },
  },
};

const answer = ({ again }: SkeletonAnswers) => ({
  responding: {
    ...step('responding'),
    tags: ['stage:response'],
    ...sends('decision', 'awaitingAnswer'),
    after: { respondBy: [goTo('awaitingAnswer', ...late)] },
  },
  awaitingAnswer: {
    ...step('awaitingAnswer'),
    tags: ['stage:awaiting-complainant'],
    invoke: task('complainant'),
    on: { accept: [goTo('implementing')], reject: disagreed(again), goExternal: [goTo('externalOffer')] },
    after: { answerReminder: [stays(letter('answerReminder'))], answerBy: [goTo('closingUnresolved')] },
  },
});

/** Somebody looks again once; whoever still disagrees, or where nobody does, is told who can help outside. */
const disagreed = (again: boolean, ...actions: readonly object[]) =>
  again ? [goTo('reviewing', ...actions), goTo('externalOffer', ...actions)] : [goTo('externalOffer', ...actions)];

const disagreement = (answers: SkeletonAnswers): Readonly<Record<string, object>> => ({
  ...(answers.again ? { reviewing: reviewing(rolesFor(answers).decisionMaker) } : {}),
  externalOffer: {
    ...step('externalOffer'),
    tags: ['stage:external-offer'],
    entry: [letter('externalOffer')],
    invoke: task('complainant'),
    on: {
      accept: [{ ...goTo('implementing'), guard: { type: 'if', params: { field: 'decision', is: 'filled' } } }],
      ...(answers.outside === 'named' ? { takeOutside: [goTo('closingUnresolved')] } : { wantsExternal: [goTo('outsideBody')] }),
      decline: [goTo('closingUnresolved')],
    },
    after: { offerOpen: [goTo('closingUnresolved')] },
  },
  ...(answers.outside === 'awaited' ? { outsideBody: awaited } : answers.outside === 'procedure' ? { outsideBody: procedure } : {}),
});

const reviewing = (decisionMaker: string) => ({
  ...step('reviewing', { maxVisits: 1 }),
  tags: ['stage:internal-review'],
  invoke: task('reviewer', 'decision', [...new Set(['subject', 'handler', decisionMaker])]),
  on: { reviewed: [goTo('externalOffer')] },
  after: { update: [stays(letter('progress'))], reviewBy: [goTo('externalOffer', ...late)] },
});

const outside = { ...step('outsideBody'), tags: ['stage:external', 'wait:provider'] };
const noResult = { externalBy: [goTo('closingUnresolved', letter('overdue', 'management'), letter('externalOverdue'))] };
const awaited = {
  ...outside,
  on: { settledOutside: [goTo('closing')], notSettledOutside: [goTo('closingUnresolved')] },
  after: noResult,
};
const sets = (params: object) => ({ type: 'set', params });
const ended = (outcome: string) => ({ guard: { type: 'if', params: { outcome: [outcome] } } });
/** The procedure before an outside body that is shipped (ISO 10003). */
const procedure = {
  ...outside,
  invoke: {
    src: 'case',
    input: {
      definition: 'dispute',
      data: {
        description: '= description',
        complaintHistory: '= findings',
        complaintNumber: '= case.number',
        subjectPersons: '= aboutWhom',
        complainantName: '= complainantName',
        contact: '= contact',
        preferredLanguage: '= preferredLanguage',
      },
      excludes: ['subject'],
    },
    onDone: [
      {
        ...goTo('closing', sets({ outsideResult: '= result.terms', outsideReasons: '= result.reasons' })),
        ...ended('resolved'),
        meta: { title: parts.rows.settledOutside, act: 'resolved', by: ['provider'] },
      },
      {
        ...goTo('withdrawn'),
        ...ended('withdrawn'),
        meta: { title: parts.rows.withdrawnOutside, act: 'child-withdrawn', by: ['complainant'] },
      },
      {
        ...goTo('closingUnresolved', sets({ outsideReasons: '= result.reasons' })),
        meta: { title: parts.rows.notSettledOutside, act: 'not-resolved', by: ['provider'] },
      },
    ],
  },
  after: noResult,
};

const ending = (answers: SkeletonAnswers) => ({
  implementing: {
    ...step('implementing', { maxVisits: 2 }),
    tags: ['stage:remedy'],
    entry: [letter('remedyPlan')],
    invoke: task('handler', 'remedy'),
    on: { remedyDone: [goTo('closing', letter('remedyDelivered'))] },
    after: { remedyBy: disagreed(answers.again, ...late) },
  },
  closing: closing('closing', { role: 'handler', end: 'resolved', says: 'closure' }),
  closingUnresolved: closing('closingUnresolved', {
    role: rolesFor(answers).decisionMaker,
    end: 'unresolved',
    says: 'closureUnresolved',
  }),
});

const closing = (
  id: 'closing' | 'closingUnresolved',
  { role, end, says }: { readonly role: string; readonly end: string; readonly says: string },
) => ({
  ...step(id),
  tags: ['stage:closure'],
  entry: [letter(says)],
  invoke: task(role, 'closure'),
  on: { close: [goTo(end)] },
  after: { closeBy: [goTo(end, letter('overdue', 'management'), { type: 'record', params: { record: 'closure-record' } })] },
});

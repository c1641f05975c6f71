import { cut, join, put } from '../../tools/rule-trial.ts';
import { type Fault, fault, when } from './faults.ts';
import { event, go, letter, stay, step, task, words } from './short-words.ts';

/** What is drawn otherwise and means the same. */
export const harmless: readonly Omit<Fault, 'rules'>[] = [
  fault('a whole procedure written by hand', 'library', ''),
  fault(
    'one form asks for yes, no or outside, and formulas part the ways',
    'library',
    '',
    put('#waitReader/on', {
      answered: [
        {
          guard: when('yesNo = "yes"'),
          target: '#deliver',
          actions: [{ type: 'record', params: { record: 'acceptance' } }],
          meta: { act: 'accept' },
        },
        { guard: when('yesNo = "no"'), target: '#again', meta: { act: 'reject' } },
        { guard: when('yesNo = "outside"'), target: '#offer', meta: { act: 'go-external' } },
      ],
    }),
  ),
  fault(
    'a decision after the form parts the ways',
    'library',
    '',
    put('#waitReader/on', { answered: go('sortAnswer') }),
    put(
      '/machine/states/sortAnswer',
      step('sortAnswer', '', {
        always: [
          {
            guard: { type: 'if', params: { field: 'yesNo', is: '=', value: 'yes' } },
            target: '#deliver',
            actions: [{ type: 'record', params: { record: 'acceptance' } }],
            meta: { act: 'accept', by: ['reader'] },
          },
          {
            guard: { type: 'if', params: { field: 'yesNo', is: '=', value: 'no' } },
            target: '#again',
            meta: { act: 'reject', by: ['reader'] },
          },
          { target: '#offer', meta: { act: 'go-external', by: ['reader'] } },
        ],
      }),
    ),
  ),
  fault(
    'a clock is the deadline of the investigation',
    'starter',
    '',
    put('/clocks/looking', {
      title: words('Looking'),
      kind: 'service',
      limit: 'examineBy',
      starts: ['stage:investigation'],
      stops: ['stage:decision'],
    }),
    put('#examining/on', {
      examined: go('deciding'),
      'clock.looking.due': go('deciding', letter('overdue', 'processOwner'), letter('late')),
    }),
    cut('#examining/after/examineBy'),
  ),
  fault(
    'staff may ask and add as well',
    'complaint',
    '',
    put('/events/statusRequest/by', ['complainant', 'handler']),
    put('/events/addInfo/by', ['complainant', 'handler']),
  ),
  fault(
    'the parties consent one after the other',
    'external-dispute',
    '',
    put('/events/weConsent', event({ act: 'consent' })),
    put('/events/weDecline', event({ act: 'decline' })),
    put('#consent/on/bothConsent', [{ target: '#ourConsent', meta: { consent: ['complainant'] } }]),
    put(
      '/machine/states/opening/states/ourConsent',
      step('ourConsent', 'consent', {
        invoke: task('coordinator', 'consent'),
        on: { weConsent: [{ target: '#screening', meta: { consent: ['organisation'] } }], weDecline: go('notPursued') },
        after: { consentBy: go('notPursued', letter('overdue'), letter('progress')) },
      }),
    ),
  ),
  fault(
    'an acknowledgement that could not be sent is sent by whoever reads that, before its deadline or with it',
    'complaint',
    '',
    put('#acknowledging/invoke/onError', stay(letter('undelivered'))),
    put('/events/reached', event({ by: ['frontline'] })),
    put('#acknowledging/on', { reached: go('assessing', letter('acknowledgement')) }),
    put('#acknowledging/after/acknowledgeBy/0/actions', [letter('overdueNotice', 'processOwner'), letter('acknowledgement')]),
  ),
  fault(
    'a second role is named by a field',
    'complaint',
    '',
    put('/data/witnesses', { title: words('Witnesses'), schema: { type: 'array', items: { type: 'string' } }, holds: 'person' }),
    put('/roles/witness', { title: words('Witness'), party: 'organisation', heldBy: 'witnesses' }),
    join('#investigating/invoke/input/excludes', 'witness'),
  ),
  fault(
    'the librarian takes a late decision over, and the panel looks again',
    'library',
    '',
    put('/delays/day', { title: words('Delay'), days: 1 }),
    put('#judge/after/day', stay({ type: 'reassign', params: { to: 'librarian' } })),
    join('#again/invoke/input/excludes', 'librarian'),
  ),
  fault(
    'the complaint is filed by the way itself',
    'complaint',
    '',
    cut('/forms/lodging/records'),
    put('#intake/entry', [{ type: 'record', params: { record: 'complaint-record' } }]),
  ),
  fault(
    'a wait is skipped where the answer is there already',
    'complaint',
    '',
    put('#surveying/always', [{ guard: { type: 'if', params: { field: 'score', is: 'filled' } }, target: '#closing' }]),
    cut('#surveying/invoke'),
    put('#surveying/tags', ['stage:satisfaction-survey', 'wait:complainant']),
    put('/events/answered/by', ['complainant']),
    put('/events/answered/form', 'survey'),
  ),
  fault(
    'the clock that only warns moves the case to the process owner',
    'complaint',
    '',
    put('#investigating/on/clock.response.warn', go('delayNotice')),
  ),
  fault(
    'a reminder more, and a file note at any time',
    'library',
    '',
    put('/events/note', event({ by: ['desk'] })),
    put('/machine/on/note', stay({ type: 'record', params: { record: 'note' } })),
  ),
  fault(
    'two formulas ask the same in other words, and only one of the ways could be wrong',
    'library',
    '',
    put('#waitReader/after/month', [{ guard: when('severity >= 4'), target: '#lateAndSevere' }, ...go('closeNo')]),
    put(
      '/machine/states/lateAndSevere',
      step('lateAndSevere', '', { always: [{ guard: when('not(severity > 3)'), target: '#ask' }, ...go('closeNo')] }),
    ),
  ),
  fault(
    'a formula on free words is asked again, turned round and written otherwise',
    'library',
    '',
    put('#waitReader/after/month', [
      { guard: when('remedy = "none" and findings = "all well"'), target: '#lateAndWell' },
      ...go('closeNo'),
    ]),
    put(
      '/machine/states/lateAndWell',
      step('lateAndWell', '', {
        always: [{ guard: when('not( (findings="all well") and remedy = "none" )'), target: '#ask' }, ...go('closeNo')],
      }),
    ),
  ),
  fault(
    'a field that nobody has filled in by then opens no way',
    'library',
    '',
    put('#waitReader/after/month', [
      { guard: { type: 'if', params: { field: 'score', is: 'filled' } }, target: '#closeYes' },
      ...go('closeNo'),
    ]),
  ),
  fault(
    'what a way needs is filled in with it, or was at the start',
    'library',
    '',
    put('#waitReader/on/sayNo/0/meta', { requires: ['yesNo', 'description'] }),
  ),
];

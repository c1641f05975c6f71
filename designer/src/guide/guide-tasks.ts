import type { MessageId } from '../language/messages.ts';
import type { Facts } from '../language/words.tsx';
import type { KeyName } from './key-list.ts';

/** Words of a button or field as they stand there, with what stands in their gaps; or the keys that do something. */
export type Named = MessageId | readonly [MessageId, Facts] | { readonly pressed: KeyName };
/** A sentence, and what is named in its braces: the words on buttons are never written a second time. */
export type GuideStep = readonly [MessageId, Readonly<Record<string, Named>>];
export type GuideGroup = 'draw' | 'try' | 'publish';
export type GuideTarget = 'procedures' | 'map' | 'outline' | 'try' | 'review' | 'versions';

export interface GuideTask {
  readonly id: 'begin' | 'step' | 'who' | 'deadline' | 'data' | 'letter' | 'table' | 'try' | 'problems' | 'undo' | Publishing | 'keys';
  readonly group: GuideGroup;
  /** The page where it is done. */
  readonly opens: GuideTarget;
  readonly steps: readonly GuideStep[];
  /** What is named in the sentence about what is seen then; without it the task ends with its list. */
  readonly seen?: Readonly<Record<string, Named>>;
}
type Publishing = 'send' | 'comment' | 'approve' | 'publish' | 'restore';

/** Something that has its own name in the window. */
const some = { name: '…', what: '…' };

const drawing: readonly GuideTask[] = [
  {
    id: 'begin',
    group: 'draw',
    opens: 'procedures',
    steps: [
      ['guide.begin.1', { procedures: 'procedures.title', new: 'procedures.new' }],
      ['guide.begin.2', { name: 'gallery.name' }],
      [
        'guide.begin.3',
        {
          beginWith: 'gallery.begin-with',
          empty: 'gallery.empty',
          bank: 'gallery.for.bank',
          shop: 'gallery.for.shop',
          hospital: 'gallery.for.hospital',
        },
      ],
      ['guide.begin.4', { begin: 'procedures.begin' }],
      ['guide.begin.5', { empty: 'gallery.empty', draw: 'skeleton.draw' }],
      ['guide.begin.6', { copy: ['procedures.copy-title', some] }],
    ],
    seen: {},
  },
  {
    id: 'step',
    group: 'draw',
    opens: 'map',
    steps: [
      ['guide.step.1', { map: 'design.map', outline: 'design.outline' }],
      ['guide.step.2', { what: 'panel.what', next: 'outline.next-step' }],
      ['guide.step.3', { name: 'outline.name', kind: 'outline.kind', add: 'outline.add' }],
      ['guide.step.4', { way: 'outline.add-way' }],
      ['guide.step.5', { leads: 'outline.leads-to-field' }],
      ['guide.step.6', {}],
      ['guide.step.7', { place: 'map.place-new' }],
    ],
    seen: {},
  },
  {
    id: 'who',
    group: 'draw',
    opens: 'outline',
    steps: [
      ['guide.who.1', { who: 'panel.who' }],
      ['guide.who.2', { works: 'outline.who-works' }],
      ['guide.who.3', { excludes: 'who.excludes', keepAway: 'who.excludes-add' }],
      ['guide.who.4', { who: 'panel.who', addRole: 'who.add-role' }],
      ['guide.who.5', { holders: 'who.holders' }],
      ['guide.who.6', { startBy: 'who.start-by' }],
    ],
    seen: {},
  },
  {
    id: 'deadline',
    group: 'draw',
    opens: 'outline',
    steps: [
      ['guide.deadline.1', { when: 'panel.when' }],
      ['guide.deadline.2', { addRung: 'when.add-rung' }],
      [
        'guide.deadline.3',
        {
          happens: 'when.what-happens',
          remind: 'when.rung.remind',
          escalate: 'when.rung.escalate',
          deadline: 'when.rung.deadline',
        },
      ],
      ['guide.deadline.4', { howLong: 'when.after-how-long', workingDays: 'outline.unit.workingDays', add: 'outline.add' }],
      ['guide.deadline.5', { when: 'panel.when', addClock: 'when.add-clock' }],
      ['guide.deadline.6', { limit: 'when.clock-limit', starts: 'when.clock-starts', stops: 'when.clock-stops' }],
    ],
    seen: {},
  },
  {
    id: 'data',
    group: 'draw',
    opens: 'outline',
    steps: [
      ['guide.data.1', { data: 'panel.data', form: 'outline.form', newForm: 'forms.new' }],
      ['guide.data.2', { edit: 'forms.edit' }],
      ['guide.data.3', { addField: 'forms.add-field', newField: 'forms.new-field' }],
      ['guide.data.4', { required: 'forms.required' }],
      ['guide.data.5', { more: 'forms.more', askedIf: 'forms.asked-if' }],
      ['guide.data.6', { personal: 'forms.personal', readers: 'forms.readers' }],
      ['guide.data.7', { preview: 'forms.preview' }],
    ],
    seen: {},
  },
  {
    id: 'letter',
    group: 'draw',
    opens: 'outline',
    steps: [
      ['guide.letter.1', { letters: 'panel.letters', new: 'letters.new' }],
      ['guide.letter.2', { name: 'outline.name', to: 'letters.to', add: 'outline.add' }],
      ['guide.letter.3', { subject: 'letters.subject' }],
      ['guide.letter.4', { ready: 'letters.ready' }],
      ['guide.letter.5', { insert: 'letters.insert' }],
      ['guide.letter.6', { preview: 'letters.preview' }],
      ['guide.letter.7', { letters: 'panel.letters', addDone: 'actions.add', send: 'actions.sort.letter' }],
    ],
    seen: {},
  },
  {
    id: 'table',
    group: 'draw',
    opens: 'outline',
    steps: [
      ['guide.table.1', { data: 'panel.data', add: 'tables.add' }],
      ['guide.table.2', { asksFirst: 'tables.first-input', setsFirst: 'tables.first-output' }],
      ['guide.table.3', { open: 'tables.open', addRow: 'tables.add-row' }],
      ['guide.table.4', { hit: 'tables.hit' }],
      ['guide.table.5', { gaps: 'tables.gaps', overlaps: 'tables.overlaps', trial: 'tables.try' }],
      ['guide.table.6', { letters: 'panel.letters', addDone: 'actions.add', decide: 'actions.sort.decide' }],
    ],
    seen: {},
  },
];

const trying: readonly GuideTask[] = [
  {
    id: 'try',
    group: 'try',
    opens: 'try',
    steps: [
      ['guide.try.1', { trial: 'design.try', actAs: 'trial.act-as' }],
      ['guide.try.2', { fill: 'trial.fill', begin: 'trial.begin' }],
      ['guide.try.3', { acts: 'trial.acts' }],
      ['guide.try.4', { workingDay: 'trial.working-day', week: 'trial.week' }],
      ['guide.try.5', { story: 'trial.story' }],
      ['guide.try.6', { save: 'trial.save', keep: 'trial.keep' }],
      ['guide.try.7', { share: ['trial.gate-share', { reached: 3, of: 5 }] }],
    ],
    seen: { scenarios: 'trial.scenarios' },
  },
  {
    id: 'problems',
    group: 'try',
    opens: 'outline',
    steps: [
      ['guide.problems.1', { problems: ['problems.button', { count: 2 }] }],
      ['guide.problems.2', {}],
      ['guide.problems.3', {}],
      ['guide.problems.4', { f8: { pressed: 'next-problem' } }],
    ],
    seen: { none: ['outline.problems', { count: 0 }] },
  },
  {
    id: 'undo',
    group: 'try',
    opens: 'map',
    steps: [
      ['guide.undo.1', { undo: ['edit.undo', some], undoKey: { pressed: 'undo' } }],
      ['guide.undo.2', { redo: ['edit.redo', some], redoKey: { pressed: 'redo' } }],
      ['guide.undo.3', { history: 'history.title' }],
      ['guide.undo.4', { others: 'draft.others' }],
      ['guide.undo.5', { mine: 'draft.mine' }],
      ['guide.undo.6', {}],
    ],
    seen: {},
  },
];

const publishing: readonly GuideTask[] = [
  {
    id: 'send',
    group: 'publish',
    opens: 'review',
    steps: [
      ['guide.send.1', { review: 'design.review' }],
      ['guide.send.2', { checks: 'review.checks' }],
      ['guide.send.3', { send: 'review.send' }],
      ['guide.send.4', { why: 'review.why' }],
      ['guide.send.5', { send: 'review.send' }],
      ['guide.send.6', { takeBack: 'review.take-back' }],
    ],
    seen: { state: 'procedures.state.submitted', procedures: 'procedures.title' },
  },
  {
    id: 'comment',
    group: 'publish',
    opens: 'review',
    steps: [
      ['guide.comment.1', { review: 'design.review' }],
      ['guide.comment.2', { on: ['review.comment-on', some], add: 'review.comment-add' }],
      ['guide.comment.3', { reply: 'review.reply' }],
      ['guide.comment.4', { settle: 'review.settle' }],
    ],
    seen: {},
  },
  {
    id: 'approve',
    group: 'publish',
    opens: 'review',
    steps: [
      ['guide.approve.1', { right: 'right.compliance', procedures: 'procedures.title', look: 'review.look' }],
      ['guide.approve.2', { allowed: 'review.allowed' }],
      ['guide.approve.3', { changes: 'review.changes', checks: 'review.checks' }],
      ['guide.approve.4', { seen: 'review.allowed-seen' }],
      ['guide.approve.5', { approve: 'review.approve', back: 'review.return' }],
    ],
    seen: { state: 'procedures.state.approved' },
  },
  {
    id: 'publish',
    group: 'publish',
    opens: 'review',
    steps: [
      ['guide.publish.1', { procedures: 'procedures.title', go: 'review.go-publish' }],
      ['guide.publish.2', {}],
      ['guide.publish.3', { from: 'review.from', now: 'review.from-now', date: 'review.from-date' }],
      ['guide.publish.4', { publish: ['review.publish', { version: 2 }] }],
    ],
    seen: {},
  },
  {
    id: 'restore',
    group: 'publish',
    opens: 'versions',
    steps: [
      ['guide.restore.1', { procedures: 'procedures.title', versions: ['review.history-title', some] }],
      ['guide.restore.2', { compare: 'review.compare-to' }],
      ['guide.restore.3', { bringBack: ['review.bring-back', { version: 1 }] }],
      ['guide.restore.4', { why: 'review.why-again', act: 'review.bring-back-act' }],
    ],
    seen: {},
  },
];

/** Short tasks for process owners, in the order in which a procedure comes into force; the keys stand last. */
export const guideTasks: readonly GuideTask[] = [
  ...drawing,
  ...trying,
  ...publishing,
  { id: 'keys', group: 'draw', opens: 'map', steps: [['guide.keys.letters', { shortcuts: 'person-menu.shortcuts' }]] },
];

import { expect, test } from '@jest/globals';
import { type Actor, explore } from '@redress/engine';
import { shipped } from '../../../test/tools/pretend-case.ts';
import { recordOf, withLine } from '../../../test/tools/record-of.ts';
import { recordOfScenario } from '../../../test/tools/record-of-rehearsal.ts';
import { ada, answered, complain, examined, filled, harry, olga, resolved, tom } from '../../../test/tools/starter-case.ts';
import { packs } from '../rules/packs.ts';
import type { CaseRecord, RecordLine } from './case-record.ts';
import { Operation } from './operation.ts';

/** Journals of somebody else: what went otherwise is named with its line, and its harmless twin is clean. */
const judges = {
  starter: new Operation(explore(shipped('starter')), { packs }),
  complaint: new Operation(explore(shipped('complaint')), { packs }),
};

function reviewed(): CaseRecord {
  const complaint = answered();
  complaint.complete('awaitingAnswer', 'reject', ada, { objection: 'Not enough.' });
  complaint.complete('reviewing', 'reviewed', tom, filled('decision', { decision: 'partly', remedyDueDate: '2026-04-01' }));
  return recordOf(complaint);
}
const by =
  (type: string, who: Actor) =>
  (record: CaseRecord): CaseRecord => ({
    ...record,
    lines: record.lines.map((line) => (line.type === type ? { ...line, by: who } : line)),
  });
const without =
  (revision: number) =>
  (record: CaseRecord): CaseRecord => ({ ...record, lines: record.lines.filter((line) => line.revision !== revision) });
const and =
  (more: Partial<RecordLine>) =>
  (record: CaseRecord): CaseRecord => {
    const last = record.lines.at(-1);
    if (!last) throw new Error('no lines');
    const line = { revision: last.revision + 1, at: last.at, type: 'x', to: last.to, taken: [], ...more };
    return { ...record, lines: [...record.lines, line] };
  };
/** Two lines in each other's place. */
const swapped =
  (one: number, other: number) =>
  (record: CaseRecord): CaseRecord => {
    const [first, second] = [record.lines[one - 1], record.lines[other - 1]];
    if (!first || !second) throw new Error('no such lines');
    const lines = record.lines.with(one - 1, { ...second, revision: one }).with(other - 1, { ...first, revision: other });
    return { ...record, lines };
  };
const late = (): CaseRecord => {
  const complaint = complain();
  complaint.wait();
  return recordOf(complaint);
};
const asked = (times: number): CaseRecord => {
  const complaint = answered();
  for (let time = 0; time < times; time += 1) complaint.take('statusRequest', { by: ada });
  return recordOf(complaint);
};
const whole = recordOf(resolved());
const scenario = recordOfScenario('complaint-resolved').record;
const review = reviewed();
const nobody: Actor = { person: 'nora', roles: [] };

type Told = readonly (readonly [kind: string, revision: number, person?: string])[];
const lived: readonly (readonly [what: string, record: CaseRecord, told: Told, procedure?: keyof typeof judges])[] = [
  ['recorded in time', recordOf(examined()), []],
  ['not recorded in time', late(), [['late', 2]]],
  ['a deadline passes by the clock', by('timer.fire', { service: 'clock', roles: [] })(late()), [['late', 2]]],
  ['a deadline that somebody lets pass', by('timer.fire', tom)(late()), [['early', 2, 'tom']]],
  ['a deadline given another day', and({ type: 'timer.move', by: olga })(review), [['moved', 7, 'olga']]],
  ['a failure tried again', and({ type: 'incident.retry', by: olga })(review), []],
  ['a failure left undone', and({ type: 'incident.skip', by: olga })(review), [['skipped', 7, 'olga']]],
  ['ended by hand', and({ type: 'case.cancel', by: olga, to: [] })(review), [['cancelled', 7, 'olga']]],
  ['a task taken and given back', and({ type: 'task.release', by: tom })(and({ type: 'task.claim', by: tom })(review)), []],
  ['whoever examined reviews', by('reviewed', { ...harry, roles: ['topManagement'] })(review), [['excluded', 6, 'harry']]],
  ['whoever decided reviews', by('reviewed', { ...olga, roles: ['topManagement'] })(review), [['excluded', 6, 'olga']]],
  ['reviewed for whoever examined', by('reviewed', { ...tom, onBehalfOf: 'harry' })(review), [['excluded', 6, 'harry']]],
  [
    'reviewed by whoever examined, for another',
    by('reviewed', { ...tom, person: 'harry', onBehalfOf: 'tom' })(review),
    [['excluded', 6, 'harry']],
  ],
  ['decided for whoever reviews later', by('decide', { ...olga, onBehalfOf: 'tom' })(review), [['excluded', 6, 'tom']]],
  ['reviewed for somebody new', by('reviewed', { ...tom, onBehalfOf: 'tina' })(review), []],
  ['reviewed by somebody new', by('reviewed', { ...tom, person: 'tina' })(review), []],
  ['reviewed by somebody without the role', by('reviewed', { ...tom, roles: ['handler'] })(review), [['astray', 6, 'tom']]],
  ['decided by nobody in particular', by('decide', nobody)(whole), [['astray', 4, 'nora']]],
  ['accepted by a handler', by('accept', harry)(whole), [['astray', 5, 'harry']]],
  ['accepted at the desk for the complainant', by('accept', { ...harry, onBehalfOf: 'ada', roles: ['complainant'] })(whole), []],
  ['a line is missing', without(3)(whole), [['astray', 4, 'olga']]],
  ['the last line is missing', without(whole.lines.length)(whole), []],
  [
    'two lines are in each other’s place',
    swapped(3, 4)(whole),
    [
      ['astray', 3, 'olga'],
      ['astray', 4, 'harry'],
      ['astray', 5, 'ada'],
    ],
  ],
  ['a line stands there twice', and({ ...whole.lines.at(-1), revision: whole.lines.length + 1 })(whole), [['astray', 9, 'olga']]],
  ['opened again after its end', and({ type: 'reopened', to: ['examining'], by: olga })(whole), [['astray', 9, 'olga']]],
  [
    'taken over in the middle',
    { ...whole, lines: [{ ...(whole.lines[2] as RecordLine), type: 'case.imported', taken: [] }, ...whole.lines.slice(3)] },
    [],
  ],
  ['as it is drawn', scenario, [], 'complaint'],
  ['a letter that came back', withLine(4, { type: 'invoke.failed' })(scenario), [], 'complaint'],
  ['extended in time', withLine(7, { by: { person: 'olga', roles: ['processOwner'] } })(scenario), [], 'complaint'],
];
test.each(lived)('%s', (_, record, told, procedure = 'starter') => {
  const { deviations } = judges[procedure].judge(record);
  expect(deviations.map(({ kind, revision, person }) => [kind, revision, ...(person === undefined ? [] : [person])])).toEqual(told);
});

const measured: readonly (readonly [what: string, measure: string, record: CaseRecord, value: object, procedure?: keyof typeof judges])[] =
  [
    ['acknowledged late', 'ack-on-time', late(), { value: 0, revision: 2 }],
    ['acknowledged in time', 'ack-on-time', recordOf(examined()), { value: 1 }],
    [
      'the answer’s clock ran out before it was extended',
      'answered-on-time',
      withLine(6, { type: 'clock.response.due' })(scenario),
      { value: 0, revision: 6 },
      'complaint',
    ],
    ['extended before the clock ran out', 'answered-on-time', scenario, { value: 1 }, 'complaint'],
    ['the clock runs out after the answer', 'answered-on-time', and({ type: 'clock.response.due' })(scenario), { value: 1 }, 'complaint'],
    ['asked twice how far it is', 'times-asked', asked(2), { value: 2 }],
    ['never asked', 'times-asked', asked(0), { value: 0 }],
    [
      'a journal that was changed',
      'records-whole',
      { ...whole, standing: { isOpen: false, holders: [], values: {}, isWhole: false } },
      { value: 0 },
    ],
    [
      'a journal as it was written',
      'records-whole',
      { ...whole, standing: { isOpen: false, holders: [], values: {}, isWhole: true } },
      { value: 1 },
    ],
    ['set aside by hand', 'set-aside', and({ type: 'incident.skip', by: olga })(review), { value: 1, revision: 7 }],
    ['not set aside', 'set-aside', and({ type: 'incident.retry', by: olga })(review), { value: 0 }],
  ];
test.each(measured)('%s: %s', (_, measure, record, value, procedure = 'starter') => {
  const found = judges[procedure].judge(record).samples.filter((sample) => sample.measure === measure);
  expect(found).toMatchObject([value]);
});

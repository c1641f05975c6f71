import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { schemas } from '../../../../test/tools/schema-tool.ts';
import type { Finding } from '../../definition/finding.ts';
import { parseDefinition } from '../../definition/parse-definition.ts';
import { findingsOf } from './findings-of.ts';

const read = (name: string): string => readFileSync(new URL(`../../../../definitions/src/processes/${name}.json`, import.meta.url), 'utf8');
const shipped = {
  starter: read('starter'),
  complaint: read('complaint'),
  escalation: read('escalation'),
  'external-dispute': read('external-dispute'),
};
// biome-ignore lint/suspicious/noExplicitAny: an untyped document is what comes from outside.
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
const letter = (name: string, to?: readonly string[]) => ({ type: 'letter', params: { letter: name, ...(to && { to }) } });
const guard = (params: unknown) => ({ type: 'if', params });
const _step = (id: string, more: object) => ({ id, meta: { title: en }, ...more });

test.each(Object.keys(shipped))('the shipped definition %s has no finding', (name) => {
  expect(findings(name as keyof typeof shipped, () => undefined)).toEqual([]);
});

const faults: readonly (readonly [code: string, edit: Edit, at: string, facts?: object])[] = [
  ['id-is-not-key', (_, states) => (states.recording.id = 'writing'), '/machine/states/recording/id', { key: 'recording', id: 'writing' }],
  ['reserved-field', (draft) => (draft.data.return = { title: en, schema: {} }), '/data/return', { id: 'return' }],
  ['reserved-field', (draft) => (draft.data.clock = { title: en, schema: {} }), '/data/clock'],
  ['reserved-id', (draft) => (draft.events.toString = { label: en }), '/events/toString'],
  ['reserved-id', (draft) => (draft.roles.system = { title: en, party: 'organisation' }), '/roles/system'],
  [
    'unknown-step',
    (_, states) => (states.deciding.on.decide[0].target = '#awaitingAnswers'),
    '/machine/states/deciding/on/decide/0/target',
    { name: 'awaitingAnswers', nearest: 'awaitingAnswer' },
  ],
  [
    'unknown-step',
    (_, states) => (states.externalOffer.on.accept[0].guard.params = { in: 'decidin' }),
    '/machine/states/externalOffer/on/accept/0/guard/params/in',
    { name: 'decidin', nearest: 'deciding' },
  ],
  [
    'unknown-event',
    (_, states) => (states.deciding.on.decides = [{ target: '#closing' }]),
    '/machine/states/deciding/on/decides',
    { name: 'decides', nearest: 'decide' },
  ],
  [
    'unknown-role',
    (_, states) => (states.deciding.invoke.input.excludes = ['subjekt']),
    '/machine/states/deciding/invoke/input/excludes/0',
    { name: 'subjekt', nearest: 'subject' },
  ],
  ['unknown-role', (draft) => (draft.events.withdraw.by = ['complainant', 'nobody']), '/events/withdraw/by/1', { name: 'nobody' }],
  [
    'unknown-role',
    (_, states) => (states.deciding.after.headTakesOver[0].actions[2].params.to = 'head'),
    '/machine/states/deciding/after/headTakesOver/0/actions/2/params/to',
  ],
  [
    'unknown-field',
    (draft) => (draft.forms.lodging.sections[0].fields[0].field = 'descriptions'),
    '/forms/lodging/sections/0/fields/0/field',
    { name: 'descriptions', nearest: 'description' },
  ],
  [
    'unknown-field',
    (_, states) => (states.closing.entry = [{ type: 'set', params: { scores: 1 } }]),
    '/machine/states/closing/entry/0/params/scores',
    { name: 'scores', nearest: 'score' },
  ],
  [
    'unknown-field',
    (_, states) => (states.externalOffer.on.accept[0].guard.params = { not: { field: 'toString', is: 'filled' } }),
    '/machine/states/externalOffer/on/accept/0/guard/params/not/field',
  ],
  ['unknown-form', (_, states) => (states.closing.invoke.input.form = 'close'), '/machine/states/closing/invoke/input/form'],
  [
    'unknown-letter',
    (_, states) => (states.closing.entry[0].params.letter = 'closures'),
    '/machine/states/closing/entry/0/params/letter',
    { name: 'closures', nearest: 'closure' },
  ],
  ['unknown-delay', (draft) => (draft.clocks.answer.limit = 'PT48H'.toLowerCase()), '/clocks/answer/limit'],
  [
    'unknown-clock',
    (draft) => (draft.machine.on['clock.anwser.due'] = [{ actions: [letter('overdue', ['topManagement'])] }]),
    '/machine/on/clock.anwser.due',
    { name: 'anwser', nearest: 'answer' },
  ],
  [
    'unknown-clock',
    (_, states) => (states.closing.exit = [{ type: 'clock', params: { clock: 'none', do: 'stop' } }]),
    '/machine/states/closing/exit/0/params/clock',
  ],
  [
    'unknown-decision',
    (_, states) => (states.closing.exit = [{ type: 'decide', params: { decision: 'pace' } }]),
    '/machine/states/closing/exit/0/params/decision',
  ],
  [
    'unknown-service',
    (_, states) => (states.closing.exit = [{ type: 'call', params: { service: 'ledger' } }]),
    '/machine/states/closing/exit/0/params/service',
  ],
  [
    'unknown-placeholder',
    (draft) => (draft.letters.closure.subject.pl = 'Zamknięta: {case.numer}'),
    '/letters/closure/subject/pl',
    { name: 'case.numer', nearest: 'case.number' },
  ],
  [
    'unknown-placeholder',
    (draft) => (draft.letters.reminder.blocks[0].text.en = 'Due {severity + 1}'),
    '/letters/reminder/blocks/0/text/en',
    { name: 'severity + 1', nearest: 'severity' },
  ],
  [
    'feel',
    (_, states) => (states.externalOffer.on.accept[0].guard.params = { feel: 'severity >' }),
    '/machine/states/externalOffer/on/accept/0/guard/params/feel',
    { problem: 'syntax', from: 10, to: 10, found: '' },
  ],
  [
    'feel',
    (_, states) => (states.externalOffer.on.accept[0].guard.params = { feel: 'severity in [3, 4] and score > 1' }),
    '/machine/states/externalOffer/on/accept/0/guard/params/feel',
    { problem: 'in-takes-rest', from: 0, to: 32, write: '(severity in [3, 4]) and score > 1' },
  ],
  [
    'feel',
    (_, states) => (states.closing.entry = [{ type: 'set', params: { score: '= severty' } }]),
    '/machine/states/closing/entry/0/params/score',
    { problem: 'unknown-name', from: 0, to: 7, name: 'severty', nearest: 'severity' },
  ],
  ['feel', (draft) => (draft.delays.recordBy = { workingDays: '= sverity', atMost: { workingDays: 3 } }), '/delays/recordBy/workingDays'],
  ['feel', (draft) => (draft.forms.recording.sections[0].fields[0].prefill = 'case.id2'), '/forms/recording/sections/0/fields/0/prefill'],
  [
    'feel',
    (draft) => (draft.data.score.default = '= clock.answers.due'),
    '/data/score/default',
    { problem: 'unknown-name', from: 0, to: 13, name: 'clock.answers', nearest: 'clock.answer' },
  ],
  ['nobody-may-send', (_, states) => delete states.closing.invoke, '/machine/states/closing/on/close/0', { event: 'close' }],
  ['dead-row', (_, states) => states.deciding.on.decide.push({ target: '#closing' }), '/machine/states/deciding/on/decide/1', { after: 0 }],
  [
    'no-otherwise',
    (_, states) => (states.closing.after.closeBy[0].guard = guard({ field: 'score', is: 'filled' })),
    '/machine/states/closing/after/closeBy',
    { rows: 1 },
  ],
  ['no-otherwise', (_, states) => states.implementing.after.remedyBy.pop(), '/machine/states/implementing/after/remedyBy'],
  [
    'two-deadlines',
    (_, states) => (states.closing.after.reviewBy = [{ target: '#resolved' }]),
    '/machine/states/closing/after/reviewBy',
    { first: 'closeBy', second: 'reviewBy' },
  ],
  [
    'repeat-leads-away',
    (_, states) => (states.examining.after.update[0].target = '#deciding'),
    '/machine/states/examining/after/update/0/target',
    { delay: 'update' },
  ],
  [
    'due-is-no-row',
    (_, states) => (states.deciding.invoke.input.due = 'reviewBy'),
    '/machine/states/deciding/invoke/input/due',
    { delay: 'reviewBy', rows: ['headTakesOver', 'decideBy'] },
  ],
  [
    'deadline-stays',
    (_, states) => (states.closing.after.closeBy[0].target = '#closing'),
    '/machine/states/closing/after/closeBy/0/target',
    { step: 'closing', target: 'closing' },
  ],
  [
    'wait-twice',
    (_, states) => states.deciding.tags.push('wait:complainant'),
    '/machine/states/deciding/tags/1',
    { tag: 'wait:complainant' },
  ],
  ['end-without-outcome', (_, states) => delete states.resolved.tags, '/machine/states/resolved', { outcomes: [] }],
  [
    'stage-on-stage-step',
    (_, states) => states.resolved.tags.push('stage:closure'),
    '/machine/states/resolved/tags/1',
    { tag: 'stage:closure', kind: 'final' },
  ],
  ['clock-tag-on-no-step', (draft) => draft.clocks.answer.stops.push('stage:pilot'), '/clocks/answer/stops/2', { tag: 'stage:pilot' }],
  [
    'clock-has-no-extension',
    (_, states) => (states.closing.exit = [{ type: 'clock', params: { clock: 'answer', do: 'extend' } }]),
    '/machine/states/closing/exit/0/params/clock',
    { clock: 'answer' },
  ],
  ['clock-limit-open', (draft) => (draft.clocks.answer.limit = 'update'), '/clocks/answer/limit', { delay: 'update' }],
  [
    'letter-to-nobody',
    (_, states) => (states.closing.entry[0] = letter('overdue')),
    '/machine/states/closing/entry/0/params',
    { letter: 'overdue' },
  ],
  [
    'claim-without-fact',
    (draft) => (draft.letters.acknowledgement.blocks[1].text.fa = 'سپاس'),
    '/letters/acknowledgement/blocks/1/text/fa',
    { tells: 'case-id' },
  ],
  [
    'claim-without-fact',
    (draft) => draft.letters.closure.blocks[1].tells.push('new-date'),
    '/letters/closure/blocks/1/text/en',
    { tells: 'new-date' },
  ],
  [
    'form-shows-hidden-field',
    (draft) => (draft.data.score.visibleTo = ['handler', 'processOwner']),
    '/forms/survey/sections/0/fields/0',
    { form: 'survey', field: 'score', role: 'complainant' },
  ],
  ['holder-is-no-person', (draft) => (draft.roles.subject.heldBy = 'contact'), '/roles/subject/heldBy', { field: 'contact', holds: null }],
  [
    'default-does-not-fit',
    (draft) => (draft.data.score.default = 9),
    '/data/score/default',
    { field: 'score', keyword: 'maximum', comparison: '<=', limit: 5 },
  ],
  [
    'value-does-not-fit',
    (draft) => (draft.data.channel.options[0].value = 'fax'),
    '/data/channel/options/0/value',
    { field: 'channel', keyword: 'enum', allowedValues: ['web', 'phone', 'letter', 'in-person', 'email'] },
  ],
  [
    'value-does-not-fit',
    (_, states) => (states.closing.entry = [{ type: 'set', params: { score: 'good' } }]),
    '/machine/states/closing/entry/0/params/score',
    { field: 'score', keyword: 'type', type: 'integer' },
  ],
  ['field-schema', (draft) => (draft.data.score.schema = { type: 'nonsense' }), '/data/score/schema', {}],
  [
    'pattern',
    (draft) => (draft.data.contact.schema = { type: 'string', pattern: '^(?=.*@).+$' }),
    '/data/contact/schema/pattern',
    { pattern: '^(?=.*@).+$', because: 'syntax' },
  ],
  [
    'condition-incomplete',
    (_, states) => (states.externalOffer.on.accept[0].guard.params = { field: 'decision', is: '=' }),
    '/machine/states/externalOffer/on/accept/0/guard/params',
    { field: 'decision', is: '=' },
  ],
  [
    'condition-out-of-place',
    (draft) => (draft.forms.survey.sections[0].fields[0].when = { in: 'closing' }),
    '/forms/survey/sections/0/fields/0/when',
    { asks: 'in' },
  ],
  [
    'condition-out-of-place',
    (_, states) => (states.externalOffer.on.accept[0].guard.params = { outcome: ['resolved'] }),
    '/machine/states/externalOffer/on/accept/0/guard/params',
    { asks: 'outcome' },
  ],
  ['text-missing', (draft) => delete draft.letters.closure.subject.pl, '/letters/closure/subject', { language: 'pl' }],
  ['text-missing', (draft) => delete draft.data.channel.options[1].title.fa, '/data/channel/options/1/title', { language: 'fa' }],
  ['text-missing', (draft) => delete draft.publishes.objectives.fa, '/publishes/objectives', { language: 'fa' }],
];

test.each(faults.map(([code, edit, at, facts]) => ({ code, edit, at, facts })))('$code at $at', ({ code, edit, at, facts }) => {
  const all = findings('starter', edit);
  const first = all.find((finding) => finding.at === at);
  expect(first?.code).toBe(code);
  if (facts) expect(first?.facts).toEqual(facts);
  expect([...new Set(all.map((finding) => finding.code))]).toEqual([code]);
});

test('a missing language is a warning, everything else an error', () => {
  expect(findings('starter', (draft) => delete draft.title.pl)).toEqual([
    { code: 'text-missing', severity: 'warning', at: '/title', facts: { language: 'pl' } },
  ]);
  expect(findings('starter', (draft) => (draft.home = 'nowhere')).map(({ severity }) => severity)).toEqual(['error']);
});

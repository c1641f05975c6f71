import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { edited, put } from '../../../test/tools/rule-trial.ts';
import { contractOf } from '../check/contracts.ts';
import { packs } from '../rules/packs.ts';
import { type FixOptions, fixesFor } from './fixes.ts';

const files: Readonly<Record<string, string>> = { escalation: 'escalation', dispute: 'external-dispute' };
const options: FixOptions = {
  packs,
  contractOf: (id) => (files[id] === undefined ? undefined : contractOf({ definition: readProcess(files[id]) })),
  findingsOf: () => [],
};

/** What the first repair of a rule does to a shipped procedure that lost something. */
function repair(id: string, definition: Definition): readonly unknown[] | undefined {
  const rule = packs.flatMap(({ rules }) => rules).find((each) => each.rule.id === id)?.rule;
  if (!rule) throw new Error(`no rule ${id}`);
  const [fix] = fixesFor(definition, rule, options);
  return fix?.acts.map(({ act, facts: { state, stage, role, to, missing } }) => [act, state, stage ?? to ?? missing ?? role]);
}

test.each([
  ['10002/7.5-A', 'starter', 'recording', ['receipt', 'interim-remedy'], 'initial-assessment'],
  ['10002/7.4-A', 'starter', 'examining', ['investigation'], 'acknowledgement'],
  ['10002/7.6-D', 'starter', 'examining', ['acknowledgement'], 'investigation'],
  ['10002/7.9-O', 'starter', 'awaitingAnswer', ['response'], 'awaiting-complainant'],
  ['10002/7.9-P', 'escalation', 'level2', [], 'internal-review'],
  ['10002/7.9-L', 'escalation', 'level3', [], 'internal-review'],
  ['10001/6.3-A', 'code-of-conduct', 'consulting', [], 'consultation'],
  ['10004/7.3.3-A', 'satisfaction', 'collecting', [], 'direct-measure'],
])('%s: in %s the step %s, left with %j, is marked as %s again', (rule, name, step, left, lost) => {
  const tags = left.map((stage) => `stage:${stage}`);
  expect(repair(rule, edited(name, put(`#${step}/tags`, tags)))).toEqual([['mark', step, lost]]);
});

test('what only could have a purpose is given none: whoever screens a dispute does not mediate', () => {
  const definition = edited('external-dispute', put('#facilitation/tags', ['stage:advisory']));
  const acts = repair('10003/4.8-B', definition)?.filter((act) => JSON.stringify(act).includes('mark')) ?? [];
  expect(acts).toEqual(acts.filter((act) => JSON.stringify(act) === '["mark","facilitation","facilitative"]'));
});

const targets: readonly (readonly [string, string, `#${string}`, string, string])[] = [
  ['10002/7.7-B', 'complaint', '#deciding/after/decideBy/0/target', '#awaitingComplainant', 'ownerDeciding'],
  ['10002/7.7-B', 'starter', '#recording/on/recorded/0/target', '#awaitingAnswer', 'examining'],
  ['10002/7.9-B', 'starter', '#externalOffer/after/offerOpen/0/target', '#resolved', 'closingUnresolved'],
  ['10002/7.9-B', 'complaint', '#reminded/after/lastAnswerBy/0/target', '#surveying', 'closingUnresolved'],
  ['10002/7.4-B', 'complaint', '/machine/on/withdraw/0/target' as `#${string}`, '#intake', 'withdrawn'],
  ['10001/6.1-A', 'code-of-conduct', '#objectives/after/objectivesBy/0/target', '#resourcing', 'abandoned'],
  ['10003/7.5-A', 'external-dispute', '#consent/on/bothConsent/0/target', '#awardReview', 'screening'],
];
test.each(targets)('%s: in %s the way %s to %s leads where it should, to %s', (rule, name, way, astray, right) => {
  expect(repair(rule, edited(name, put(way, astray)))).toEqual([['redirect', astray.slice(1), right]]);
});

test.each([
  ['10002/7.7-B', 'complaint', '/forms/decision/records', 'deciding', 'decision'],
  ['10002/7.9-E', 'complaint', '/forms/remedy/records', 'implementing', 'remedy-delivered'],
  ['10003/7.6-G', 'external-dispute', '/forms/implementation/records', 'implementing', 'implementation'],
] as const)('%s: in %s what %s filed is filed again in %s', (rule, name, records, step, record) => {
  expect(repair(rule, edited(name, put(records, [])))).toEqual([['file', step, [record]]]);
});

test('a task is given back to whoever it belongs to: a consent to the complainant', () => {
  const given = edited('external-dispute', put('#consent/invoke/input/role', 'coordinator'));
  expect(repair('10003/4.6-A', given)).toEqual([['task', 'consent', 'complainant']]);
});

test('of what is a hundred times as large fewer ways are tried, and the search ends all the same', () => {
  const tracks = Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => {
      const steps = Array.from({ length: 4 }, (__, of) => `t${at}s${of}`);
      const states = Object.fromEntries(
        steps.map((id, of) => [id, { id, meta: { title: { en: id } }, on: { [`go${at}`]: [{ target: `#${steps[(of + 1) % 4]}` }] } }]),
      );
      return [`t${at}`, { id: `t${at}`, meta: { title: { en: `t${at}` } }, initial: steps[0], states }];
    }),
  );
  const events = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`go${at}`, { label: { en: 'Go' }, by: ['handler'] }]));
  const base = readProcess('starter');
  const broad: Definition = JSON.parse(
    JSON.stringify({ ...base, clocks: {}, events: { ...base.events, ...events }, machine: { type: 'parallel', states: tracks } }),
  );
  expect(repair('S-3', broad)).toBeUndefined();
}, 30_000);

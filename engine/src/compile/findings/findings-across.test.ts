import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseDefinition } from '../../definition/parse-definition.ts';
import { findingsAcross, findingsOfWaiting, subProceduresOf } from './findings-across.ts';

const names = ['complaint', 'escalation', 'external-dispute', 'starter'] as const;
// biome-ignore lint/suspicious/noExplicitAny: an untyped document is what comes from outside, and tests write anywhere in it.
type Draft = any;

function findings(edit: (drafts: Record<(typeof names)[number], Draft>) => void): unknown {
  const texts = names.map((name) => [
    name,
    JSON.parse(readFileSync(new URL(`../../../../definitions/src/processes/${name}.json`, import.meta.url), 'utf8')),
  ]);
  const drafts = Object.fromEntries(texts);
  edit(drafts);
  const definitions = Object.values(drafts).flatMap((draft) => {
    const parsed = parseDefinition(draft);
    return parsed.ok ? [parsed.value] : [];
  });
  const told = findingsAcross(definitions).filter(({ severity, code }) => severity === 'error' || code === 'unknown-outcome');
  return told.map(({ definition, code, at, facts }) => ({ definition, code, at, facts }));
}
const reviewing = (draft: Draft): Draft => draft.machine.states.review.states.reviewing.invoke;
const at = '/machine/states/review/states/reviewing/invoke';

test('the shipped procedures go together', () => {
  expect(findings(() => undefined)).toEqual([]);
});

test('an end of the sub-procedure that no row takes', () => {
  expect(
    findings(({ complaint }) => (reviewing(complaint).onDone.at(-1).guard = { type: 'if', params: { outcome: ['resolved'] } })),
  ).toEqual([
    {
      definition: 'complaint',
      code: 'child-outcome-without-row',
      at: `${at}/onDone`,
      facts: { definition: 'escalation', outcome: 'unresolved' },
    },
  ]);
  expect(
    findings(
      ({ complaint }) =>
        (reviewing(complaint).onDone.at(-1).guard = { type: 'if', params: { any: [{ outcome: ['unresolved'] }, { in: 'reviewing' }] } }),
    ),
  ).toEqual([]);
});

test('a row for an end that the sub-procedure does not have yet: told, and no reason to refuse', () => {
  expect(findings(({ complaint }) => (reviewing(complaint).onDone[0].guard.params.outcome = ['resolved', 'retired']))).toEqual([
    { definition: 'complaint', code: 'unknown-outcome', at: `${at}/onDone/0/guard/params`, facts: { name: 'retired' } },
  ]);
});

test('a procedure that is not there, and a field that the other does not have', () => {
  expect(findings(({ complaint }) => (reviewing(complaint).input.definition = 'escalations'))).toEqual([
    {
      definition: 'complaint',
      code: 'unknown-definition',
      at: `${at}/input/definition`,
      facts: { name: 'escalations', nearest: 'escalation' },
    },
  ]);
  expect(findings(({ complaint }) => (reviewing(complaint).input.data.contacts = '= contact'))).toEqual([
    { definition: 'complaint', code: 'unknown-field', at: `${at}/input/data/contacts`, facts: { name: 'contacts', nearest: 'contact' } },
  ]);
});

test('procedures that wait for each other', () => {
  const found = findings(({ escalation, complaint }) => {
    escalation.machine.states.opening.states.requested.invoke = {
      ...reviewing(complaint),
      input: { definition: 'complaint' },
      onDone: [{ target: '#satisfied' }],
    };
  });
  expect(found).toEqual([
    {
      definition: 'complaint',
      code: 'child-cycle',
      at: `${at}/input/definition`,
      facts: { way: ['complaint', 'escalation', 'complaint'] },
    },
    {
      definition: 'escalation',
      code: 'child-cycle',
      at: '/machine/states/opening/states/requested/invoke/input/definition',
      facts: { way: ['escalation', 'complaint', 'escalation'] },
    },
  ]);
});

test('an end that whoever waits has no way for yet: it is told of the one that waits, once', () => {
  const read = (name: string, edit: (draft: Draft) => void = () => undefined) => {
    const draft = JSON.parse(readFileSync(new URL(`../../../../definitions/src/processes/${name}.json`, import.meta.url), 'utf8'));
    edit(draft);
    const parsed = parseDefinition(draft);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return parsed.value;
  };
  const complaint = read('complaint', (draft) => {
    reviewing(draft).onDone.at(-1).guard = { type: 'if', params: { outcome: ['unresolved'] } };
  });
  const ended = (draft: Draft) => {
    draft.machine.states.misdirected = {
      ...structuredClone(draft.machine.states.withdrawn),
      id: 'misdirected',
      tags: ['outcome:misdirected'],
    };
  };
  expect(subProceduresOf(complaint)).toEqual(['escalation', 'dispute']);
  expect(findingsOfWaiting(read('escalation'), [complaint])).toEqual([]);
  expect(findingsOfWaiting(read('escalation', ended), [complaint, complaint])).toEqual([
    {
      code: 'waiting-without-row',
      severity: 'error',
      at: '/machine',
      facts: { definition: 'complaint', procedure: complaint.title, outcome: 'misdirected' },
    },
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { type Definition, parseDefinition } from '@redress/engine';
import { rehearsedWay, type WayStep } from '../../test/tools/rehearsed-way.ts';
import { check, isOpen, lawPacks, lawRules, packs } from './index.ts';
import { templates } from './templates.ts';

const byId = new Map(
  templates.map((json): [string, Definition] => {
    const parsed = parseDefinition(json);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return [parsed.value.id, parsed.value];
  }),
);
const titles = (id: string, language: string) =>
  Object.values(byId.get(id)?.machine.states ?? {}).map(({ meta }) => meta?.title?.[language]);

test('each speaks first the language of those for whom it is', () => {
  expect([...byId].map(([id, { languages }]) => [id, languages[0]])).toEqual([
    ['bank', 'pl'],
    ['shop', 'fa'],
    ['hospital', 'en'],
  ]);
});

test('the bank has the steps that its process owner knows, in their order', () => {
  const known = [
    'Przyjęcie',
    'Potwierdzenie',
    'Ocena wstępna',
    'Wyjaśnianie',
    'Decyzja',
    'Zatwierdzenie',
    'Odpowiedź',
    'Oczekiwanie na klienta',
  ];
  expect(titles('bank', 'pl').slice(0, known.length)).toEqual(known);
  expect(titles('bank', 'pl')).toEqual(expect.arrayContaining(['Spór zewnętrzny', 'Zamknięta']));
});

test('the bank answers within thirty days, sixty if the matter is complex, and a silent bank has said yes', () => {
  const bank = byId.get('bank');
  expect(bank?.delays).toMatchObject({ responseLimit: { days: 30 }, responseExtended: { days: 60 } });
  expect(bank?.clocks.response).toMatchObject({ kind: 'law', expiryMeans: 'accepted', extension: { limit: 'responseExtended', times: 1 } });
  if (!bank) throw new Error('no bank');
  const silent = rehearsedWay(
    [bank],
    [...bankStart, { waitDays: 35 }, customer('accept'), ...done('carryingOut', 'remedyDone'), ...close('closing')],
    'resolved',
  );
  expect(silent.problems).toEqual([]);
  expect(silent.letters.map(({ letter }) => letter)).toContain('deemedAccepted');
});

test('what a silent bank owes it does although the customer says nothing, and takes no silence of his for a yes', () => {
  const bank = byId.get('bank');
  if (!bank) throw new Error('no bank');
  const way = [...bankStart, { waitDays: 35 }, ...done('fulfilling', 'remedyDone'), ...close('closingUnresolved', 'compliance')];
  expect(rehearsedWay([bank], way, 'unresolved').problems).toEqual([]);
});

describe('what the standards ask', () => {
  /** Rules that should hold and do not, each with its reason. */
  const left: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    bank: {
      '10002/6.2-A': 'Nobody is asked how satisfied he is, so there is nothing to set a target for.',
      '10002/7.8-C': 'A second person approves each answer, and the board decides where that is late.',
      '10002/7.9-G': 'The second look comes before the answer; after it the bank refers to the Financial Ombudsman.',
      '10002/8.3-A': 'The steps are those that its process owner knows; whoever wants to ask customers adds a survey.',
    },
    shop: { '10002/7.8-C': 'Finance approves a large refund before the customer is told of it.' },
    hospital: { '10002/7.8-C': 'The family hears the answer in a meeting, if it wants one, before it is sent.' },
  };
  test.each([...byId])('%s: all that must hold is proved, and what only should hold and does not has its reason', (id, definition) => {
    const checked = check({ definition }, { packs }).filter(({ verdict }) => isOpen(verdict));
    expect(checked.filter(({ severity }) => severity === 'must')).toEqual([]);
    expect(checked.map(({ rule }) => rule)).toEqual(Object.keys(left[id] ?? {}));
  });

  test('a bank keeps what is read of the Polish act: an answer within thirty days or sixty, and silence is a yes', () => {
    const definition = byId.get('bank');
    if (!definition) throw new Error('no bank');
    const act = lawPacks.filter(({ id }) => id === 'pl-financial').map(lawRules);
    const held = check({ definition }, { packs: act }).flatMap(({ rule, verdict }) => (verdict === 'holds' ? [rule] : []));
    expect(held).toEqual(['law:pl-financial/answer-30', 'law:pl-financial/answer-60', 'law:pl-financial/silence-accepted']);
  });
});

const due = { remedyDueDate: '2026-07-01' };
const at = (step: string, send: string, by: string, given = {}): WayStep => ({ send, by, at: step, given });
const customer = (send: string): WayStep => ({ send, by: 'complainant' });
const done = (step: string, send: string): readonly WayStep[] => [at(step, send, 'handler')];
const close = (step: string, by = 'handler'): readonly WayStep[] => [at(step, 'close', by)];

const bankStart = [at('receiving', 'received', 'frontline'), at('assessing', 'assessed', 'handler', { isComplex: true })];
const bankClarified = [
  ...bankStart,
  { send: 'extend', by: 'handler' },
  { send: 'needInfo', by: 'handler' },
  at('clarifying', 'findingsReady', 'handler'),
  at('deciding', 'decide', 'decisionMaker', due),
];
const bankAnswered = [
  ...bankClarified,
  { send: 'sendBack', by: 'approver' },
  at('deciding', 'decide', 'decisionMaker', due),
  at('approving', 'approve', 'approver', due),
];
const shopDecided = [
  at('receiving', 'received', 'support'),
  at('assessing', 'assessed', 'support', { needsReturn: true, safetyImplication: true }),
  at('awaitingReturn', 'sentBack', 'complainant'),
  at('inspecting', 'inspected', 'warehouse'),
  at('deciding', 'decide', 'lead', { ...due, refundAmount: 60_000_000 }),
  at('approvingRefund', 'approve', 'finance'),
];
const shopOutside = [...shopDecided, customer('reject'), at('reviewing', 'reviewed', 'management', due)];
const hospitalAnswered = [
  at('receiving', 'received', 'patientRelations', { stillAtRisk: true, relationship: 'relative' }),
  at('securing', 'secured', 'safetyLead'),
  { send: 'askConsent', by: 'patientRelations' },
  at('checkingConsent', 'consentGiven', 'patientRelations'),
  at('agreeing', 'agreed', 'patientRelations', { meetingWanted: true }),
  at('investigating', 'reviewedClinically', 'clinician', { harmFound: 'severe' }),
  at('deciding', 'decide', 'director', due),
  at('meeting', 'met', 'patientRelations'),
];
const hospitalOutside = [...hospitalAnswered, customer('reject'), at('reviewing', 'reviewed', 'reviewer', due), customer('wantsExternal')];

const ways: readonly (readonly [template: string, what: string, outcome: string, steps: readonly WayStep[]])[] = [
  [
    'bank',
    'accepted and carried out',
    'resolved',
    [...bankAnswered, customer('accept'), ...done('carryingOut', 'remedyDone'), ...close('closing')],
  ],
  [
    'bank',
    'settled before the ombudsman',
    'resolved',
    [
      ...bankAnswered,
      customer('reject'),
      { send: 'settledOutside', by: 'provider' },
      ...done('carryingOut', 'remedyDone'),
      ...close('closing'),
    ],
  ],
  [
    'bank',
    'not settled outside',
    'unresolved',
    [...bankAnswered, customer('reject'), { send: 'notSettledOutside', by: 'provider' }, ...close('closingUnresolved', 'compliance')],
  ],
  ['bank', 'withdrawn', 'withdrawn', [...bankClarified, customer('withdraw')]],
  ['bank', 'for somebody else', 'misdirected', [{ send: 'notOurs', by: 'frontline' }]],
  ['bank', 'nobody does anything', 'unresolved', [{ waitDays: 800 }]],
  [
    'shop',
    'large refund accepted',
    'resolved',
    [
      ...shopDecided,
      customer('accept'),
      at('implementing', 'remedyDone', 'support'),
      at('surveying', 'answered', 'complainant'),
      ...close('closing', 'lead'),
    ],
  ],
  ['shop', 'turned to the outside body', 'unresolved', [...shopOutside, customer('takeOutside'), ...close('closingUnresolved', 'lead')]],
  ['shop', 'withdrawn', 'withdrawn', [...shopDecided, customer('withdraw')]],
  ['shop', 'for somebody else', 'misdirected', [{ send: 'notOurs', by: 'support' }]],
  ['shop', 'nobody does anything', 'unresolved', [{ waitDays: 400 }]],
  [
    'hospital',
    'answered after a meeting',
    'resolved',
    [
      ...hospitalAnswered,
      customer('accept'),
      at('implementing', 'remedyDone', 'safetyLead'),
      at('surveying', 'answered', 'complainant'),
      ...close('closing', 'patientRelations'),
    ],
  ],
  [
    'hospital',
    'settled by the ombudsman',
    'resolved',
    [
      ...hospitalOutside,
      { send: 'settledOutside', by: 'provider' },
      at('surveying', 'answered', 'complainant'),
      ...close('closing', 'patientRelations'),
    ],
  ],
  [
    'hospital',
    'not settled by the ombudsman',
    'unresolved',
    [...hospitalOutside, { send: 'notSettledOutside', by: 'provider' }, ...close('closingUnresolved', 'director')],
  ],
  ['hospital', 'withdrawn', 'withdrawn', [...hospitalAnswered, customer('withdraw')]],
  ['hospital', 'for somebody else', 'misdirected', [{ send: 'notOurs', by: 'patientRelations' }]],
  ['hospital', 'nobody does anything', 'unresolved', [{ waitDays: 900 }]],
];

test.each(ways)('%s: %s', (template, _what, outcome, steps) => {
  const definition = byId.get(template);
  if (!definition) throw new Error(template);
  expect(rehearsedWay([definition], steps, outcome).problems).toEqual([]);
});

test('each end of each is reached by one of these ways', () => {
  for (const [id, { machine }] of byId) {
    const ends = Object.values(machine.states).flatMap(({ type, tags }) => (type === 'final' ? (tags ?? []) : []));
    const reached = new Set(ways.filter(([template]) => template === id).map(([, , outcome]) => `outcome:${outcome}`));
    expect(ends.filter((end) => !reached.has(end))).toEqual([]);
  }
});

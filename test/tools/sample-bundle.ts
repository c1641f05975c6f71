import { check, contractsAmong, type Pack, packsWith, rulesOnCases, shippedVersion } from '@redress/definitions';
import type { Definition } from '@redress/engine';
import type { BundleFacts } from '../../runtime-api/src/bundle/bundle-facts.ts';
import type { SampledCase } from '../../runtime-api/src/bundle/journal-sample.ts';
import type { OrganisationKey } from '../../runtime-api/src/bundle/organisation-key.ts';
import { fingerprintOf, newKeyPair, readPublicKey, signed } from '../../runtime-api/src/bundle/signing.ts';
import { definitionHash } from '../../runtime-api/src/definitions/definition-hash.ts';
import { shippedDefinitions } from '../../runtime-api/src/definitions/shipped-definitions.ts';
import { sha256 } from '../../runtime-api/src/event-id.ts';
import { lineHash } from '../../runtime-api/src/store/journal-line.ts';
import type { JournalLine } from '../../runtime-api/src/store/models/journal.ts';

const organisation = 'green-bank';

/** A key as an organisation has it, made for this run alone. */
export function sampleKey(): OrganisationKey & { readonly privateKey: string } {
  const { publicKey, privateKey } = newKeyPair();
  const key = readPublicKey(publicKey);
  if (!key) throw new Error('No key');
  return {
    publicKey,
    privateKey,
    fingerprint: fingerprintOf(key),
    madeAt: '2026-03-01T00:00:00.000Z',
    sign: (bytes) => signed(bytes, privateKey),
  };
}

/** A journal of so many lines whose chain holds. */
export function sampleCase(id: string, lines: number): SampledCase {
  const written: JournalLine[] = [];
  for (let revision = 1; revision <= lines; revision += 1) {
    const unsigned: Omit<JournalLine, 'hash'> = {
      _id: `${id}:${revision}`,
      organisation,
      caseId: id,
      revision,
      at: `2026-03-0${revision}T09:00:00.000Z`,
      eventId: `${id}-${revision}`,
      type: 'examined',
      bodyHash: sha256('body'),
      by: { person: 'p1', roles: ['handler'] },
      from: ['examining'],
      to: ['examining'],
      status: revision === lines ? 'ended' : 'active',
      taken: [],
      changed: ['facts'],
      filed: [],
      effects: [],
      opened: [],
      closed: [],
      contentsHash: sha256('contents'),
      stateHash: sha256('state'),
      previous: written.at(-1)?.hash ?? '',
    };
    written.push({ ...unsigned, hash: lineHash(unsigned) });
  }
  const head = { revision: lines, hash: written.at(-1)?.hash ?? '' };
  const [startedAt, updatedAt] = [written[0]?.at ?? '', written.at(-1)?.at ?? ''];
  return { document: { _id: id, number: `R-2026-${id}`, outcome: 'resolved', startedAt, updatedAt, head }, lines: written, faults: [] };
}

/** Two cases of which nothing is known but that they ended, and a hundred and fifty whose journals do not go along. */
function operationIn({ kind }: Definition, packs: readonly Pack[]): BundleFacts['operation'] {
  const [first = '', second = '', ...others] = rulesOnCases(packs, kind);
  const none = { kept: 0, broken: 0, open: 0, places: [] };
  const person = { id: 'p2', name: 'Olga', party: 'organisation' } as const;
  const late = { case: { id: 'c9', number: 'R-2026-9' }, revision: 12 };
  return {
    cases: 152,
    capped: false,
    rules: [
      { rule: first, kept: 148, broken: 2, open: 0, places: [late] },
      { rule: second, kept: 150, broken: 0, open: 2, places: [] },
      ...others.map((rule) => ({ rule, ...none })),
    ],
    measures: [
      {
        measure: 'ack-on-time',
        rule: '10002/8.4-B',
        title: { en: 'Acknowledged on time', fa: 'اعلام وصول به‌هنگام', pl: 'Potwierdzone w terminie' },
        counted: { en: 'Told before our time ran out.', fa: 'پیش از پایان مهلت گفته شد.', pl: 'Przekazano przed upływem terminu.' },
        unit: 'share',
        kpi: 'ack-on-time',
        ...{ over: 150, count: 141, value: 0.94, target: { atLeast: 0.98 }, meets: false },
        places: [late],
      },
      {
        measure: 'by-category',
        rule: '10002/8.2-B',
        title: { en: 'By category' },
        unit: 'count',
        ...{ over: 5, value: 5, groups: { field: 'category', of: [{ group: 'Delivery', over: 3, value: 3 }], others: 2 } },
        places: [],
      },
      { measure: 'heard', rule: '10002/4.7-C', title: { en: 'Heard' }, unit: 'share', over: 0, places: [] },
    ],
    deviations: { astray: 0, excluded: 0, cancelled: 0, skipped: 0, moved: 0, early: 0, late: 1 },
    latest: [
      { ...late, kind: 'late', at: '2026-03-03T09:00:00.000Z', element: '/machine/states/investigating/after/investigateBy/0', person },
    ],
  };
}

const policy = Buffer.from('Whoever complains is heard.');

const procedure = (id: string): Definition => {
  const found = shippedDefinitions().find((one) => one.id === id);
  if (!found) throw new Error(`No procedure ${id}`);
  return found;
};

/** Facts about the shipped complaint procedure, truly proved by the standards and a law, with what people signed and two cases. */
export function sampleFacts(more: Partial<BundleFacts> = {}): BundleFacts {
  const definition = procedure('complaint');
  const packs = packsWith(['pl-financial']);
  const started = [procedure('escalation')];
  const contracts = contractsAmong((id) => started.find((one) => one.id === id));
  const person = { id: 'p1', name: 'Cora', party: 'organisation' } as const;
  return {
    organisation: { id: organisation, name: 'Green Bank' },
    timeZone: 'Europe/Warsaw',
    language: 'en',
    madeAt: '2026-03-09T09:00:00.000Z',
    madeBy: { id: 'p1', name: 'Cora' },
    program: shippedVersion,
    definition,
    document: definition,
    started,
    approval: {
      version: 3,
      hash: definitionHash(definition),
      state: 'published',
      publishedAt: '2026-03-01T09:00:00.000Z',
      approvedBy: person,
      approvedAt: '2026-03-01T08:00:00.000Z',
    },
    findings: [
      {
        id: 'n1',
        element: 'deciding/on/decide/0',
        called: { name: { en: 'Decide' }, way: { en: 'Decision made' } },
        person,
        at: '2026-02-27T09:00:00.000Z',
        text: 'Nobody is told why',
        finding: { grade: 'major', clause: '10002/7.8' },
        replies: [
          { person: { id: 'p2', name: 'Olga', party: 'organisation' }, at: '2026-02-27T10:00:00.000Z', text: 'The letter says it now' },
        ],
        resolved: { person, at: '2026-02-28T09:00:00.000Z' },
      },
      {
        id: 'n2',
        element: '',
        person,
        at: '2026-02-27T09:30:00.000Z',
        text: 'Few know of it',
        finding: { grade: 'observation', clause: '10002/4.2' },
        replies: [],
        resolved: { person, at: '2026-02-28T09:00:00.000Z' },
      },
    ],
    packs: packs.map(({ id, version }) => ({ id, version })),
    checked: check({ definition }, { packs, contractOf: contracts }),
    attestations: [
      {
        id: 'a1',
        rule: '10002/4.2-C',
        person,
        statement: 'The board has signed the policy',
        evidence: 'File 17',
        files: [{ id: 'f1', name: 'policy.txt', type: 'text/plain', size: policy.length, sha256: sha256(policy) }],
        validUntil: '2026-09-30',
        at: '2026-03-01T09:00:00.000Z',
        state: 'valid',
      },
    ],
    waivers: [
      {
        id: 'w1',
        rule: '10002/7.4-A',
        person,
        reason: 'Written by hand',
        until: '2026-04-30',
        at: '2026-03-01T09:00:00.000Z',
        state: 'lapsed',
      },
    ],
    period: {},
    operation: operationIn(definition, packs),
    sample: { cases: [sampleCase('c1', 3), sampleCase('c2', 2)], leftOut: [] },
    evidence: { files: [{ sha256: sha256(policy), bytes: policy }], leftOut: [] },
    ...more,
  };
}

import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { childCaseId } from '../../runtime-api/src/event-id.ts';
import type { OutgoingMessage } from '../../runtime-api/src/ports.ts';
import { acts, childOf, fieldsOf, inReview, outside, stepOf } from '../complaint-family.ts';
import { type Office, type OfficeSettings, openOffice } from '../office.ts';

const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
let sent: OutgoingMessage[] = [];
afterEach(() => office.remove());
const mail = () => ({
  send: async (message: OutgoingMessage) => {
    sent.push(message);
    return { state: 'sent' as const };
  },
});
const open = async (settings: Partial<OfficeSettings> = {}): Promise<void> => {
  sent = [];
  office = await openOffice({ processes: shippedProcesses, now: monday, mail, ...settings });
};
const types = async (id: string): Promise<readonly string[]> => (await office.journal(id)).map((line) => line.type);
const effects = (caseId: string, kind: string) =>
  office.store.effects
    .find({ organisation: office.organisation, caseId, kind })
    .sort({ order: 1 })
    .lean<{ state: string; note?: string }[]>();

test('a rejected answer opens the internal review as a case of its own: its id follows from the step that asked, it knows the complaint', async () => {
  await open();
  const { complaint, review } = await inReview(office);
  const parent = await office.case(complaint);
  const instance = `reviewing:${parent.revision}`;
  expect(review).toBe(childCaseId({ organisation: office.organisation, caseId: complaint, step: 'reviewing', instance }));
  expect(await office.case(review)).toMatchObject({
    definition: { id: 'escalation' },
    status: 'active',
    title: 'The roof was paid for in part',
    parent: { caseId: complaint, step: 'reviewing', instance },
  });
  expect(await fieldsOf(office, review)).toMatchObject({
    complaintNumber: parent.number,
    outstandingIssues: 'Hail is not wear',
    outcomeSought: 'the whole roof',
    earlierDecision: 'rejected',
    earlierReasons: 'It was wear',
    earlierFindings: 'Hail, not wear',
    contact: 'ada@example.org',
  });
  expect(sent.slice(-2)).toMatchObject([
    { to: 'ada@example.org', subject: 'Your complaint 2026-000001 goes to internal review' },
    { to: 'ada@example.org', subject: 'Review E-2026-000001 of your complaint 2026-000001' },
  ]);
});

test('resolved at the second level: decision, reasons and remedy come back, and the remedy is carried out', async () => {
  await open();
  const { complaint, review } = await inReview(office);
  await acts(office, review, 'assign', ['decide', { decision: 'upheld', reasons: 'It was hail', remedy: 'We pay the roof' }], 'accept');
  expect(await office.case(review)).toMatchObject({ status: 'ended', outcome: 'resolved', tasks: [], timers: [] });
  expect(await stepOf(office, complaint)).toBe('implementing');
  expect(await fieldsOf(office, complaint)).toMatchObject({ decision: 'upheld', reasons: 'It was hail', remedy: 'We pay the roof' });
  expect((await office.case(complaint)).keptAway).toMatchObject({ reviewer: ['person-reviewer'] });
});

test('neither level helps, the complainant goes outside, and the whole ladder there ends in a result that comes back with its reasons', async () => {
  await open();
  const { complaint, review } = await inReview(office);
  await acts(office, review, 'assign', 'decide', 'reject', ['decide', { decision: 'partly', reasons: 'Half of it' }], 'reject');
  expect(await office.case(review)).toMatchObject({ status: 'ended', outcome: 'unresolved' });
  expect(await fieldsOf(office, complaint)).toMatchObject({ decision: 'partly', reasons: 'Half of it' });
  await acts(office, complaint, 'wantsExternal');
  const dispute = await childOf(office, complaint);
  expect(await fieldsOf(office, dispute)).toMatchObject({ complaintHistory: 'Hail, not wear', complainantName: 'Ada' });
  await acts(office, dispute, 'referred', 'bothConsent', 'admit', 'logged', 'ready', 'submit', 'noSettlement', 'recommend');
  await acts(office, dispute, 'orgReject', 'bothConsentBinding', ['rule', { award: 'Pay 7,000', reasons: 'Hail' }]);
  await acts(office, dispute, 'comply', 'done', 'confirmed', 'close');
  expect(await office.case(dispute)).toMatchObject({ status: 'ended', outcome: 'resolved' });
  expect(await stepOf(office, complaint)).toBe('surveying');
  expect(await fieldsOf(office, complaint)).toMatchObject({ externalTerms: 'Pay 7,000' });
  await acts(office, complaint, 'answered', 'close');
  expect(await office.case(complaint)).toMatchObject({ status: 'ended', outcome: 'resolved', incidents: [] });
});

test('outside, an accepted recommendation is what was agreed; withdrawing there withdraws the complaint, and the complainant is told', async () => {
  await open();
  const first = await outside(office);
  await acts(office, first.dispute, 'referred', 'bothConsent', 'admit', 'logged', 'ready', 'submit', 'noSettlement');
  await acts(
    office,
    first.dispute,
    ['recommend', { recommendation: 'Pay 5,000', reasons: 'Fair' }],
    'bothAccept',
    'done',
    'confirmed',
    'close',
  );
  expect(await fieldsOf(office, first.complaint)).toMatchObject({ externalTerms: 'Pay 5,000', externalReasons: 'Fair' });
  const second = await outside(office);
  await acts(office, second.dispute, 'referred', 'withdraw');
  expect(await office.case(second.complaint)).toMatchObject({ status: 'ended', outcome: 'withdrawn' });
  expect(sent.map((letter) => letter.subject)).toContainEqual(expect.stringContaining('You withdrew from dispute'));
});

test('withdrawing the complaint while it is reviewed ends the review at once; its answer comes too late and is noted', async () => {
  await open();
  const { complaint, review } = await inReview(office);
  await acts(office, review, 'assign');
  await acts(office, complaint, 'withdraw');
  expect(await office.case(complaint)).toMatchObject({ status: 'ended', outcome: 'withdrawn' });
  expect(await office.case(review)).toMatchObject({ status: 'cancelled', tasks: [], timers: [] });
  expect((await office.tasks(review)).filter((task) => task.state === 'open')).toEqual([]);
  expect((await types(review)).at(-1)).toBe('case.cancel');
  expect(await effects(review, 'case.report')).toMatchObject([{ state: 'ignored', note: 'case-ended' }]);
  expect((await office.case(complaint)).incidents).toEqual([]);
});

test('a complaint cancelled by staff takes its review with it', async () => {
  await open();
  const { complaint, review } = await inReview(office);
  await office.deliver(complaint, 'case.cancel', { by: office.as('processOwner'), payload: { reason: 'entered twice' } });
  expect(await office.case(complaint)).toMatchObject({ status: 'cancelled', tasks: [], timers: [] });
  expect(await office.case(review)).toMatchObject({ status: 'cancelled', tasks: [], timers: [] });
});

test('a deadline of the complaint that leaves the step ends the review; the complainant is offered the outside way', async () => {
  await open();
  const { complaint, review } = await inReview(office);
  const timer = (await office.case(complaint)).timers
    .map((row) => row as unknown as { id: string })
    .find((row) => row.id.endsWith('reviewBy'));
  await office.deliver(complaint, 'timer.fire', { by: office.as('processOwner'), payload: { timer: timer?.id ?? '' } });
  expect(await stepOf(office, complaint)).toBe('externalOffer');
  expect(await office.case(review)).toMatchObject({ status: 'cancelled' });
  expect(await effects(review, 'case.report')).toMatchObject([{ state: 'ignored', note: 'stale' }]);
});

test.each(['review', 'dispute'] as const)(
  'a %s cancelled by staff does not hold the complaint up, which keeps its decision',
  async (which) => {
    await open();
    const family = which === 'review' ? await inReview(office) : await outside(office);
    const child = await childOf(office, family.complaint);
    await office.deliver(child, 'case.cancel', { by: office.as('processOwner'), payload: { reason: 'opened by mistake' } });
    expect(await stepOf(office, family.complaint)).toBe(which === 'review' ? 'externalOffer' : 'closingUnresolved');
    expect(await fieldsOf(office, family.complaint)).toMatchObject({ decision: 'rejected', reasons: 'It was wear' });
    expect((await office.case(family.complaint)).incidents).toEqual([]);
  },
);

import { afterEach, expect, test } from '@jest/globals';
import { markSent } from '../../runtime-api/src/letters/mark-sent.ts';
import type { LetterDocument } from '../../runtime-api/src/store/models/letter.ts';
import { verifyChain } from '../../runtime-api/src/store/verify-chain.ts';
import { type Office, openOffice } from '../office.ts';
import { end, smallDefinition, steps } from '../tools/small-definition.ts';

const monday = '2026-03-02T09:00:00.000Z';
const clerk = { person: 'carl', roles: ['clerk'] };
let office: Office;
afterEach(() => office.remove());

/** Its only step waits until its letter is out. */
const waiting = smallDefinition(
  {
    initial: 'telling',
    states: steps({
      telling: {
        invoke: { src: 'letter', input: { letter: 'told' }, onDone: [{ target: '#told' }], onError: [{ target: '#missed' }] },
        on: { leave: [{ target: '#missed' }] },
      },
      told: end('resolved'),
      missed: end('unresolved'),
    }),
  },
  {
    data: { contact: { title: { en: 'Contact' }, schema: { type: 'string' } } },
    events: { leave: { label: { en: 'Leave' }, by: ['clerk'] } },
  },
);

/** Every write to the case loses its race while `lost` is above zero. */
async function openBusy(lost: { times: number }) {
  office = await openOffice({
    processes: [waiting],
    now: monday,
    wrap: (ports) => ({
      ...ports,
      cases: { ...ports.cases, commit: async (commit) => (lost.times-- > 0 ? false : ports.cases.commit(commit)) },
    }),
  });
  const started = await office.start({ note: 'out', contact: 'ada@example.org' }, { by: clerk });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  const letter = await letterOf(started.value.caseId);
  return {
    id: started.value.caseId,
    sending: { organisation: office.organisation, letter: letter._id, how: 'by post', at: monday, by: clerk },
  };
}

async function letterOf(caseId: string): Promise<LetterDocument> {
  const letter = await office.store.letters.findOne({ organisation: office.organisation, caseId }).lean<LetterDocument>();
  if (letter === null) throw new Error('no letter');
  return letter;
}

test('"I sent it" to a case that is too busy is refused and marks nothing; said again, the step goes on', async () => {
  const lost = { times: 0 };
  const { id, sending } = await openBusy(lost);
  lost.times = 10;
  expect(await markSent(sending, office.ports)).toEqual({ ok: false, refusal: { code: 'busy', caseId: id } });
  expect(await letterOf(id)).toMatchObject({ state: 'written' });
  expect(await office.case(id)).toMatchObject({ status: 'active', states: ['telling'] });
  expect(await markSent(sending, office.ports)).toMatchObject({ ok: true });
  expect(await letterOf(id)).toMatchObject({ state: 'sent', sent: { how: 'by post', by: 'carl' } });
  expect(await office.case(id)).toMatchObject({ status: 'ended', outcome: 'resolved' });
});

test('a crash after the case was told and before the letter was marked: the sweep marks it, by what was said first', async () => {
  const { id, sending } = await openBusy({ times: 0 });
  const killed = {
    ...office.ports,
    settle: async () => {
      throw new Error('killed');
    },
  };
  expect(await markSent(sending, killed)).toMatchObject({ ok: true });
  expect(await office.case(id)).toMatchObject({ status: 'ended' });
  expect(await letterOf(id)).toMatchObject({ state: 'written' });
  const other = { ...sending, how: 'registered post', by: { person: 'dora', roles: ['clerk'] } };
  expect(await markSent(other, office.ports)).toMatchObject({ ok: false, refusal: { code: 'letter-already-sent' } });
  expect(await markSent(sending, office.ports)).toMatchObject({ ok: true });
  await office.pass({ minutes: 1 });
  expect(await letterOf(id)).toMatchObject({ state: 'sent', sent: { how: 'by post', at: monday, by: 'carl' } });
  expect((await office.journal(id)).filter(({ type }) => type === 'letter.sent')).toHaveLength(1);
});

test('a sending stands in the journal, with who said it, whether a step waited for it or not; the chain holds', async () => {
  office = await openOffice({ processes: [waiting], now: monday });
  const started = await office.start({ note: 'out', contact: 'ada@example.org' }, { by: clerk });
  const id = started.ok ? started.value.caseId : '';
  expect(await office.deliver(id, 'leave', { by: clerk })).toMatchObject({ ok: true });
  const letter = await letterOf(id);
  const sending = { organisation: office.organisation, letter: letter._id, how: 'by hand', at: monday, by: clerk };
  expect(await markSent(sending, office.ports)).toMatchObject({ ok: true });
  expect(await markSent(sending, office.ports)).toMatchObject({ ok: false, refusal: { code: 'letter-already-sent' } });
  const lines = (await office.journal(id)).filter(({ type }) => type === 'letter.sent');
  expect(lines).toEqual([expect.objectContaining({ by: { person: 'carl', roles: ['clerk'] }, from: lines[0]?.to, changed: [] })]);
  expect(await verifyChain(await office.case(id), office.store)).toEqual([]);
});

test('a letter was sent after it was written and not in the future: anything else is refused and marks nothing', async () => {
  const { id, sending } = await openBusy({ times: 0 });
  for (const at of ['2026-03-01T09:00:00.000Z', '2026-03-02T10:00:00.000Z'])
    expect(await markSent({ ...sending, at }, office.ports)).toMatchObject({ ok: false, refusal: { code: 'sent-at-impossible' } });
  expect(await letterOf(id)).toMatchObject({ state: 'written' });
  expect(await office.case(id)).toMatchObject({ status: 'active' });
});

test('a letter of a step that was left meanwhile is marked all the same: it was sent', async () => {
  const { id, sending } = await openBusy({ times: 0 });
  expect(await office.deliver(id, 'leave', { by: clerk })).toMatchObject({ ok: true });
  expect(await markSent(sending, office.ports)).toMatchObject({ ok: true });
  expect(await letterOf(id)).toMatchObject({ state: 'sent' });
});

import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { documentBytesMax } from '../../runtime-api/src/store/document-limit.ts';
import { type Office, openOffice } from '../office.ts';

const [starter] = shippedProcesses;
let office: Office;
afterEach(() => office.remove());

test('a case that has grown to its limit takes no more words of people, but its deadlines come and it can be cancelled', async () => {
  office = await openOffice({ processes: [starter], now: '2026-03-02T09:00:00.000Z' });
  const { id } = await office.receive();
  const { organisation } = office;
  // Grown over years in a way that no single limit stops: its past is a megabyte.
  const records = Array.from({ length: 9_000 }, (_, n) => ({
    record: `record-${n}`,
    at: '2026-03-02T09:00:00.000Z',
    step: 'x'.repeat(60),
  }));
  await office.store.cases.updateOne({ organisation, _id: id }, { $set: { records } });
  office.ports.cases.forget({ organisation, caseId: id });

  const before = await office.case(id);
  const asked = { by: { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] }, values: { statement: 'one more thing' } };
  const refused = await office.deliver(id, 'addInfo', asked);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'limit', limit: 'documentBytes', most: documentBytesMax } });
  expect(await office.case(id)).toEqual(before);
  await office.pass({ days: 3 });
  expect((await office.journal(id)).some(({ type }) => type === 'timer.fire')).toBe(true);
  expect(await office.deliver(id, 'case.cancel', { payload: { reason: 'grown too large' } })).toMatchObject({
    ok: true,
    value: { status: 'cancelled' },
  });
});

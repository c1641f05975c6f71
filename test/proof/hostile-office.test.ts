import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { recording } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
const endless = { type: 'if', params: { feel: 'some i in 1..40000000 satisfies i = 0' } };
const backTracking = '(a+)+$';

interface Draft {
  id: string;
  data: { [field: string]: { schema: object } };
  machine: { on: { withdraw: object[] }; states: { recording: { on: { recorded: object[] }; after: { recordBy: object[] } } } };
}

/** A procedure written to stop the office: a loop without end in a deadline and behind a button, and the dearest pattern on a field and in a condition. */
function hostile(): Draft {
  const draft: Draft = JSON.parse(JSON.stringify(starter));
  draft.id = 'hostile';
  const { recording: first } = draft.machine.states;
  draft.data.contact = { ...draft.data.contact, schema: { type: 'string', pattern: backTracking } };
  first.after.recordBy = [{ ...first.after.recordBy[0], guard: endless }, ...first.after.recordBy];
  first.on.recorded = [
    { target: '#deciding', guard: { type: 'if', params: { feel: `matches(description, "${backTracking}")` } } },
    ...first.on.recorded,
  ];
  draft.machine.on.withdraw = [{ ...draft.machine.on.withdraw[0], guard: endless }, ...draft.machine.on.withdraw];
  return draft;
}

let office: Office;
afterEach(() => office.remove());

test('a hostile procedure has incidents and refusals of its own, and every other case goes on', async () => {
  office = await openOffice({ processes: [starter, hostile()], now: monday });
  const complaint = { description: `${'a'.repeat(60)}!`, contact: 'ada', complainantName: 'Ada' };
  const received = { good: [] as string[], hostile: [] as string[] };
  for (let n = 0; n < 4; n++) {
    received.good.push((await office.receive({ description: `Parcel ${n}` })).id);
    const started = await office.start(complaint, { definition: 'hostile' });
    if (!started.ok) throw new Error(JSON.stringify(started.refusal));
    received.hostile.push(started.value.caseId);
  }
  const [first = '', second = ''] = received.hostile;

  // What a person sends is answered: the pattern at once, the loop by a refusal that changes nothing.
  const contact = `${'a'.repeat(60)}!`;
  expect(await office.start({ ...complaint, contact }, { definition: 'hostile' })).toMatchObject({
    ok: false,
    refusal: { code: 'form-invalid', problems: [{ at: '/contact', keyword: 'pattern' }] },
  });
  expect(await office.deliver(second, 'withdraw', { by: office.as('complainant'), values: {} })).toMatchObject({
    ok: false,
    refusal: { code: 'step-failed', reason: 'feel-bound' },
  });
  expect(await office.complete(first, 'recording', 'recorded', { ...recording, contact: 'ada' })).toMatchObject({ ok: true });
  const poisoned = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
  expect(await office.complete(second, 'recording', 'recorded', { ...recording, contact: 'ada', ...poisoned })).toMatchObject({
    ok: false,
  });
  expect({}).not.toHaveProperty('polluted');

  // Deadlines fall due for all at once: those of the hostile procedure are incidents, the others fire, each once.
  await office.pass({ days: 3 });
  for (const id of received.good) {
    const { incidents, snapshot } = await office.case(id);
    expect({ incidents, value: JSON.parse(snapshot).value }).toEqual({ incidents: [], value: 'examining' });
  }
  for (const id of received.hostile.slice(1)) {
    expect((await office.case(id)).incidents).toMatchObject([{ reason: 'feel-bound' }]);
    expect(await office.tasks(id)).toMatchObject([{ step: 'recording', state: 'open' }]);
  }
  const fired = await office.store.journal.find({ organisation: office.organisation, type: 'timer.fire' }).lean<{ caseId: string }[]>();
  expect(fired.filter(({ caseId }) => received.good.includes(caseId))).toHaveLength(received.good.length);

  // People go on with the hostile case too, past what is broken in it.
  expect(await office.complete(second, 'recording', 'recorded', { ...recording, contact: 'ada' })).toMatchObject({ ok: true });
  expect(await office.deliver(received.good[0] ?? '', 'withdraw', { by: office.as('complainant'), values: {} })).toMatchObject({
    ok: true,
  });
}, 60_000);

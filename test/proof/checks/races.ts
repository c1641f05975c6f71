import { expect } from '@jest/globals';
import { peopleModels } from '../../../runtime-api/src/store/models/people-models.ts';
import { verifyChain } from '../../../runtime-api/src/store/verify-chain.ts';
import { examination, lodging, recording } from '../../complaint-answers.ts';
import { foundOffice } from '../../found-office.ts';
import { officeCheck } from './check.ts';

const complainant = { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] };

export const nothingIsLost = officeCheck(
  'eight clients tell the same case something new: all of it is kept, in one chain without gaps',
  async (open) => {
    const office = await open();
    const { id } = await office.receive();
    const others = await Promise.all(Array.from({ length: 8 }, () => open({ beside: office, workers: false })));
    const told = others.flatMap((other, n) =>
      [0, 1, 2].map((m) => ({ other, statement: `client ${n} message ${m}`, key: `client-${n}:${m}` })),
    );
    const answers = await Promise.all(
      told.map(({ other, statement, key }) => other.deliver(id, 'addInfo', { by: complainant, values: { statement }, key })),
    );
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.every((answer) => !answer.ok && answer.refusal.code === 'busy')).toBe(true);
    // Whoever was told to come back comes back, with the same key.
    for (const { other, statement, key } of told)
      expect(await other.deliver(id, 'addInfo', { by: complainant, values: { statement }, key })).toMatchObject({ ok: true });
    await office.settled();
    const lines = await office.journal(id);
    expect(
      lines
        .filter((line) => line.type === 'addInfo')
        .map((line) => line.eventId)
        .sort(),
    ).toEqual(told.map(({ key }) => key).sort());
    expect(lines.map((line) => line.revision)).toEqual(lines.map((_, n) => n + 1));
    expect(await verifyChain(await office.case(id), office.store)).toEqual([]);
  },
);

export const memoryBehindRefusesNothing = officeCheck('memory that is behind refuses nothing that the store would take', async (open) => {
  const office = await open();
  const { id } = await office.receive();
  const other = await open({ beside: office, workers: false });
  await other.ports.cases.load({ organisation: office.organisation, caseId: id }, false);
  expect(await office.complete(id, 'recording', 'recorded', recording)).toMatchObject({ ok: true });
  const task = (await office.tasks(id)).find((one) => one.step === 'examining')?.task ?? '';
  expect(await other.deliver(id, 'examined', { task, values: examination })).toMatchObject({ ok: true, value: { states: ['deciding'] } });
});

export const organisationsNeverMeet = officeCheck('two organisations on one store never meet', async (open) => {
  const office = await open();
  const { id } = await office.receive();
  const desk = { models: await peopleModels(office.store), clock: office.clock, store: office.store };
  const { definitions } = office;
  const organisation = await foundOffice({}, office.ports, { definitions, desk, organisation: 'rival', name: 'The Rival' });
  const rival = await open({ beside: { ...office, organisation }, workers: false });
  expect(await rival.deliver(id, 'withdraw', { by: { person: 'x', roles: ['complainant'] } })).toMatchObject({
    ok: false,
    refusal: { code: 'case-not-found' },
  });
  const theirs = await rival.start(lodging, { key: 'same-key', by: { person: 'rival-handler', roles: ['handler'] } });
  const ours = await office.start(lodging, { key: 'same-key' });
  expect(theirs.ok && ours.ok && theirs.value.caseId !== ours.value.caseId).toBe(true);
  await office.settled();
  const numbers = await office.store.register.find({ organisation }).lean<{ number: string }[]>();
  expect(numbers.map((row) => row.number)).toEqual(['2026-000001']);
});

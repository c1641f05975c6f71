import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { OutgoingMessage } from '../../runtime-api/src/ports.ts';
import type { EffectDocument } from '../../runtime-api/src/store/models/effect.ts';
import { recording } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());

/** A mail server that takes a letter and says nothing, until it is told to. */
function silentPost(asked: string[]) {
  const answers: (() => void)[] = [];
  let silent = true;
  const send = async (message: OutgoingMessage) => {
    asked.push(message.key);
    if (silent) await new Promise<void>((answer) => answers.push(answer));
    return { state: 'sent' as const };
  };
  const speak = () => {
    silent = false;
    for (const answer of answers.splice(0)) answer();
  };
  return { mail: () => ({ send }), speak };
}

/** Turns of the event loop until it is so: the clock stands still, only work goes on. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((turned) => setImmediate(turned));
}

test('a mail server that hangs keeps no number waiting, however many letters lie before it; then each letter goes out, once', async () => {
  const asked: string[] = [];
  const post = silentPost(asked);
  office = await openOffice({ processes: [starter], now: monday, mail: post.mail });
  const { organisation, store } = office;
  const { id } = await office.receive();
  const completing = office.complete(id, 'recording', 'recorded', recording); // Both wait until everything is done.
  await until(async () => asked.length === 1);
  const first = await store.effects.findOne({ organisation, caseId: id, kind: 'letter' }).lean<EffectDocument>();
  if (first === null) throw new Error('no letter');
  const many = Array.from({ length: 130 }, (_, n) => `${first._id}:${n}`); // More than one reading of what is due.
  await store.effects.insertMany(many.map((_id) => ({ ...first, _id, lane: _id, fence: 0, nextAt: monday })));
  office.ports.work.effectsWaiting();
  await until(async () => {
    if (Math.random() < 0.001) console.log(asked.length);
    return asked.length > 20;
  });

  const receiving = office.receive();
  const numbered = { organisation, _id: { $ne: id }, number: { $exists: true } };
  await until(async () => (await store.cases.countDocuments(numbered)) === 1);
  const meanwhile = asked.length;
  post.speak();
  await Promise.all([completing, receiving]);

  expect(meanwhile).toBeLessThan(many.length);
  expect(asked.slice().sort()).toEqual([first._id, ...many].sort());
  expect(await store.effects.countDocuments({ organisation, kind: 'letter', state: 'done' })).toBe(asked.length);
});

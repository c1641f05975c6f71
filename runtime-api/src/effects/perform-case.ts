import type { Actor, Effect, Json } from '@redress/engine';
import { bodyHash, childCaseId, keyedCaseId, startHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import { hopsMax, start } from '../start.ts';
import type { EffectDocument } from '../store/models/effect.ts';
import { awaits } from './awaits.ts';
import type { Perform, Performed } from './performed.ts';
import { sendOn } from './tell-waiting.ts';

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;
/** What the receiver cannot take now may become possible later; after this time the sender is told. */
const keptMs = 7 * 24 * 3_600_000;
const lookAgainMs = 60_000;
/** What a case says to another is said by the system, and by nobody's form. */
const otherCase: Actor = { service: 'case', roles: [] };
const overtaken: Performed = { end: 'ignored', note: 'stale' };

/** A step's sub-procedure: its case id follows from the step's instance, so that a repeat meets the same child. Not begun for a step that was left meanwhile. */
export const performStart: Perform = async (row, ports) => {
  const effect = JSON.parse(row.work) as EffectOf<'case.start'>;
  if (!(await awaits(row, effect.instance, ports))) return overtaken;
  const caseId = childCaseId({ organisation: row.organisation, caseId: row.caseId, step: effect.step, instance: effect.instance });
  const parent = { caseId: row.caseId, step: effect.step, instance: effect.instance };
  return begun(row, { caseId, definition: effect.definition, data: effect.data, keptAway: effect.keptAway, parent }, ports);
};

/** A case that lives on its own. */
export const performLaunch: Perform = async (row, ports) => {
  const effect = JSON.parse(row.work) as EffectOf<'case.launch'>;
  return begun(row, { caseId: keyedCaseId(row.organisation, row._id), definition: effect.definition, data: effect.data }, ports);
};

/** What a child cannot take now is kept for as long as its step is active: afterwards nobody waits, and the stop behind it must not. */
export const performSend: Perform = async (row, ports) => {
  const effect = JSON.parse(row.work) as EffectOf<'case.send'>;
  const instance = effect.to.startsWith(childMark) ? effect.to.slice(childMark.length) : undefined;
  const caseId = instance === undefined ? effect.to : childOf(row, instance);
  const sent = await passOn(row, { caseId, type: effect.event, payload: { values: effect.data }, by: otherCase }, ports);
  if (sent.end !== 'failed' || sent.reason !== 'event-not-accepted') return sent;
  if (instance !== undefined && !(await awaits(row, instance, ports))) return overtaken;
  const waited = ports.clock.now() - Date.parse(row.at);
  return waited < keptMs
    ? { end: 'later', note: 'event-not-accepted', waitMs: Math.max(lookAgainMs, waited / 10) }
    : { end: 'hopeless', reason: 'event-not-accepted', facts: sent.facts ?? {} };
};

/** The step that wanted the sub-procedure was left, or its case has ended. */
export const performStop: Perform = async (row, ports) => {
  const effect = JSON.parse(row.work) as EffectOf<'case.stop'>;
  return passOn(row, { caseId: childOf(row, effect.instance), type: 'case.cancel', payload: { reason: 'parent' } }, ports);
};

/** How a sub-procedure ended goes to the step that wanted it. */
export const performReport: Perform = async (row, ports) => {
  const { to, step, instance, outcome, returns, keptAway } = JSON.parse(row.work) as EffectOf<'case.report'>;
  const output: { readonly [name: string]: Json } = { outcome, returns };
  return passOn(row, { caseId: to, type: 'invoke.done', payload: { step, instance, output, keptAway } }, ports);
};

const childMark = 'child:';

/** An instance is `<step>:<revision>`. */
const childOf = (row: EffectDocument, instance: string): string =>
  childCaseId({ organisation: row.organisation, caseId: row.caseId, step: instance.slice(0, instance.lastIndexOf(':')), instance });

async function passOn(
  row: EffectDocument,
  message: { readonly caseId: string; readonly type: string; readonly payload: { readonly [name: string]: Json }; readonly by?: Actor },
  ports: Ports,
): Promise<Performed> {
  const hops = row.hops + 1;
  if (hops > hopsMax) return { end: 'hopeless', reason: 'too-many-hops', facts: { hops } };
  const { type, payload } = message;
  return sendOn({ ...message, organisation: row.organisation, id: row._id, bodyHash: bodyHash(type, payload), hops }, ports);
}

interface Beginning {
  readonly caseId: string;
  readonly definition: string;
  readonly data: { readonly [field: string]: Json };
  readonly keptAway?: { readonly [role: string]: readonly string[] };
  readonly parent?: { readonly caseId: string; readonly step: string; readonly instance: string };
}

async function begun(row: EffectDocument, beginning: Beginning, ports: Ports): Promise<Performed> {
  const hops = row.hops + 1;
  if (hops > hopsMax) return { end: 'hopeless', reason: 'too-many-hops', facts: { hops } };
  const from = await ports.cases.load(row, false);
  if (!from.ok) return { end: 'ignored', note: from.refusal.code };
  const body = { definition: { id: beginning.definition }, channel: from.value.state.channel, receivedAt: row.at, input: beginning.data };
  const { caseId, parent, keptAway } = beginning;
  const starting = { organisation: row.organisation, caseId, id: row._id, hops, by: otherCase, ...body, bodyHash: startHash(body) };
  const answer = await start(
    { ...starting, ...(parent === undefined ? {} : { parent }), ...(keptAway === undefined ? {} : { keptAway }) },
    ports,
  );
  if (answer.ok) return { end: 'done' };
  if (answer.refusal.code === 'busy') return { end: 'later', note: 'busy', waitMs: 500 };
  return { end: 'hopeless', reason: answer.refusal.code, facts: answer.refusal };
}

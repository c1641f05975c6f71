import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { joinKeptAway } from './exclusion.ts';
import { finish, finishUnmoved } from './finish.ts';
import { put } from './invocations.ts';
import { fileRecords } from './records.ts';
import { restore, takeEvent } from './run-machine.ts';
import type { KeptAway, Step } from './step.ts';
import { stale } from './timer-events.ts';
import { type Invocation, isObject, type Work } from './work.ts';

/** What comes back for a step: the payload of `invoke.done` and `invoke.failed`. */
export interface Answer {
  readonly step: string;
  readonly instance: string;
  readonly output: JsonObject;
  /** A letter step with several receivers: key of the letter effect that is out. The event's id, if absent. */
  readonly letter?: string;
  readonly keptAway?: KeptAway;
}

/** `invoke.done`: a letter is out, a service or a sub-procedure has ended. Only the awaited instance counts, and once. */
export function takeDone(work: Work): Result<Step, Refusal> {
  const answer = answerOf(work.event.payload);
  return answer ? finishInvocation(work, answer) : refuse({ code: 'payload-invalid', facts: { step: 'text', instance: 'text' } });
}

export function finishInvocation(work: Work, answer: Answer): Result<Step, Refusal> {
  const { step } = answer;
  const invocation = awaited(work, answer);
  if (!invocation || invocation.status === 'done') return stale('invoke', answer.instance);
  if (answer.keptAway) work.keptAway = joinKeptAway(work.keptAway, answer.keptAway);
  if (invocation.src === 'letter') {
    const out = lettersOut(invocation, answer.letter ?? work.event.id);
    if (!out) return stale('invoke', answer.instance);
    const all = out.length >= (invocation.letters?.length ?? 0);
    put(work, step, { ...invocation, out, ...(all && { status: 'done' }) });
    if (!all) return finishUnmoved(work);
    fileRecords(work, letterRecords(work, step));
  } else {
    put(work, step, { ...invocation, status: 'done' });
  }
  work.result = invocation.src === 'case' ? resultOf(work, step, answer.output) : answer.output;
  const next = takeEvent(work, restore(work), { type: `xstate.done.actor.${step}` });
  return next.ok ? finish(work, next.value) : next;
}

/** `invoke.failed {step, instance, output?}`: a letter came back, a service gave up. */
export function takeFailed(work: Work): Result<Step, Refusal> {
  const answer = answerOf(work.event.payload);
  if (!answer) return refuse({ code: 'payload-invalid', facts: { step: 'text', instance: 'text' } });
  const { step } = answer;
  const invocation = awaited(work, answer);
  if (invocation?.status !== 'active') return stale('invoke', answer.instance);
  const state = work.compiled.states.get(step);
  if (!state?.invoke?.handlesFailure) {
    return refuse({
      code: 'step-failed',
      reason: 'error-not-handled',
      at: `${state?.at ?? ''}/invoke`,
      facts: { step, output: answer.output },
    });
  }
  put(work, step, { ...invocation, status: 'failed' });
  work.result = answer.output;
  const next = takeEvent(work, restore(work), { type: `xstate.error.actor.${step}` });
  return next.ok ? finish(work, next.value) : next;
}

function awaited(work: Work, answer: Answer): Invocation | undefined {
  const invocation = own(work.invocations, answer.step);
  return invocation?.instance === answer.instance ? invocation : undefined;
}

/** The letters that are out with this one; nothing where it was not awaited, or is out already. A single letter needs no name. */
function lettersOut({ letters = [], out = [] }: Invocation, key: string): readonly string[] | undefined {
  if (letters.length <= 1) return letters;
  return letters.includes(key) && !out.includes(key) ? [...out, key] : undefined;
}

function letterRecords(work: Work, step: string): readonly string[] {
  const invoke = work.compiled.states.get(step)?.invoke?.definition;
  return invoke?.src === 'letter' ? (own(work.compiled.definition.letters, invoke.input.letter)?.records ?? []) : [];
}

/**
 * A sub-procedure hands over `{outcome, returns}`: conditions see `result.outcome` and its fields beside it. One that was ended although its
 * definition no longer runs hands over nothing: every field that the rows ask for is there all the same, empty.
 */
function resultOf(work: Work, step: string, output: JsonObject): JsonObject {
  const { outcome, returns, ...others } = output;
  const invoke = work.compiled.states.get(step)?.invoke?.definition;
  const rows = invoke?.src === 'case' ? JSON.stringify(invoke.onDone) : '';
  const asked = [...rows.matchAll(/\bresult\.([\p{L}_][\p{L}\p{N}_]*)/gu)].map(([, field]) => [field ?? '', null] as const);
  return { ...Object.fromEntries(asked), ...others, ...(isObject(returns) && returns), outcome: outcome ?? null };
}

function answerOf(payload: JsonObject | undefined): Answer | undefined {
  const { step, instance, output, letter, keptAway } = payload ?? {};
  if (typeof step !== 'string' || typeof instance !== 'string') return undefined;
  return {
    step,
    instance,
    output: isObject(output) ? output : {},
    ...(typeof letter === 'string' && { letter }),
    ...(isObject(keptAway) && { keptAway: personsByRole(keptAway) }),
  };
}

const personsByRole = (roles: JsonObject): KeptAway =>
  Object.fromEntries(Object.entries(roles).map(([role, persons]) => [role, textsOf(persons)]));
const textsOf = (value: Json): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

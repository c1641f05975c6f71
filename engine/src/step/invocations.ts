import type { CompiledState, Place } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { JsonObject } from '../json.ts';
import { childKeptAway } from './exclusion.ts';
import { computed } from './perform.ts';
import type { Invocation, Request, Work } from './work.ts';

/** Entering a step opens what it asks for: a task, a letter to wait for, a service, a sub-procedure. */
export function startInvocation(work: Work, step: string): void {
  const state = work.compiled.states.get(step);
  const invoke = state?.invoke?.definition;
  if (!state || !invoke) return;
  const instance = instanceOf(work, step);
  const place: Place = { at: `${state.at}/invoke/input`, state: step, on: 'entry' };
  if (invoke.src === 'task') {
    work.requests.push({ ask: 'open', step, fields: work.fields });
    return;
  }
  put(work, step, { src: invoke.src, instance, status: 'active' });
  if (invoke.src === 'letter') {
    const to = invoke.input.to ?? own(work.compiled.definition.letters, invoke.input.letter)?.to ?? [];
    work.requests.push({ ask: 'letter', place, letter: invoke.input.letter, to, fields: work.fields, instance });
  } else if (invoke.src === 'service') {
    const given = valuesOf(work, state, { ...place, at: `${place.at}/with` });
    work.requests.push({ ask: 'effect', effect: { kind: 'service', step, instance, service: invoke.input.service, with: given } });
  } else {
    const data = withoutNulls(valuesOf(work, state, { ...place, at: `${place.at}/data` }));
    const keptAway = childKeptAway(work, invoke.input.excludes ?? []);
    work.requests.push({
      ask: 'effect',
      effect: { kind: 'case.start', step, instance, definition: invoke.input.definition, data, keptAway },
    });
  }
}

const valuesOf = (work: Work, state: CompiledState, place: Place): JsonObject => computed(work, state.invoke?.values ?? [], place);

/** An empty field of ours is no field of the sub-procedure. */
const withoutNulls = (values: JsonObject): JsonObject => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/**
 * Leaving a step cancels what it opened; a sub-procedure still under way is stopped. What was asked for by this very step has not begun and never
 * does: nobody writes a letter, or starts a case, for a step that was only passed through.
 */
export function stopInvocation(work: Work, step: string): void {
  const instance = instanceOf(work, step);
  const asked = work.requests.findLastIndex((request) => begins(request, step, instance));
  if (asked !== -1) work.requests.splice(asked, 1);
  work.tasks = work.tasks.filter((task) => task.step !== step || task.kind !== 'work');
  const invocation = own(work.invocations, step);
  if (!invocation) return;
  const { [step]: _, ...others } = work.invocations;
  work.invocations = others;
  if (invocation.src === 'case' && invocation.status === 'active' && invocation.instance !== instance) {
    work.requests.push({ ask: 'effect', effect: { kind: 'case.stop', step, instance: invocation.instance } });
  }
}

function begins(request: Request, step: string, instance: string): boolean {
  if (request.ask === 'open') return request.step === step;
  if (request.ask === 'letter') return request.instance === instance;
  return (
    request.ask === 'effect' &&
    (request.effect.kind === 'case.start' || request.effect.kind === 'service') &&
    request.effect.instance === instance
  );
}

const instanceOf = (work: Work, step: string): string => `${step}:${work.revision}`;

export function put(work: Work, step: string, invocation: Invocation): void {
  work.invocations = { ...work.invocations, [step]: invocation };
}

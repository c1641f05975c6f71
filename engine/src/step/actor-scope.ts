import { type AnyActorScope, type AnyMachineSnapshot, createEmptyActor } from 'xstate';
import type { CompiledRow } from '../compile/compiled.ts';
import type { Work } from './work.ts';

/** Something the machine wants done: an instruction of ours, or a timer or child of XState's. */
export interface AskedAction {
  readonly type: string;
  readonly params: unknown;
}

/** The surroundings of one transition: takes the machine's actions one by one and its microsteps, runs nothing, knows no clock. A new one each time. */
export function actorScope(work: Work, perform: (action: AskedAction) => void): AnyActorScope {
  const self = createEmptyActor();
  const scope: AnyActorScope = {
    self,
    id: work.before.caseId,
    sessionId: work.before.caseId,
    system: self.system,
    logger: () => {},
    defer: () => {},
    stopChild: () => {},
    emit: () => {},
    actionExecutor: perform,
  };
  self.system.inspect((inspected) => {
    if (inspected.type === '@xstate.microstep') noteMicrostep(work, inspected);
  });
  return scope;
}

interface Inspected {
  readonly event: { readonly type: string };
  readonly _transitions: readonly Taken[];
}
interface Taken {
  readonly source: { readonly id: string; readonly parent?: unknown };
  readonly target?: readonly { readonly id: string }[] | undefined;
  readonly meta?: unknown;
}

function noteMicrostep(work: Work, { event, _transitions }: Inspected): void {
  if (_transitions.length === 0) return;
  work.microsteps.push({
    event: work.microsteps.length === 0 ? work.event.type : event.type,
    transitions: _transitions.map((taken) => ({
      from: taken.source.parent ? taken.source.id : '',
      to: (taken.target ?? []).map((target) => target.id),
      at: pointerOf(taken.meta),
    })),
  });
}

const pointerOf = (meta: unknown): CompiledRow['at'] =>
  typeof meta === 'object' && meta !== null && 'at' in meta && typeof meta.at === 'string' ? meta.at : '';

/** Steps and stages that are active, outermost first in document order. */
export const activeIds = (snapshot: AnyMachineSnapshot): readonly string[] =>
  [...snapshot._nodes]
    .filter((node) => node.parent !== undefined)
    .sort((one, other) => one.order - other.order)
    .map((node) => node.id);

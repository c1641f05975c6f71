import { type AnyActorScope, type AnyMachineSnapshot, createEmptyActor } from 'xstate';
import { spendMicrostep } from './effort.ts';
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
    if (inspected.type !== '@xstate.microstep') return;
    noteMicrostep(work, inspected.event.type);
    if ('_nodes' in inspected.snapshot && Array.isArray(inspected.snapshot._nodes)) spendMicrostep(work, inspected.snapshot._nodes.length);
  });
  return scope;
}

/** Rows say themselves when they are taken: of tracks that would take each other away XState reports all rows, but takes only some. */
function noteMicrostep(work: Work, event: string): void {
  const transitions = work.taken.splice(0);
  if (transitions.length > 0) work.microsteps.push({ event: work.microsteps.length === 0 ? work.event.type : event, transitions });
}

/** Steps and stages that are active, outermost first in document order. */
export const activeIds = (snapshot: AnyMachineSnapshot): readonly string[] =>
  [...snapshot._nodes]
    .filter((node) => node.parent !== undefined)
    .sort((one, other) => one.order - other.order)
    .map((node) => node.id);

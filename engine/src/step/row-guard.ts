import type { AnyMachineSnapshot } from 'xstate';
import type { CompiledRow, CompiledState } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import { evaluated, scopeOf } from './scope-of.ts';
import type { Work } from './work.ts';

/** What of the machine's position a condition may ask. */
export interface Position {
  readonly isIn: (id: string) => boolean;
  /** Ids a history state remembers. */
  readonly history: (id: string) => readonly string[] | undefined;
}

/** The guard of a row for XState; none where the row always counts. XState hands the snapshot to guards that have a `check`, which `in` needs. */
export function rowGuard(row: CompiledRow, states: ReadonlyMap<string, CompiledState>): object | undefined {
  const limited = row.target !== undefined && [...states.values()].some((state) => state.maxVisits !== undefined);
  if (!row.condition && row.extends.length === 0 && !limited) return undefined;
  const check = (snapshot: AnyMachineSnapshot, { context }: { context: { work: Work } }): boolean =>
    counts(row, context.work, positionOf(snapshot));
  return Object.assign(() => false, { check });
}

export const positionOf = (snapshot: AnyMachineSnapshot): Position => ({
  isIn: (id) => snapshot._nodes.some((node) => node.id === id),
  history: (id) => rememberedNow(snapshot, id) ?? snapshot.historyValue[id]?.map((node) => node.id),
});

/** A stage that is active remembers, once it is left, where it is now. */
function rememberedNow(snapshot: AnyMachineSnapshot, id: string): readonly string[] | undefined {
  const history = snapshot.machine.getStateNodeById(id);
  const stage = history.parent;
  if (!stage || !snapshot._nodes.includes(stage)) return undefined;
  const deep = snapshot._nodes.filter((node) => Object.keys(node.states).length === 0 && node.path.length > stage.path.length);
  const inside = deep.filter((node) => stage.path.every((key, place) => node.path[place] === key));
  return (history.history === 'deep' ? inside : snapshot._nodes.filter((node) => node.parent === stage)).map((node) => node.id);
}

/** Whether a row counts now: its steps are not used up, its clock can still be extended, its condition holds. */
export function counts(row: CompiledRow, work: Work, position: Position): boolean {
  return isOpen(row, work, position) && holds(row, work, position);
}

/** What no answer of a form can change: steps used up, clocks that cannot be extended. */
export function isOpen(row: CompiledRow, work: Work, position: Position): boolean {
  for (const id of row.enters(position.history)) {
    const most = work.compiled.states.get(id)?.maxVisits;
    if (most !== undefined && (own(work.visits, id) ?? 0) >= most && !resets(row, work)) return false;
  }
  return row.extends.every((clock) => canExtend(work, clock));
}

/** A round of a recurring procedure counts anew once it comes home. */
const resets = (row: CompiledRow, work: Work): boolean => row.target !== undefined && row.target === work.compiled.definition.home;

export function holds(row: CompiledRow, work: Work, position: Position): boolean {
  if (!row.condition) return true;
  const fields = row.sees === 'submission' && work.submitted ? { ...work.fields, ...work.submitted } : work.fields;
  const scope = scopeOf(work, { fields, state: row.source, isIn: position.isIn });
  return evaluated(work, row.condition(scope), `${row.at}/guard`);
}

function canExtend(work: Work, id: string): boolean {
  const clock = own(work.clocks, id);
  const extension = work.compiled.clocks.get(id)?.definition.extension;
  return clock !== undefined && extension !== undefined && clock.stoppedAt === undefined && clock.extended < extension.times;
}

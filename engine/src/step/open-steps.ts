import type { CaseState } from '../case-state.ts';
import type { Compiled } from '../compile/compiled.ts';
import { activeIds } from './actor-scope.ts';
import { restore } from './run-machine.ts';
import { openWork } from './work.ts';

export interface OpenStep {
  readonly step: string;
  /** Stages around it, the nearest first. */
  readonly around: readonly string[];
  readonly owner?: string;
}

/** Where a case is: its active steps without the stages around them; of a case that has ended, the end it reached. */
export function openSteps(compiled: Compiled, state: CaseState): readonly OpenStep[] {
  if (state.status === 'imported') return [];
  const calendar = { id: 'organisation', version: 0, timeZone: 'UTC', week: {}, holidays: [] };
  const work = openWork(compiled, state, { id: '', type: '', at: state.updatedAt }, { organisation: calendar });
  return activeIds(restore(work)).flatMap((id) => {
    const compiledState = compiled.states.get(id);
    if (!compiledState || compiledState.children.length > 0) return [];
    return [{ step: id, around: compiledState.around, ...(compiledState.owner !== undefined && { owner: compiledState.owner }) }];
  });
}

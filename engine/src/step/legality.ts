import type { Compiled } from '../compile/compiled.ts';

/**
 * What is wrong with a set of active states, if anything: a stage has exactly one active step, a parallel stage all its tracks, and nothing is
 * active inside what is not. XState can leave such a set behind (history of an active stage); a case must never be stored in it.
 */
export function illegality(compiled: Compiled, active: readonly string[]): string | undefined {
  const set = new Set(active);
  if (set.size !== active.length) return 'twice';
  const { machine } = compiled.definition;
  const top = activeChildren(compiled, Object.keys(machine.states), set);
  if (machine.type === 'parallel' ? top.active !== top.all : top.active !== 1) return '';
  for (const id of active) {
    const state = compiled.states.get(id);
    if (!state || state.around.some((stage) => !set.has(stage))) return id;
    const { active: children, all } = activeChildren(compiled, state.children, set);
    if (state.kind === 'compound' && children !== 1) return id;
    if (state.kind === 'parallel' && children !== all) return id;
    if (state.kind === 'history') return id;
  }
  return undefined;
}

function activeChildren(
  compiled: Compiled,
  ids: readonly string[],
  set: ReadonlySet<string>,
): { readonly active: number; readonly all: number } {
  const children = ids.filter((id) => compiled.states.get(id)?.kind !== 'history');
  return { active: children.filter((id) => set.has(id)).length, all: children.length };
}

import type { Compiled } from '../compile/compiled.ts';

/** The step itself, or all steps within a stage; all of the procedure for the root (empty). */
export function stepsWithin(states: Compiled['states'], state: string): ReadonlySet<string> {
  const steps = new Set<string>();
  for (const each of states.values()) {
    if (state === '' || each.id === state || each.around.includes(state)) steps.add(each.id);
  }
  return steps;
}

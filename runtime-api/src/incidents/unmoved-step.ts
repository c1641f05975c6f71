import type { CaseState, Step } from '@redress/engine';

/** A step that the machine takes no part in: one revision more, nothing asked of the world. Works for cases whose definition cannot run. */
export function unmovedStep(state: CaseState, at: string): Step {
  return { state: { ...state, revision: state.revision + 1, updatedAt: at }, effects: [], trace: [], changed: [], filed: [] };
}

import { ok, refuse } from '@redress/engine';
import type { Recipes } from './command.ts';
import { stepIn, titleOf, wantStep } from './drawing.ts';

/** To the step of the stage in which the case was, or also to where it stopped inside that. */
export const returnDepths = ['shallow', 'deep'] as const;
export type ReturnDepth = (typeof returnDepths)[number];

export interface ReturnPayloads {
  /** How far a return goes back. */
  readonly 'return.depth': { readonly step: string; readonly depth: ReturnDepth };
  /** Where it goes while the case was not in the stage yet. */
  readonly 'return.first': { readonly step: string; readonly to: string };
}

export const returnRecipes: Recipes<ReturnPayloads> = {
  'return.depth': (drawing, { step, depth }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (state.value.type !== 'history') return refuse({ code: 'not-here', element: step });
    state.value.history = depth;
    return ok({ words: { id: 'edit.return-set', facts: { name: titleOf(drawing, step) } }, target: `${step} depth` });
  },
  'return.first': (drawing, { step, to }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (state.value.type !== 'history') return refuse({ code: 'not-here', element: step });
    if (to === '' || !stepIn(drawing, to)) return refuse({ code: 'no-such-element', element: to });
    state.value.target = `#${to}`;
    return ok({ words: { id: 'edit.return-set', facts: { name: titleOf(drawing, step) } }, target: `${step} first` });
  },
};

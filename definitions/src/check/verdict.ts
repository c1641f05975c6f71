import type { JsonObject, PathStep } from '@redress/engine';
import type { Severity } from './rule.ts';

/** `possible`: it fails only if conditions get the answers that its path shows. `vacuous`: what it speaks of never occurs; that is no pass. */
export type Verdict = 'holds' | 'fails' | 'possible' | 'not-decided' | 'vacuous' | 'needs-person';

/** Something is to be done about it: it fails, if only when conditions are answered so, or nobody knows. */
export type OpenVerdict = Extract<Verdict, 'fails' | 'possible' | 'not-decided'>;
const open: readonly Verdict[] = ['fails', 'possible', 'not-decided'] satisfies readonly OpenVerdict[];
export const isOpen = (verdict: Verdict): verdict is OpenVerdict => open.includes(verdict);

/** Of the points that a definition can prove, how many hold. What never occurs counts neither way, and signatures are for people. */
export function countPoints(checked: readonly { readonly verdict: Verdict }[]): { readonly holding: number; readonly checkable: number } {
  const holding = checked.filter(({ verdict }) => verdict === 'holds').length;
  return { holding, checkable: holding + checked.filter(({ verdict }) => isOpen(verdict)).length };
}

/** What one rule says about one definition. */
export interface Checked {
  /** Id of the rule. */
  readonly rule: string;
  readonly pack: string;
  readonly clause?: string;
  /** How much this verdict weighs; that of the rule in its pack, but for what `holdsAsDrawn`. */
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** It must hold, does as it is drawn, and breaks only where a letter comes back, a form stays empty or a task goes over to somebody else: it weighs as `should`. */
  readonly holdsAsDrawn?: true;
  /** Different ways to break it, the shortest first, three at most. */
  readonly failures: readonly Failure[];
  /** Of a rule that holds: addresses of the elements that prove it. */
  readonly proof: readonly string[];
  /** Of a rule that could not be decided: the bound that was hit. */
  readonly bound?: string;
}

export interface Failure {
  /** Address of the element where it breaks: id of a step, JSON pointer of a row or part. */
  readonly element: string;
  /** What the message names: `state`, `event`, `missing`, `role`, `field`, `days`, `promised`, `cycle` … */
  readonly facts: JsonObject;
  /** The shortest run that breaks it, from the start; empty where no run is needed to see it. */
  readonly path: readonly PathStep[];
}

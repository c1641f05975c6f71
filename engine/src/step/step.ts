import type { CaseState } from '../case-state.ts';
import type { Json, JsonObject } from '../json.ts';

/** What one event did: the new state, what the world must do, and how it came about. */
export interface Step {
  readonly state: CaseState;
  readonly effects: readonly Effect[];
  readonly trace: readonly Microstep[];
  /** Names of the fields whose values changed, never their values. */
  readonly changed: readonly string[];
  /** Records filed by this step. */
  readonly filed: readonly string[];
}

export interface Microstep {
  readonly event: string;
  readonly transitions: readonly TakenRow[];
}
export interface TakenRow {
  /** Id of the step, stage, or the empty string for the root. */
  readonly from: string;
  readonly to: readonly string[];
  /** JSON pointer of the row in the definition, e.g. `/machine/states/a/on/b/0`; empty for the start. */
  readonly at: string;
}

/** Work for the world, executed after the commit, at least once, under `key` = `caseId:revision:n`. */
export type Effect = { readonly key: string } & (
  | LetterEffect
  | { readonly kind: 'number'; readonly series: string }
  | {
      readonly kind: 'case.start';
      readonly step: string;
      readonly instance: string;
      readonly definition: string;
      readonly data: JsonObject;
      readonly keptAway: KeptAway;
    }
  | { readonly kind: 'case.launch'; readonly definition: string; readonly data: JsonObject; readonly link: 'follows' | 'relates' }
  /** `to`: a case id, or `child:` and the instance of the sub-procedure. */
  | { readonly kind: 'case.send'; readonly to: string; readonly event: string; readonly data: JsonObject }
  | { readonly kind: 'case.stop'; readonly step: string; readonly instance: string }
  | {
      readonly kind: 'case.report';
      readonly to: string;
      readonly step: string;
      readonly instance: string;
      readonly outcome: string;
      readonly returns: JsonObject;
      readonly keptAway: KeptAway;
    }
  | { readonly kind: 'service'; readonly step?: string; readonly instance?: string; readonly service: string; readonly with: JsonObject }
);
export type KeptAway = { readonly [role: string]: readonly string[] };

export interface LetterEffect {
  readonly kind: 'letter';
  readonly letter: string;
  /** One effect a recipient role. */
  readonly to: string;
  readonly step: string;
  /** Role that answers for the step: gets "print and post" where there is no address. */
  readonly owner?: string;
  /** A letter step waits: its end comes back as `invoke.done` or `invoke.failed` with this instance. */
  readonly instance?: string;
  /** Blocks that apply, in order: index, and index of the variant used. */
  readonly blocks: readonly { readonly block: number; readonly variant?: number }[];
  /** Facts known to the engine when the step was taken; those of register, organisation, person and links come later. */
  readonly facts: { readonly [placeholder: string]: LetterFact };
}
export type LetterFact =
  | { readonly is: 'text'; readonly value: string }
  /** Words in several languages: titles of options and steps. */
  | { readonly is: 'words'; readonly value: { readonly [language: string]: string } }
  /** A date `YYYY-MM-DD`. */
  | { readonly is: 'date'; readonly value: string }
  /** An instant, shown in the zone of `calendar`. */
  | { readonly is: 'instant'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'yes-no'; readonly value: boolean }
  /** Texts, numbers, or words in several languages (titles of options). */
  | { readonly is: 'list'; readonly value: readonly Json[] }
  | { readonly is: 'empty' };

/** What somebody could do now, and why not. */
export interface Offer {
  readonly event: string;
  readonly form?: string;
  /** Fields it needs filled beyond what the form requires. */
  readonly requires?: readonly string[];
  /** The open task it would end. */
  readonly task?: string;
  /** Step, stage or empty (root) whose row offers it. */
  readonly from: string;
  readonly possible: boolean;
  readonly because?: 'role' | 'excluded' | 'claimed' | 'condition';
  readonly facts?: JsonObject;
}

import type { Checked, Failure, LawLimit, LawPack, Rule, RuleWords } from '@redress/definitions';
import type { PathStep } from '@redress/engine';
import type { Nested } from '../server/nested.ts';
import type { AskedLaws } from './use-laws.ts';

/** What goes to the worker: the draft, and what is in force of the procedures that it starts. One that is not to be had is left out. */
export interface CheckAsked {
  readonly definition: object;
  readonly nested: readonly Nested[];
  readonly laws: AskedLaws;
}

/** What the rules say of a draft; without verdicts where it is no procedure yet. */
export interface CheckAnswer {
  readonly rules: readonly CheckedRule[];
  readonly packs: readonly { readonly id: string; readonly version: string }[];
}
export interface CheckedRule extends Omit<Checked, 'failures'> {
  /** What it is proved on: the drawing, running cases, or a person's signature. */
  readonly proved: Rule['class'];
  /** Of what a person signs: for how many months at most. */
  readonly months?: number;
  /** They come with the answer: nobody but the check needs the words of all rules. */
  readonly words: RuleWords;
  /** Of what a law asks. */
  readonly law?: AskingLaw;
  /** Whether it asks what people are told. */
  readonly isAboutTelling: boolean;
  readonly failures: readonly ShownFailure[];
}
/** Where a rule comes from that no standard asks for, and how sure we are of it. */
export interface AskingLaw extends Pick<LawPack, 'id' | 'version' | 'title' | 'verifiedBy'>, Pick<LawLimit, 'source' | 'confidence'> {}
export interface ShownFailure extends Omit<Failure, 'path'> {
  readonly path: readonly ShownStep[];
}
/** A step of a run with the letters that went out in it. */
export interface ShownStep extends PathStep {
  readonly letters: readonly string[];
  /** What the complainant, or the customer who was asked, is told by them. */
  readonly told: readonly string[];
}

import type { Definition } from '@redress/engine';
import type { Property } from './property.ts';

/** One requirement of a standard, in our own words and as a formula. Severity stands in the pack, words for people in the pack's language file. */
export interface Rule {
  /** `10002/7.4-A`: clause and letter. */
  readonly id: string;
  /** Id of the clause in `clauses/standards.json`, e.g. `10002/7.4`; none for the rules of sound procedures. */
  readonly clause?: string;
  readonly appliesTo: readonly Definition['kind'][];
  /**
   * What it is proved on: the definition (class a), records of running cases (class b), or a person's signature (class c).
   */
  readonly class: 'definition' | 'records' | 'attestation';
  readonly property: Property;
}

/** How much a rule weighs: `must` is our gate before publishing, not the standard's verb. */
export type Severity = 'must' | 'should' | 'advice';

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly rules: readonly { readonly rule: Rule; readonly severity: Severity }[];
}

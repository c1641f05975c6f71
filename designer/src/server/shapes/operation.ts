import type { RuleInOperation as Counted, DeviationKind, CasePlace as Place } from '@redress/definitions';
import type { Instant } from './basics.ts';
import type { PersonName } from './people.ts';

interface CaseName {
  readonly id: string;
  readonly number?: string;
}
export interface CasePlace extends Omit<Place, 'case'> {
  readonly case: CaseName;
}
/** As it is counted; the cases that break it by the number that people know, and none for those who may not read them. */
export interface RuleInOperation extends Omit<Counted, 'places'> {
  readonly places: readonly CasePlace[];
}
export interface DeviationView extends CasePlace {
  readonly kind: DeviationKind;
  readonly at: Instant;
  readonly person?: PersonName;
}
/** How the cases of a version stand to the rules, by their journals. */
export interface OperationView {
  readonly cases: number;
  /** Older cases were not looked at. */
  readonly capped: boolean;
  /** Some cases could not be judged in the time. */
  readonly bound?: string;
  readonly rules: readonly RuleInOperation[];
  readonly deviations: Readonly<Record<DeviationKind, number>>;
  /** The latest first. */
  readonly latest: readonly DeviationView[];
}

import type { RuleInOperation as Counted, DeviationKind, Measured, CasePlace as Place } from '@redress/definitions';
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
type Words = Readonly<Record<string, string>>;
/** A measure with its figure, in words for people; without a figure there was nothing to count. */
export interface MeasureView extends Omit<Measured, 'places'> {
  readonly title: Words;
  /** What is counted of what. */
  readonly counted?: Words;
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
  /** What journals, and the versions themselves, are measured by. */
  readonly measures: readonly MeasureView[];
  readonly deviations: Readonly<Record<DeviationKind, number>>;
  /** The latest first. */
  readonly latest: readonly DeviationView[];
}

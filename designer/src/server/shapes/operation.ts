import type { DeviationKind } from '@redress/definitions';
import type { Instant } from './basics.ts';
import type { PersonName } from './people.ts';

interface CaseName {
  readonly id: string;
  readonly number?: string;
}
/** A line of a case's journal; without a revision it is what has not happened in time. */
export interface CasePlace {
  readonly case: CaseName;
  readonly revision?: number;
  readonly element?: string;
}
/** In how many cases a rule was kept and broken, and in how many it is not over yet. */
export interface RuleInOperation {
  readonly rule: string;
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  /** Some of the cases that break it; none for those who may not read them. */
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

import type { Definition } from '@redress/engine';
import type { Examined } from '../../check/examined.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Run } from '../run.ts';

/**
 * What one case adds to a measure. A share counts 0 or 1 (or so many `of` so many), days and scores the figure itself. `since`: its days still grow.
 * `due`: it is 1 once that instant has passed, 0 before.
 */
export interface Sample {
  readonly measure: string;
  readonly value?: number;
  readonly of?: number;
  readonly since?: string;
  readonly due?: string;
  /** What it is counted under. */
  readonly group?: string;
  /** The line of the journal that decided it. */
  readonly revision?: number;
}

/**
 * `share`: so many of so many. `days`: half took no longer, and nine of ten. `score`, `amount`: the mean. `count`: how many in how many cases.
 * `each`: how many fall to one of those they are counted under, whom nobody is told.
 */
export type Unit = 'share' | 'days' | 'score' | 'amount' | 'count' | 'each';

/** A course of a case with its end. */
export interface Lived {
  readonly record: CaseRecord;
  readonly run: Run;
  /** It came to an end that the procedure has. */
  readonly isOver: boolean;
  /** What that end means. */
  readonly outcome?: string;
}
export type Reading = Omit<Sample, 'measure'>;
/** Reads one case; nothing where the case is not counted. */
export type Reader = (lived: Lived) => readonly Reading[];

export interface MeasureOfCases {
  /** Its words stand under it in `measure-words.json`. */
  readonly id: string;
  /** The rule of class (b) that asks for it. */
  readonly rule: string;
  readonly kinds: readonly Definition['kind'][];
  readonly unit: Unit;
  /** What the vocabulary calls it: a procedure that sets a target sets it by this name. */
  readonly kpi?: string;
  /** `repeated`: counted is what another case of the year before was counted under already. */
  readonly form?: 'repeated';
  /** Of a share: whether the cases that count are those to be looked at, or the others. */
  readonly looksAt?: 'counted' | 'others';
  /** Groups are values of the field that the standards call so, or `endings`. */
  readonly groups?: string;
  /** Nothing where the procedure has nothing of which it could be read. */
  readonly reads: (examined: Examined) => Reader | undefined;
}

/** Groups of this name are what the ends of cases mean. */
export const endings = 'ending';

export const dayMs = 86_400_000;
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

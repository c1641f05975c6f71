import type { Course } from '@redress/engine';
import type { Sample } from './measures/measure.ts';

/** One line of a case's journal as far as rules ask of it: who did what when, and which rows were taken; no values. */
export interface RecordLine extends Course {
  readonly revision: number;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly type: string;
  readonly by?: {
    readonly person?: string;
    readonly onBehalfOf?: string;
    readonly roles: readonly string[];
  };
  /** Names of the fields whose values changed, records that were filed, and to which roles letters were asked for; absent where nobody reads them. */
  readonly changed?: readonly string[];
  readonly filed?: readonly string[];
  readonly lettersTo?: readonly string[];
}

/** What a case is now, beside its journal. None of it leaves what is counted: holders are only told apart, values are told where several cases share them. */
export interface CaseStanding {
  readonly isOpen: boolean;
  /** What people see as due next; UTC. */
  readonly dueAt?: string;
  /** Persons that hold its open tasks. */
  readonly holders: readonly string[];
  /** By what the standards call them; none that is personal or kept from anybody. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** Whether each line of its journal is the one that was written, in its place. */
  readonly isWhole?: boolean;
}

/** The journal of one case, oldest line first; the first is its start. */
export interface CaseRecord {
  readonly id: string;
  /** When the complaint reached the organisation, which may be long before anybody entered it. */
  readonly receivedAt: string;
  readonly lines: readonly RecordLine[];
  readonly standing?: CaseStanding;
}

/** How one rule stands in one case. `open`: it can still be kept or broken. What it does not speak of is not there. */
export interface RuleOnCase {
  readonly rule: string;
  readonly verdict: 'kept' | 'broken' | 'open';
  /** Revision of the line that breaks it. */
  readonly revision?: number;
  /** Address of the element where it breaks: id of a step, JSON pointer of a row. */
  readonly element?: string;
  /** An open time limit is broken from this instant on. */
  readonly brokenAfter?: string;
}

/**
 * A place where a case went otherwise than its procedure means it to. `astray`: a move that the procedure does not have, or not for whoever made it. `late`: the organisation's own
 * time ran out. `early`: somebody let a deadline pass before its time. `moved`: somebody gave a deadline another day. `skipped`: what had failed was
 * left undone. `cancelled`: the case was ended by hand. `excluded`: a person acted who had to keep away.
 */
export const deviationKinds = ['astray', 'excluded', 'cancelled', 'skipped', 'moved', 'early', 'late'] as const;
export type DeviationKind = (typeof deviationKinds)[number];
export interface Deviation {
  readonly kind: DeviationKind;
  readonly revision: number;
  readonly at: string;
  /** Address of the step or row it is about, where it is about one. */
  readonly element?: string;
  readonly person?: string;
}

export interface CaseFindings {
  /** What the case adds to measures. */
  readonly samples: readonly Sample[];
  readonly rules: readonly RuleOnCase[];
  readonly deviations: readonly Deviation[];
}

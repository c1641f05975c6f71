import type { CaseState } from '../case-state.ts';
import type { Finding } from '../definition/finding.ts';
import type { Actor } from '../event.ts';
import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { LetterEffect, TakenRow } from '../step/step.ts';

/** What happened in a rehearsal. Plain JSON; the same script gives the same rehearsal, to the letter. */
export interface Rehearsal {
  /** Everything went as the script says: nothing was refused against it, every expectation met, no incident. */
  readonly ok: boolean;
  readonly problems: readonly RehearsalProblem[];
  /** The case first, then its sub-cases as they began. */
  readonly cases: readonly RehearsedCase[];
  readonly journal: readonly RehearsedLine[];
  readonly letters: readonly RehearsedLetter[];
  readonly deadlines: readonly RehearsedDeadline[];
  readonly tasks: readonly RehearsedTask[];
  readonly refused: readonly RehearsedRefusal[];
  readonly coverage: readonly Coverage[];
  /** Where the clock stands, UTC ISO. */
  readonly at: string;
}

/** `at` points into the script: `/steps/3`. */
export interface RehearsalProblem {
  readonly code:
    | 'does-not-compile'
    | 'unknown-process'
    | 'case-not-begun'
    | 'refused'
    | 'not-refused'
    | 'refused-otherwise'
    | 'not-as-expected'
    | 'no-such-case'
    | 'no-such-task'
    | 'no-such-timer'
    | 'no-such-letter'
    | 'no-such-wait'
    | 'bad-wait'
    | 'clock-goes-back'
    | 'incident'
    | 'message-not-taken'
    | 'endless';
  readonly at: string;
  readonly facts: JsonObject;
  /** What the engine said, where it refused. */
  readonly refusal?: Refusal;
  /** Why a procedure does not compile. */
  readonly findings?: readonly Finding[];
}

export interface RehearsedCase {
  readonly caseId: string;
  readonly process: string;
  readonly begunAt: string;
  readonly endedAt?: string;
  readonly parent?: { readonly caseId: string; readonly step: string };
  readonly status: CaseState['status'];
  readonly outcome?: string;
  readonly steps: readonly string[];
  readonly state: CaseState;
}

/** One event that was taken: the line the journal would hold. */
export interface RehearsedLine {
  readonly at: string;
  readonly caseId: string;
  readonly process: string;
  readonly revision: number;
  readonly event: string;
  readonly by?: Actor;
  /** The timer that fired. */
  readonly timer?: string;
  readonly taken: readonly TakenRow[];
  /** Names of the fields that changed. */
  readonly changed: readonly string[];
  readonly filed: readonly string[];
  /** Active steps afterwards, or the end that was reached. */
  readonly steps: readonly string[];
  /** It ended the case. */
  readonly ends?: true;
}

export interface RehearsedLetter {
  readonly at: string;
  readonly caseId: string;
  readonly process: string;
  readonly letter: string;
  readonly to: string;
  readonly step: string;
  readonly blocks: LetterEffect['blocks'];
  readonly facts: LetterEffect['facts'];
  readonly became: 'sent' | 'bounced' | 'to print' | 'posted';
}

export interface RehearsedDeadline {
  readonly caseId: string;
  readonly process: string;
  readonly timer: string;
  readonly armedAt: string;
  readonly dueAt: string;
  /** Still open, fired, or no longer needed. */
  readonly end: 'open' | 'fired' | 'dropped';
  readonly endedAt?: string;
}

export interface RehearsedTask {
  readonly caseId: string;
  readonly process: string;
  readonly task: string;
  readonly step: string;
  readonly kind: 'work' | 'print';
  readonly role: string;
  readonly openedAt: string;
  readonly dueAt?: string;
  readonly closedAt?: string;
  /** Event that closed it; person where a person did. */
  readonly closedBy?: { readonly event: string; readonly person?: string };
}

export interface RehearsedRefusal {
  readonly at: string;
  readonly caseId: string;
  readonly event: string;
  readonly by?: Actor;
  readonly refusal: Refusal;
  /** The script says so. */
  readonly expected: boolean;
}

export interface Coverage {
  readonly process: string;
  /** Every row of the procedure by JSON pointer, and how often it was taken. */
  readonly rows: readonly { readonly at: string; readonly times: number }[];
  readonly taken: number;
}

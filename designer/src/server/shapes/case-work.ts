import type { Instant, Text } from './basics.ts';
import type { Submission } from './work.ts';

/** Named sorts only; `text` is searched as word beginnings. */
export interface CaseSearch {
  readonly status?: readonly ('active' | 'ended' | 'cancelled' | 'imported')[];
  readonly definition?: string;
  readonly step?: string;
  readonly overdue?: boolean;
  readonly text?: string;
  readonly sort?: 'due' | 'updated' | 'received';
  readonly after?: string;
  readonly limit?: number;
}

/** `scope`: what I hold, what waits for my roles and nobody holds, or both. */
export interface TaskSearch {
  readonly scope?: 'mine' | 'queue' | 'all' | 'done';
  readonly role?: string;
  readonly case?: string;
  readonly assignee?: string;
  readonly dueBefore?: Instant;
  readonly after?: string;
  readonly limit?: number;
}

/** An event of a case that may also end a task: then it names the task's instance. */
export type CaseEventText = Submission & {
  readonly task?: string;
};

export interface TimerMove {
  readonly dueAt: Instant;
  readonly reason: string;
}

export interface TimerRow {
  readonly id: string;
  readonly step?: string;
  readonly stepTitle?: Text;
  readonly title?: Text;
  readonly clock?: string;
  readonly dueAt: Instant;
  readonly armedAt: Instant;
  readonly moved: boolean;
}

/** "I sent it": a letter written as a file has left the house. */
export interface LetterSent {
  readonly how: string;
  readonly at: Instant;
}

/** The instance of a task was ended or the case moved: where it is now. */
export interface Acknowledged {
  readonly id: string;
  readonly revision: number;
}

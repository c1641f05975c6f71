import type { Problem } from './definition/finding.ts';
import type { Json, JsonObject } from './json.ts';

/** The whole list of what the engine refuses. A code and its facts, no prose. */
export type Refusal =
  /** No row takes the event in the present state, or its condition does not hold. */
  | {
      readonly code: 'event-not-accepted';
      readonly event: string;
      readonly accepted: readonly string[];
      readonly because: 'unknown' | 'state' | 'condition';
    }
  /** The case has ended. */
  | { readonly code: 'case-ended'; readonly status: string; readonly outcome?: string }
  /** Sender's role does not allow it. */
  | { readonly code: 'not-permitted'; readonly event: string; readonly allowed: readonly string[] }
  /** A person held a role that this task keeps away. */
  | { readonly code: 'excluded'; readonly task: string; readonly role: string; readonly person: string }
  /** Somebody else has claimed the task. */
  | { readonly code: 'task-claimed'; readonly task: string; readonly by: string }
  /** The task was ended or replaced. */
  | { readonly code: 'task-gone'; readonly task: string; readonly open: readonly string[] }
  | { readonly code: 'form-invalid'; readonly form: string; readonly problems: readonly Problem[] }
  /** A timer or result that was cancelled or replaced meanwhile: drop it. */
  | { readonly code: 'stale'; readonly what: 'timer' | 'invoke' | 'clock'; readonly id: string }
  /** The definition itself failed: FEEL null or warning, an empty fact in a letter, data against their schema, a loop. */
  | { readonly code: 'step-failed'; readonly reason: StepFailure; readonly at: string; readonly facts: JsonObject }
  | { readonly code: 'limit'; readonly limit: string; readonly actual: number; readonly most: number }
  /** A letter was noted as sent before it was written, or in the future. */
  | { readonly code: 'sent-at-impossible'; readonly sentAt: string; readonly writtenAt: string; readonly now: string }
  | { readonly code: 'payload-invalid'; readonly facts: { readonly [fact: string]: Json } };

export type StepFailure =
  | 'feel-null'
  | 'feel-warning'
  | 'feel-bound'
  | 'schema'
  | 'letter-fact-missing'
  | 'delay-not-finite'
  | 'table-hits'
  | 'loop'
  | 'illegal-configuration'
  | 'error-not-handled'
  | 'defect';

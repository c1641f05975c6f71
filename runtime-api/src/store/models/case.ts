import type { Json } from '@redress/engine';
import { plain, storedSchema } from '../schema.ts';

/** A case as it is stored: one document, changed by one compare-and-set of `{ organisation, _id, revision }`. Times are UTC ISO text. */
export interface CaseDocument {
  readonly _id: string;
  readonly organisation: string;
  /** Absent for cases that were only imported. */
  readonly definition: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
  };
  readonly revision: number;
  readonly status: 'active' | 'ended' | 'cancelled' | 'imported';
  readonly outcome?: string;
  readonly number?: string;
  readonly channel: string;
  /** Received. */
  readonly startedAt: string;
  /** Entered. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Active steps and the stages around them, outermost first. */
  readonly states: readonly string[];
  /** While it runs: its procedure and the active steps, in one text. Open cases are counted by it, without reading them. */
  readonly standing?: string;
  readonly title: string;
  readonly severity?: number;
  readonly businessKey?: string;
  /** Folded words, each with who may find by it (search/keys.ts). */
  readonly searchKeys: readonly string[];
  /** JSON text: nothing queries inside it. */
  readonly snapshot: string;
  readonly tasks: readonly Json[];
  readonly timers: readonly Json[];
  readonly clocks: Json;
  readonly performedBy: Json;
  readonly records: readonly Json[];
  readonly keptAway: Json;
  /** Least due time of `timers`. */
  readonly nextDueAt?: string;
  /** What people see as due next: the least of open tasks and running clocks; the end of time if nothing is. */
  readonly dueSort: string;
  /** JSON text of journal entries and effect rows that may not have been copied yet. */
  readonly unsettled: {
    readonly journal: readonly string[];
    readonly effects: readonly string[];
  };
  readonly unsettledAt?: string;
  /** The last journal line: shows a cut tail. */
  readonly head: { readonly revision: number; readonly hash: string };
  readonly incidents: readonly CaseIncident[];
  /** Of the newest of `incidents`. */
  readonly failedAt?: string;
  readonly parent?: {
    readonly caseId: string;
    readonly step: string;
    readonly instance: string;
  };
  /** How many cases stand between this one and an event from outside. */
  readonly hops: number;
}

/** One event or effect that failed and waits for a decision. */
export interface CaseIncident {
  readonly id: string;
  readonly at: string;
  readonly kind: 'timer' | 'result' | 'message' | 'effect';
  /** Id of the timer, step or effect that failed. */
  readonly what: string;
  /** Refusal code, or the reason of a `step-failed`. */
  readonly reason: string;
  /** JSON texts: the facts, and what is needed to try again. */
  readonly facts: string;
  readonly retry: string;
}

export const caseSchema = storedSchema('cases', {
  definition: { type: plain, required: true },
  revision: { type: Number, required: true },
  status: { type: String, required: true },
  outcome: String,
  number: String,
  channel: { type: String, required: true },
  startedAt: { type: String, required: true },
  createdAt: { type: String, required: true },
  updatedAt: { type: String, required: true },
  states: [String],
  standing: String,
  title: String,
  severity: Number,
  businessKey: String,
  searchKeys: [String],
  snapshot: String,
  tasks: plain,
  timers: plain,
  clocks: plain,
  performedBy: plain,
  records: plain,
  keptAway: plain,
  nextDueAt: String,
  dueSort: String,
  unsettled: plain,
  unsettledAt: String,
  head: plain,
  incidents: plain,
  failedAt: String,
  parent: plain,
  hops: Number,
});
caseSchema.index({ nextDueAt: 1 }, { sparse: true });
caseSchema.index({ unsettledAt: 1 }, { sparse: true });
caseSchema.index({ organisation: 1, updatedAt: -1, _id: 1 });
caseSchema.index({ organisation: 1, status: 1, updatedAt: -1, _id: 1 });
caseSchema.index({ organisation: 1, status: 1, dueSort: 1, _id: 1 });
caseSchema.index({ organisation: 1, startedAt: -1, _id: 1 });
caseSchema.index({ organisation: 1, states: 1, dueSort: 1 });
caseSchema.index({ organisation: 1, standing: 1 });
caseSchema.index({ organisation: 1, 'definition.id': 1, status: 1, outcome: 1 });
caseSchema.index({ organisation: 1, 'definition.id': 1, 'definition.version': 1, standing: 1 });
caseSchema.index({ organisation: 1, searchKeys: 1 });
caseSchema.index({ organisation: 1, number: 1 });
caseSchema.index({ organisation: 1, 'parent.caseId': 1 });
caseSchema.index({ organisation: 1, failedAt: -1, _id: 1 });

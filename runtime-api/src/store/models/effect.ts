import { storedSchema } from '../schema.ts';

/** Work for the world; `_id` is the effect's key, `caseId:revision:n`. */
export interface EffectDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly caseId: string;
  readonly kind: string;
  /** First in, first out within a lane: one case and one receiver. */
  readonly lane: string;
  /** `revision * 1000 + n`. */
  readonly order: number;
  /** JSON text of the engine's effect. */
  readonly work: string;
  readonly hops: number;
  readonly at: string;
  /** There until it is done, ignored or skipped. */
  readonly open?: boolean;
  /** When it may be claimed; while it is being worked on, when the lease runs out. Absent once closed or parked. */
  readonly nextAt?: string;
  /** Raised by each claim: the final write names it, so that a worker that slept loses. */
  readonly fence: number;
  readonly attempts: number;
  readonly state: 'open' | 'done' | 'ignored' | 'skipped' | 'incident';
  /** People decided against it: whoever waits for it is told that it failed. */
  readonly skip?: boolean;
  /** Why it was ignored, postponed, or failed last. */
  readonly note?: string;
  readonly doneAt?: string;
}

export const effectSchema = storedSchema('effects', {
  caseId: { type: String, required: true },
  kind: { type: String, required: true },
  lane: { type: String, required: true },
  order: { type: Number, required: true },
  work: { type: String, required: true },
  hops: { type: Number, required: true },
  at: { type: String, required: true },
  open: Boolean,
  nextAt: String,
  fence: { type: Number, required: true },
  attempts: { type: Number, required: true },
  state: { type: String, required: true },
  skip: Boolean,
  note: String,
  doneAt: String,
});
effectSchema.index({ nextAt: 1 }, { sparse: true });
effectSchema.index({ organisation: 1, lane: 1, open: 1, order: 1 });
effectSchema.index({ organisation: 1, caseId: 1, order: 1 });

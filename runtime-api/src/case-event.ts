import type { Actor, JsonObject } from '@redress/engine';

/** What enters `deliver`: one event for one case. Organisation and actor come with it, never from path or body. An event without `by` comes from our own workers. */
export interface CaseEvent {
  readonly organisation: string;
  readonly caseId: string;
  readonly type: string;
  /** Deterministic: `caller:Idempotency-Key`, `timer:<id>:<armedRevision>`, an effect's key, a message id; else random, made once a request. */
  readonly id: string;
  /** `bodyHash(type, payload)`: a repeat with another body is refused (`key-reused`). */
  readonly bodyHash: string;
  readonly by?: Actor;
  readonly payload?: JsonObject;
  /** How many cases it has passed through; 0 from outside. */
  readonly hops?: number;
}

/** A case that does not exist yet. Its id is given by the caller, so that a repeat meets the same case. */
export interface CaseStart {
  readonly organisation: string;
  readonly caseId: string;
  readonly definition: { readonly id: string; readonly version?: number };
  readonly channel: string;
  /** UTC ISO, not after now. */
  readonly receivedAt: string;
  readonly input: JsonObject;
  readonly id: string;
  /** `startHash(start)`. */
  readonly bodyHash: string;
  readonly by?: Actor;
  /** What the recorder adds when staff enter it for somebody. */
  readonly recorded?: {
    readonly channel?: string;
    readonly saidAt?: string;
    readonly evidence?: string;
  };
  /** Unique in the organisation: the id of the complaint in another system. */
  readonly businessKey?: string;
  readonly parent?: {
    readonly caseId: string;
    readonly step: string;
    readonly instance: string;
  };
  readonly keptAway?: { readonly [role: string]: readonly string[] };
  readonly hops?: number;
}

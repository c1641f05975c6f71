import type { Actor, JsonObject } from '@redress/engine';

/** What enters `deliver`: one event for one case. Organisation and actor come with it, never from path or body. */
export interface CaseEvent {
  readonly organisation: string;
  readonly caseId: string;
  readonly type: string;
  /** Deterministic: `caller:Idempotency-Key`, `timer:<id>:<armedRevision>`, an effect's key, a message id; else random, made once a request. */
  readonly id: string;
  /** SHA-256 of type and payload: a repeat with another body is refused (`key-reused`). */
  readonly bodyHash: string;
  readonly by?: Actor;
  readonly payload?: JsonObject;
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
  readonly bodyHash: string;
  readonly by?: Actor;
  /** Unique in the organisation: the id of the complaint in another system. */
  readonly businessKey?: string;
  readonly parent?: { readonly caseId: string; readonly step: string; readonly instance: string };
  readonly keptAway?: { readonly [role: string]: readonly string[] };
  readonly hops?: number;
}

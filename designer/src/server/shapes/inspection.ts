/** Who sent an event: a kind, never a name. */
export type Source = 'person' | 'timer' | 'case' | 'service';
export interface InspectedEvent {
  readonly type: string;
  readonly [member: string]: unknown;
}
export type StateValue = string | { readonly [state: string]: StateValue };
export interface InspectedSnapshot {
  readonly status: 'active' | 'done' | 'stopped';
  readonly value: StateValue;
  /** Names of fields with the kind of their value. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
}
/** Rows that the machine took together, by the ids of the procedure; an empty source is the procedure itself. */
export interface TakenTogether {
  readonly event: string;
  readonly transitions: readonly { readonly source: string; readonly target: readonly string[] }[];
}

interface Common {
  readonly rootId: string;
  readonly sessionId: string;
  readonly id: string;
  /** Milliseconds since the epoch, as text. */
  readonly createdAt: string;
  readonly _version: string;
  readonly revision: number;
}
/** What the inspector of XState would send of a case, without any value. */
export type WireEvent =
  | (Common & {
      readonly type: '@xstate.actor';
      readonly name: string;
      readonly definition: string;
      readonly parentId?: string;
      readonly snapshot: InspectedSnapshot;
    })
  | (Common & { readonly type: '@xstate.event'; readonly sourceId: Source; readonly event: InspectedEvent })
  | (Common & {
      readonly type: '@xstate.snapshot';
      readonly event: InspectedEvent;
      readonly snapshot: InspectedSnapshot;
      readonly microsteps: readonly TakenTogether[];
    });

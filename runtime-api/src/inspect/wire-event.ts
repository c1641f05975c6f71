/** The version of the library whose wire schema this is: `@statelyai/inspect`, here under the name `@xstate/inspect`. A test holds every event against what it sends. */
export const wireVersion = '0.7.2';

/** Who sent it, as a kind and never a name; where the library has the session of the sender. */
export type Source = 'person' | 'timer' | 'case' | 'service';

/** What a value is, in the words of JSON Schema: all that is told of it. */
export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null' | 'unknown';
export interface Kinds {
  readonly [name: string]: Kind | Kinds;
}

/** One event of the case, without what it said. */
export interface InspectedEvent {
  readonly type: string;
  readonly [member: string]: string | Kinds;
}

/** Where a case stands: `value` as XState writes it; `context` in kinds. What invoked steps hold and what history remembers is not told. */
export interface InspectedSnapshot {
  readonly status: 'active' | 'done' | 'stopped';
  readonly value: StateValue;
  readonly context: Kinds;
  readonly tags: readonly string[];
  readonly children: Readonly<Record<string, never>>;
  readonly historyValue: Readonly<Record<string, never>>;
}
export type StateValue = string | { readonly [state: string]: StateValue };

/** Ours: rows taken together, by the ids of the definition. */
export interface TakenTogether {
  readonly event: string;
  readonly transitions: readonly { readonly source: string; readonly target: readonly string[] }[];
}

interface Common {
  /** The head of the family of cases. */
  readonly rootId: string;
  /** The case. */
  readonly sessionId: string;
  /** `<case>:<revision>:<n>`: the order, and the same one whenever it is asked. */
  readonly id: string;
  /** Milliseconds since the epoch, as text. */
  readonly createdAt: string;
  readonly _version: string;
  /** Ours: revision of the case after this event. A reader that misses one has a gap. */
  readonly revision: number;
}
export type WireEvent =
  | (Common & {
      readonly type: '@xstate.actor';
      readonly name: string;
      /** JSON text of the machine. */
      readonly definition: string;
      /** The case that began this one. */
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

import type { AnyStateMachine } from 'xstate';
import type { Clock, Definition, Field, Invoke, Letter, State } from '../definition/definition.ts';
import type { Problem } from '../definition/finding.ts';
import type { FeelOutcome, Scope } from '../feel/scope.ts';
import type { Json, JsonObject } from '../json.ts';
import type { TakenRow } from '../step/step.ts';

/** A definition made ready to run. Built once by `compile`, never changed, shared by all its cases. */
export interface Compiled {
  readonly definition: Definition;
  readonly machine: AnyStateMachine;
  /** Steps, stages and ends by id, in document order. */
  readonly states: ReadonlyMap<string, CompiledState>;
  /** Rows that a person's event or a clock can take: by event, then by the state that carries them (empty: the root). */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, readonly CompiledRow[]>>;
  /** XState's event type of a timer, by timer id `<step>.<delay>`. */
  readonly timers: ReadonlyMap<string, CompiledTimer>;
  readonly fields: ReadonlyMap<string, CompiledField>;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly letters: ReadonlyMap<string, CompiledLetter>;
  readonly clocks: ReadonlyMap<string, CompiledClock>;
  readonly delays: ReadonlyMap<string, CompiledDelay>;
  /** Roles held by whom a field names, and that field. */
  readonly heldRoles: ReadonlyMap<string, string>;
}

export type Judge = (scope: Scope) => FeelOutcome<boolean>;
export type Compute = (scope: Scope) => FeelOutcome;

export interface CompiledState {
  readonly id: string;
  /** JSON pointer into the definition. */
  readonly at: string;
  /** Place in document order. */
  readonly order: number;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'history' | 'final';
  /** Stages around it, the nearest first; the root is not among them. */
  readonly around: readonly string[];
  readonly children: readonly string[];
  readonly definition: State;
  /** Its own tags and the `wait:` tag that follows from the party of its task. */
  readonly tags: ReadonlySet<string>;
  /** Role that answers for it. */
  readonly owner?: string;
  readonly maxVisits?: number;
  /** Delay whose time people see as the due date of this step or stage. */
  readonly due?: string;
  readonly invoke?: CompiledInvoke;
}

export interface CompiledInvoke {
  readonly definition: Invoke;
  /** `data` of a sub-procedure, `with` of a service. */
  readonly values: readonly CompiledValue[];
  readonly priority?: Compute;
  readonly handlesFailure: boolean;
}
export interface CompiledValue {
  readonly name: string;
  readonly compute: Compute;
}

/** Where something stands: what `{step…}` and a failure's place mean. */
export interface Place {
  /** JSON pointer into the definition. */
  readonly at: string;
  /** The step or stage that carries it; empty for the root. */
  readonly state: string;
  readonly on: 'row' | 'entry' | 'exit';
}

export interface CompiledRow {
  readonly at: string;
  readonly event: string;
  /** Step or stage that carries the row; empty for the root. */
  readonly source: string;
  readonly target?: string;
  /** Roles that may send it; without them the role of the task. */
  readonly by?: readonly string[];
  /** Fields that must be filled for this outcome, beyond what the form requires. */
  readonly requires: readonly string[];
  /** Clocks it extends: a person's row does not count once they cannot be extended any more. */
  readonly extends: readonly string[];
  readonly condition?: Judge;
  /** Fields its condition reads; FEEL may read any. */
  readonly reads: readonly string[] | 'any';
  /** Steps with a limit of visits that it would enter, told the history (`undefined`: enter by default). */
  readonly enters: (history: (id: string) => readonly string[] | undefined) => readonly string[];
  /** `always` and `onDone` follow from another event: they see no submitted values. */
  readonly sees: 'submission' | 'result' | 'nothing';
}

export interface CompiledTimer {
  readonly state: string;
  readonly delay: string;
  readonly event: string;
}

export interface CompiledField {
  readonly id: string;
  readonly definition: Field;
  /** What it holds before anybody said anything. */
  readonly initial?: Compute;
  /** Schema and options; nothing wrong is an empty list. */
  readonly problems: (value: Json) => readonly Problem[];
}

export interface CompiledForm {
  readonly id: string;
  readonly fields: readonly CompiledFormField[];
  readonly records: readonly string[];
}
export interface CompiledFormField {
  readonly field: CompiledField;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly when?: Judge;
  readonly prefill?: Compute;
}

export interface CompiledLetter {
  readonly id: string;
  readonly definition: Letter;
  /** Placeholders of the subject. */
  readonly subject: readonly string[];
  readonly blocks: readonly CompiledBlock[];
}
export interface CompiledBlock {
  readonly at: string;
  readonly tells: boolean;
  readonly when?: Judge;
  readonly placeholders: readonly string[];
  readonly variants: readonly { readonly when: Judge; readonly placeholders: readonly string[] }[];
}

export interface CompiledClock {
  readonly id: string;
  readonly definition: Clock;
}
export interface CompiledDelay {
  readonly id: string;
  /** Computed amount or `until`. */
  readonly compute?: Compute;
}

/** What the machine asks for on its way, in order; run by `step/perform.ts`. */
export type Instruction =
  | { readonly do: 'take'; readonly row: TakenRow }
  | { readonly do: 'enter'; readonly state: string }
  | { readonly do: 'save' }
  | { readonly do: 'set'; readonly place: Place; readonly values: readonly CompiledValue[] }
  | { readonly do: 'decide'; readonly place: Place; readonly decision: string; readonly table: (scope: Scope) => FeelOutcome<JsonObject> }
  | { readonly do: 'letter'; readonly place: Place; readonly letter: string; readonly to: readonly string[] }
  | { readonly do: 'record'; readonly place: Place; readonly record: string }
  | { readonly do: 'reassign'; readonly place: Place; readonly to: string }
  | { readonly do: 'extend' | 'stop'; readonly place: Place; readonly clock: string }
  | {
      readonly do: 'send';
      readonly place: Place;
      readonly to: 'parent' | 'children' | Compute;
      readonly event: string;
      readonly values: readonly CompiledValue[];
    }
  | {
      readonly do: 'start';
      readonly place: Place;
      readonly definition: string;
      readonly link: 'follows' | 'relates';
      readonly values: readonly CompiledValue[];
    }
  | { readonly do: 'call'; readonly place: Place; readonly service: string; readonly values: readonly CompiledValue[] };

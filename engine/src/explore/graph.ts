import type { AnyMachineSnapshot } from 'xstate';
import type { CompiledState } from '../compile/compiled.ts';
import type { Condition, Definition, Row } from '../definition/definition.ts';

/** All positions a procedure can come to, and every step between them, whatever its conditions answer. */
export interface Graph {
  readonly definition: Definition;
  readonly states: ReadonlyMap<string, CompiledState>;
  /** By JSON pointer. */
  readonly rows: ReadonlyMap<string, FreeRow>;
  /** The first is where a case rests after its start. */
  readonly nodes: readonly Node[];
  /** How a case comes to its first node. Without it the start itself ran into a bound. */
  readonly start: Edge | undefined;
  /** Everything that can happen, each once; `id` is its place here. */
  readonly occurrences: readonly Occurrence[];
  /** The bound that was hit: what is not in the graph may exist nevertheless. */
  readonly bound?: Bound;
}

export type Bound = 'positions' | 'answers' | 'microsteps' | 'steps';

/** A position in which a case rests, with how often limited steps were visited. */
export interface Node {
  readonly index: number;
  /** Ids of all active steps and stages, outermost first in document order. */
  readonly active: readonly string[];
  /** Those without anything inside. */
  readonly leaves: readonly string[];
  readonly ended: boolean;
  readonly edges: readonly Edge[];
  /** What is refused here if the conditions answer so. */
  readonly refused: readonly Trigger[];
  readonly snapshot: AnyMachineSnapshot;
  readonly visits: Visits;
}
/** How often a step with `maxVisits` was entered; whether clocks that lead somewhere run (leading-clocks.ts); letters that failed (failed-letters.ts). */
export type Visits = ReadonlyMap<string, number>;

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly trigger: Trigger;
  /** In the order in which the machine does it. */
  readonly occurrences: readonly Occurrence[];
  /** What conditions had to answer, and after how many of the occurrences they were asked. */
  readonly asked: readonly Asked[];
  /** Ids of steps and stages that were left: a step that is left and entered again begins anew. */
  readonly left: readonly string[];
}

/** What moves a case. */
export interface Trigger {
  readonly kind: 'start' | 'event' | 'timer' | 'clock' | 'done' | 'failed';
  /** Event, delay, or clock event; empty for what ends by itself. */
  readonly name: string;
  /** The step whose timer, task, letter or sub-procedure it is. */
  readonly state: string;
  /** What a sub-procedure ended with, of those that its rows tell apart; {@link otherOutcome} for all the others. */
  readonly outcome?: string;
}

export interface Asked {
  readonly row: string;
  /** What of the condition the position did not already answer; none where a row is open or not for another reason. */
  readonly condition?: Condition;
  readonly counts: boolean;
  /** Number of occurrences before it. */
  readonly place: number;
}

export type Occurrence = { readonly id: number } & (
  | { readonly is: 'entered'; readonly state: string }
  /** The letter of a letter step is out: the step was left otherwise than by its failure. */
  | { readonly is: 'sent'; readonly state: string }
  | {
      readonly is: 'taken';
      readonly row: string;
      /** Steps without anything inside that the row was taken from; an inherited row is taken from the step where the case rested. */
      readonly from: readonly string[];
      /** All that is entered from here until the case rests, and the rows of decisions and ended stages that are taken on the way. */
      readonly entered: readonly string[];
      readonly then: readonly string[];
      /** What the sub-procedure ended with whose row this is. */
      readonly outcome?: string;
      /** Of a decision or an ended stage that says who did what: id of the row that the case took before it, on which that depends. */
      readonly began?: number;
    }
);

/** A row as exploring needs it. */
export interface FreeRow {
  readonly at: string;
  /** The step or stage that carries it; empty: the root. */
  readonly source: string;
  readonly via: 'on' | 'after' | 'always' | 'onDone' | 'done' | 'failed';
  /** Event or delay. */
  readonly name: string;
  readonly target?: string;
  readonly row: Row;
}

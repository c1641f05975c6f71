import { type AnyMachineSnapshot, type AnyStateMachine, createMachine } from 'xstate';
import { changesFields, contextChanged } from '../compile/changed-context.ts';
import { compileRow } from '../compile/compile-rows.ts';
import type { CompiledRow, CompiledState } from '../compile/compiled.ts';
import { rootId } from '../compile/machine-config.ts';
import type { Action, Definition, Row, Rows } from '../definition/definition.ts';
import type { FreeRow, Trigger } from './graph.ts';
import { outcomesAsked } from './residual.ts';

/** What the machine says on its way, in XState's own order. */
export type Note = { readonly is: 'left' | 'entered'; readonly state: string } | { readonly is: 'taken'; readonly row: FreeRow };

/** Answers a row's condition: may it be taken from this position? */
export type Answer = (row: FreeRow, enters: CompiledRow['enters'], snapshot: AnyMachineSnapshot) => boolean;

/**
 * The same machine with nothing in it but steps and rows: no data, no tasks, no clocks. Timers, ends of tasks and failures are events like any
 * other, and every condition is answered from outside.
 */
export interface FreeMachine {
  readonly machine: AnyStateMachine;
  readonly rows: ReadonlyMap<string, FreeRow>;
  /** What can move a case while a step or stage is active, by its id (empty: the root). XState's event type is the key. */
  readonly triggers: ReadonlyMap<string, ReadonlyMap<string, readonly Trigger[]>>;
}

/** More than this and a machine turns in circles by itself: XState stops it, and the graph says that it has a bound. */
export const microstepsMax = 40;

export function freeMachine(definition: Definition, states: ReadonlyMap<string, CompiledState>, answer: Answer): FreeMachine {
  const builder = new Builder(definition, states, answer);
  const { machine } = definition;
  const config: Plain = {
    id: rootId,
    ...(machine.type ? { type: machine.type } : { initial: machine.initial }),
    options: { maxIterations: microstepsMax },
    ...(machine.on && { on: builder.events('', machine.on, '/machine') }),
    states: builder.children(Object.keys(machine.states)),
  };
  return { machine: createMachine(config), rows: builder.rows, triggers: builder.triggers };
}

type Plain = { [key: string]: unknown };

class Builder {
  readonly rows = new Map<string, FreeRow>();
  readonly triggers = new Map<string, Map<string, readonly Trigger[]>>();
  readonly #definition: Definition;
  readonly #states: ReadonlyMap<string, CompiledState>;
  readonly #answer: Answer;
  /** Without a limited step a row without condition always counts. */
  readonly #isLimited: boolean;

  constructor(definition: Definition, states: ReadonlyMap<string, CompiledState>, answer: Answer) {
    this.#definition = definition;
    this.#states = states;
    this.#answer = answer;
    this.#isLimited = [...states.values()].some((state) => state.maxVisits !== undefined);
  }

  children(ids: readonly string[]): Plain {
    return Object.fromEntries(ids.map((id) => [id, this.#state(id)]));
  }

  #state(id: string): Plain {
    const compiled = this.#states.get(id);
    if (!compiled) throw new Error(`a state that was not indexed: ${id}`);
    const { definition: state, at } = compiled;
    if (compiled.kind === 'history') return { id, type: 'history', history: state.history ?? 'shallow', target: state.target };
    return {
      id,
      ...(state.type && { type: state.type }),
      ...(state.initial !== undefined && { initial: state.initial }),
      ...(state.states && { states: this.children(compiled.children) }),
      entry: noting({ is: 'entered', state: id }, compiled.maxVisits !== undefined || changes(state.entry)),
      exit: noting({ is: 'left', state: id }, changes(state.exit)),
      on: { ...this.events(id, state.on ?? {}, at), ...this.#timers(compiled), ...this.#ends(compiled) },
      ...(state.always && { always: this.#list(state.always, `${at}/always`, { source: id, via: 'always', name: '' }) }),
      ...(state.onDone && { onDone: this.#list(state.onDone, `${at}/onDone`, { source: id, via: 'onDone', name: '' }) }),
    };
  }

  events(source: string, on: Rows, at: string): Plain {
    return Object.fromEntries(
      Object.entries(on).map(([event, rows]) => {
        this.#moves(source, event, [{ kind: event.startsWith('clock.') ? 'clock' : 'event', name: event, state: source }]);
        return [event, this.#list(rows, `${at}/on/${event}`, { source, via: 'on', name: event })];
      }),
    );
  }

  #timers({ id, at, definition: { after } }: CompiledState): Plain {
    return Object.fromEntries(
      Object.entries(after ?? {}).map(([delay, rows]) => {
        const type = `xstate.after.${delay}.${id}`;
        this.#moves(id, type, [{ kind: 'timer', name: delay, state: id }]);
        return [type, this.#list(rows, `${at}/after/${delay}`, { source: id, via: 'after', name: delay })];
      }),
    );
  }

  /** What no person ends: a letter that is out, a service that answered, a sub-procedure with each of its outcomes; and their failures. */
  #ends({ id, at, definition: { invoke } }: CompiledState): Plain {
    const ends: Plain = {};
    if (invoke && 'onDone' in invoke) {
      const outcomes = invoke.src === 'case' ? outcomesAsked(invoke.onDone) : [];
      const done: Trigger = { kind: 'done', name: '', state: id };
      this.#moves(id, `xstate.done.actor.${id}`, outcomes.length === 0 ? [done] : outcomes.map((outcome) => ({ ...done, outcome })));
      ends[`xstate.done.actor.${id}`] = this.#list(invoke.onDone, `${at}/invoke/onDone`, { source: id, via: 'done', name: '' });
    }
    if (invoke && 'onError' in invoke) {
      this.#moves(id, `xstate.error.actor.${id}`, [{ kind: 'failed', name: '', state: id }]);
      ends[`xstate.error.actor.${id}`] = this.#list(invoke.onError, `${at}/invoke/onError`, { source: id, via: 'failed', name: '' });
    }
    return ends;
  }

  #moves(source: string, type: string, triggers: readonly Trigger[]): void {
    const own = this.triggers.get(source) ?? new Map<string, readonly Trigger[]>();
    own.set(type, triggers);
    this.triggers.set(source, own);
  }

  #list(rows: readonly Row[], at: string, place: Pick<FreeRow, 'source' | 'via' | 'name'>): readonly Plain[] {
    return rows.map((row, index) =>
      this.#row(row, { ...place, at: `${at}/${index}`, ...(row.target !== undefined && { target: row.target.slice(1) }), row }, index),
    );
  }

  #row(row: Row, free: FreeRow, index: number): Plain {
    this.rows.set(free.at, free);
    const event = free.via === 'on' ? free.name : '';
    const place = { at: free.at.slice(0, free.at.lastIndexOf('/')), source: free.source, event, sees: sightOf(free) };
    const { enters, extends: extended } = compileRow(row, index, place, { definition: this.#definition, states: this.#states });
    const isAsked = row.guard !== undefined || extended.length > 0 || (this.#isLimited && row.target !== undefined);
    const check = (snapshot: AnyMachineSnapshot): boolean => this.#answer(free, enters, snapshot);
    return {
      ...(row.target !== undefined && { target: row.target }),
      ...(row.reenter !== undefined && { reenter: row.reenter }),
      ...(isAsked && { guard: Object.assign(() => false, { check }) }),
      actions: noting({ is: 'taken', row: free }, changes(row.actions)),
    };
  }
}

const changes = (actions: readonly Action[] | undefined): boolean => actions?.some(({ type }) => changesFields(type)) ?? false;

/** What is noted; and where the real machine writes into the case, decisions are asked again here as there. */
const noting = (note: Note, isChange: boolean): readonly object[] => [
  { type: 'note', params: note },
  ...(isChange ? [contextChanged] : []),
];

const sightOf = ({ via, name }: FreeRow): CompiledRow['sees'] => {
  if (via === 'done' || via === 'failed') return 'result';
  return via === 'on' && !name.includes('.') ? 'submission' : 'nothing';
};

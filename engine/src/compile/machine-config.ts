import type { AnyStateMachine } from 'xstate';
import type { Definition, Row, Rows, State } from '../definition/definition.ts';
import { rowGuard } from '../step/row-guard.ts';
import { changesFields, contextChanged } from './changed-context.ts';
import { compileActions } from './compile-actions.ts';
import { compileRow, type RowsPlace } from './compile-rows.ts';
import type { CompiledRow, CompiledState, CompiledTimer, Instruction } from './compiled.ts';
import { deepFreeze } from './deep-freeze.ts';

/** What XState is given, and what we keep beside it. */
export interface BuiltConfig {
  readonly config: AnyStateMachine['config'];
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, readonly CompiledRow[]>>;
  readonly timers: ReadonlyMap<string, CompiledTimer>;
}

/** No id of a definition looks like this, so the root cannot clash with a step. */
export const rootId = '(machine)';
/** Endless `always` rows end here instead of never. */
const iterationsMax = 1000;

export function buildConfig(definition: Definition, states: ReadonlyMap<string, CompiledState>): BuiltConfig {
  const builder = new ConfigBuilder(definition, states);
  const config = builder.root();
  return { config: deepFreeze(config), rows: builder.rows, timers: builder.timers };
}

type Plain = { [key: string]: unknown };

class ConfigBuilder {
  readonly rows = new Map<string, Map<string, CompiledRow[]>>();
  readonly timers = new Map<string, CompiledTimer>();
  readonly #definition: Definition;
  readonly #states: ReadonlyMap<string, CompiledState>;

  constructor(definition: Definition, states: ReadonlyMap<string, CompiledState>) {
    this.#definition = definition;
    this.#states = states;
  }

  root(): Plain {
    const { machine } = this.#definition;
    return {
      id: rootId,
      ...(machine.type ? { type: machine.type } : { initial: machine.initial }),
      context: ({ input }: { input: { work: unknown } }) => ({ work: input.work }),
      options: { maxIterations: iterationsMax },
      entry: this.#instructions(compileActions(machine.entry, { at: '/machine/entry', state: '', on: 'entry' }, this.#definition)),
      ...(machine.on && { on: this.#events(machine.on, '/machine', '') }),
      states: this.#children(machine.states),
    };
  }

  #children(states: Readonly<Record<string, State>>): Plain {
    return Object.fromEntries(Object.keys(states).map((id) => [id, this.#state(id)]));
  }

  #state(id: string): Plain {
    const compiled = this.#states.get(id);
    if (!compiled) throw new Error(`A state that was not indexed: ${id}`);
    const { definition: state, at } = compiled;
    if (compiled.kind === 'history') return { id, type: 'history', history: state.history ?? 'shallow', target: state.target };
    const entry = compileActions(state.entry, { at: `${at}/entry`, state: id, on: 'entry' }, this.#definition);
    const exit = compileActions(state.exit, { at: `${at}/exit`, state: id, on: 'exit' }, this.#definition);
    return {
      id,
      ...(state.type && { type: state.type }),
      ...(state.initial !== undefined && { initial: state.initial }),
      ...(state.states && { states: this.#children(state.states) }),
      entry: this.#instructions([{ do: 'enter', state: id }, ...entry]),
      exit: this.#instructions(exit),
      ...(state.on && { on: this.#events(state.on, at, id) }),
      ...(state.after && { after: this.#after(state.after, compiled) }),
      ...(state.always && { always: this.#list(state.always, { at: `${at}/always`, source: id, event: '', sees: 'nothing' }) }),
      ...(state.onDone && { onDone: this.#list(state.onDone, { at: `${at}/onDone`, source: id, event: '', sees: 'nothing' }) }),
      ...(state.invoke && { invoke: this.#invoke(compiled, state.invoke) }),
    };
  }

  #invoke(compiled: CompiledState, invoke: NonNullable<State['invoke']>): Plain {
    const place = { source: compiled.id, event: '', sees: 'result' as const };
    return {
      id: compiled.id,
      src: invoke.src,
      ...('onDone' in invoke && { onDone: this.#list(invoke.onDone, { ...place, at: `${compiled.at}/invoke/onDone` }) }),
      ...('onError' in invoke && { onError: this.#list(invoke.onError, { ...place, at: `${compiled.at}/invoke/onError` }) }),
    };
  }

  #events(on: Rows, at: string, source: string): Plain {
    return Object.fromEntries(
      Object.entries(on).map(([event, rows]) => {
        const place: RowsPlace = { at: `${at}/on/${event}`, source, event, sees: event.includes('.') ? 'nothing' : 'submission' };
        return [event, this.#list(rows, place)];
      }),
    );
  }

  #after(after: Rows, state: CompiledState): Plain {
    return Object.fromEntries(
      Object.entries(after).map(([delay, rows]) => {
        this.timers.set(`${state.id}.${delay}`, { state: state.id, delay, event: `xstate.after.${delay}.${state.id}` });
        return [delay, this.#list(rows, { at: `${state.at}/after/${delay}`, source: state.id, event: '', sees: 'nothing' })];
      }),
    );
  }

  #list(rows: readonly Row[], place: RowsPlace): readonly Plain[] {
    return rows.map((row, index) => this.#row(row, compileRow(row, index, place, { definition: this.#definition, states: this.#states })));
  }

  #row(row: Row, compiled: CompiledRow): Plain {
    if (compiled.event !== '') this.#file(compiled);
    const guard = rowGuard(compiled, this.#states);
    const actions = compileActions(row.actions, { at: compiled.at, state: compiled.source, on: 'row' }, this.#definition);
    const taken: Instruction = {
      do: 'take',
      row: { from: compiled.source, to: compiled.target === undefined ? [] : [compiled.target], at: compiled.at },
    };
    const saves: readonly Instruction[] = compiled.sees === 'submission' ? [{ do: 'save' }] : [];
    return {
      ...(row.target !== undefined && { target: row.target }),
      ...(row.reenter !== undefined && { reenter: row.reenter }),
      ...(guard && { guard }),
      actions: this.#instructions([taken, ...saves, ...actions]),
    };
  }

  #file(row: CompiledRow): void {
    const sources = this.rows.get(row.event) ?? new Map<string, CompiledRow[]>();
    this.rows.set(row.event, sources);
    sources.set(row.source, [...(sources.get(row.source) ?? []), row]);
  }

  #instructions(instructions: readonly Instruction[]): readonly object[] {
    return instructions.flatMap((instruction) => {
      const action = { type: instruction.do, params: instruction };
      const counts = instruction.do === 'enter' && this.#states.get(instruction.state)?.maxVisits !== undefined;
      return counts || changesFields(instruction.do) ? [action, contextChanged] : [action];
    });
  }
}

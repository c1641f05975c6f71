import { compileRow, type RowsPlace } from '../compile/compile-rows.ts';
import type { Compiled, CompiledState } from '../compile/compiled.ts';
import { rootId } from '../compile/machine-config.ts';
import { own } from '../compile/own.ts';
import type { Action, Row, Rows, State } from '../definition/definition.ts';
import type { JsonObject } from '../json.ts';
import { guardText, isComputed } from './condition-text.ts';
import { literal, nameOf, quoted } from './literal.ts';

/** The machine as text, and what it needs beside it. */
export interface StatesText {
  readonly config: string;
  /** Entries of `guards`. */
  readonly guards: readonly string[];
  /** Event types of timers that come again. */
  readonly again: readonly string[];
}

export function statesText(compiled: Compiled): StatesText {
  const writer = new StatesWriter(compiled);
  const config = writer.root();
  return { config, guards: writer.guards, again: [...writer.again] };
}

/** Members of an object literal; what is missing is left out. */
const object = (members: readonly (readonly [name: string, text: string | undefined])[]): string =>
  `{ ${members.flatMap(([name, text]) => (text === undefined ? [] : [`${nameOf(name)}: ${text}`])).join(',\n')} }`;
const list = (texts: readonly string[]): string | undefined => (texts.length === 0 ? undefined : `[${texts.join(', ')}]`);

class StatesWriter {
  readonly guards: string[] = [];
  readonly again = new Set<string>();
  readonly #compiled: Compiled;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  root(): string {
    const { machine } = this.#compiled.definition;
    return object([
      ['id', quoted(rootId)],
      [machine.type ? 'type' : 'initial', quoted(machine.type ?? machine.initial ?? '')],
      ['context', '({ input }) => startContext(ports, input)'],
      ['description', machine.description === undefined ? undefined : quoted(machine.description)],
      ['entry', list(this.#actions(machine.entry, ''))],
      ['on', machine.on && this.#events(machine.on, '/machine', '')],
      ['states', this.#children(machine.states)],
    ]);
  }

  #children(states: Readonly<Record<string, State>>): string {
    return object(Object.keys(states).map((id) => [id, this.#state(id)]));
  }

  #state(id: string): string {
    const compiled = this.#compiled.states.get(id);
    if (!compiled) throw new Error(`A state that was not indexed: ${id}`);
    const { definition: state, at } = compiled;
    if (compiled.kind === 'history')
      return object([
        ['id', quoted(id)],
        ['type', quoted('history')],
        ['history', quoted(state.history ?? 'shallow')],
        ['target', state.target === undefined ? undefined : quoted(state.target)],
      ]);
    const still = { source: id, event: '', sees: 'nothing' } as const;
    return object([
      ['id', quoted(id)],
      ['type', state.type && quoted(state.type)],
      ['initial', state.initial === undefined ? undefined : quoted(state.initial)],
      ['tags', compiled.tags.size === 0 ? undefined : literal([...compiled.tags])],
      ['meta', state.meta && literal(JSON.parse(JSON.stringify(state.meta)))],
      ['description', state.description === undefined ? undefined : quoted(state.description)],
      // What led to the end of a stage, for the rows of its `onDone`.
      ['output', state.type && '({ event }) => event'],
      ['entry', list([...this.#entering(compiled), ...this.#actions(state.entry, id)])],
      ['exit', list(this.#actions(state.exit, id))],
      ['invoke', this.#invoke(compiled)],
      ['on', state.on && this.#events(state.on, at, id)],
      ['after', state.after && this.#after(state.after, compiled)],
      ['always', state.always && this.#rows(state.always, { ...still, at: `${at}/always` })],
      ['onDone', state.onDone && this.#rows(state.onDone, { ...still, at: `${at}/onDone` })],
      ['states', state.states && this.#children(state.states)],
    ]);
  }

  /** Only what may be used up is counted; a recurring procedure counts anew once it comes home. */
  #entering({ id, maxVisits }: CompiledState): readonly string[] {
    const home = this.#compiled.definition.home === id;
    return [
      ...(home ? [`{ type: "beginRound" }`] : []),
      ...(maxVisits === undefined ? [] : [`{ type: "count", params: { step: ${quoted(id)} } }`]),
    ];
  }

  #invoke({ id, at, definition: { invoke } }: CompiledState): string | undefined {
    if (!invoke) return undefined;
    const input: JsonObject = JSON.parse(JSON.stringify(invoke.input));
    const given = invoke.src === 'case' ? invoke.input.data : invoke.src === 'service' ? invoke.input.with : undefined;
    const values =
      given && isComputed(given)
        ? `computedAll(ports, ${literal(given)}, seenFrom(ports, at, ${quoted(id)}, "saved"))`
        : literal(given ?? {});
    const place = { source: id, event: '', sees: 'result' } as const;
    return object([
      ['id', quoted(id)],
      ['src', quoted(invoke.src)],
      ['input', `(at) => ({ step: ${quoted(id)}, asked: ${literal(input)}, values: ${values} })`],
      ['onDone', 'onDone' in invoke ? this.#rows(invoke.onDone, { ...place, at: `${at}/invoke/onDone` }) : undefined],
      ['onError', 'onError' in invoke ? this.#rows(invoke.onError, { ...place, at: `${at}/invoke/onError` }) : undefined],
    ]);
  }

  #events(on: Rows, at: string, source: string): string {
    return object(
      Object.entries(on).map(([event, rows]) => {
        const sees = event.includes('.') ? 'nothing' : 'submission';
        return [event, this.#rows(rows, { at: `${at}/on/${event}`, source, event, sees })];
      }),
    );
  }

  #after(after: Rows, { id, at }: CompiledState): string {
    return object(
      Object.entries(after).map(([delay, rows]) => {
        const place: RowsPlace = { at: `${at}/after/${delay}`, source: id, event: '', sees: 'nothing' };
        if (!own(this.#compiled.definition.delays, delay)?.repeat) return [delay, this.#rows(rows, place)];
        // It comes again while the step lasts, whatever its rows did, and under the same name, so that leaving the step ends it.
        const type = `xstate.after.${delay}.${id}`;
        this.again.add(type);
        const again = `raise({ type: ${quoted(type)} }, { id: ${quoted(type)}, delay: ${quoted(delay)} })`;
        const written = rows.map((row, index) => this.#row(row, index, place, [again]));
        const open = rows.every((row) => row.guard !== undefined);
        return [delay, `[${[...written, ...(open ? [`{ actions: [${again}] }`] : [])].join(', ')}]`];
      }),
    );
  }

  #rows(rows: readonly Row[], place: RowsPlace): string {
    return `[${rows.map((row, index) => this.#row(row, index, place, [])).join(', ')}]`;
  }

  #row(row: Row, index: number, place: RowsPlace, more: readonly string[]): string {
    const saves = place.sees === 'submission' ? [`{ type: "save" }`] : [];
    return object([
      ['target', row.target === undefined ? undefined : quoted(row.target)],
      ['reenter', row.reenter === undefined ? undefined : String(row.reenter)],
      ['guard', this.#guard(row, index, place)],
      ['actions', list([...saves, ...this.#actions(row.actions, place.source), ...more])],
      ['description', row.description === undefined ? undefined : quoted(row.description)],
      ['meta', row.meta && literal(JSON.parse(JSON.stringify(row.meta)))],
    ]);
  }

  #guard(row: Row, index: number, place: RowsPlace): string | undefined {
    const { definition, states } = this.#compiled;
    const compiled = compileRow(row, index, place, { definition, states });
    const fresh = compiled.target !== undefined && compiled.target === definition.home;
    const visits = fresh
      ? []
      : compiled.enters(() => undefined).map((id) => `mayEnter(at.context, ${quoted(id)}, ${states.get(id)?.maxVisits ?? 0})`);
    const extended = compiled.extends.map((clock) => `ports.mayExtend(${quoted(clock)})`);
    const text = guardText(compiled.at.slice('/machine/'.length), row.guard?.params, [...visits, ...extended]);
    const seen = `seenFrom(ports, at, ${quoted(place.source)}, ${quoted(place.sees === 'submission' ? 'submission' : 'saved')})`;
    for (const { name, expression } of text?.named ?? []) {
      this.guards.push(`${nameOf(name)}: (at: Moment) => { const seen = ${seen}; return ${expression}; }`);
    }
    return text?.guard;
  }

  #actions(actions: readonly Action[] | undefined, step: string): readonly string[] {
    return (actions ?? []).map((action) => {
      const params: JsonObject = JSON.parse(JSON.stringify(action.params));
      if (action.type === 'set') return `{ type: "set", params: { step: ${quoted(step)}, values: ${literal(params)} } }`;
      if (action.type === 'decide')
        return `{ type: "decide", params: { step: ${quoted(step)}, decision: ${quoted(action.params.decision)} } }`;
      return `{ type: "act", params: { type: ${quoted(action.type)}, step: ${quoted(step)}, params: ${literal(params)} } }`;
    });
  }
}

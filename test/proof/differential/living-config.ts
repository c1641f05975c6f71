import type { Action, Condition, Definition, Invoke, Json, JsonObject, Row, State } from '@redress/engine';
import {
  type AnyActorLogic,
  type AnyStateMachine,
  and,
  assign,
  createMachine,
  enqueueActions,
  not,
  or,
  raise,
  sendTo,
  stateIn,
} from 'xstate';
import { computed, judge } from './expressions.ts';

/** What the implementations of the living actor did, as they did it. */
export interface Chronicle {
  readonly taken: string[];
  readonly sent: string[];
  readonly begun: string[];
  readonly stopped: string[];
  /** Messages to itself since the last event from outside: a case that answers itself for ever is cut off. */
  messages: number;
}
export const messagesMax = 12;

export interface Setting {
  readonly chronicle: Chronicle;
  /** Fields at the beginning. */
  readonly input: JsonObject;
  readonly now: () => string;
  /** Whether a row may still be taken, as far as limits of visits go. */
  readonly left: (row: string, snapshot: unknown, visits: { readonly [state: string]: number }) => boolean;
}
interface Context {
  readonly fields: JsonObject;
  readonly visits: { readonly [state: string]: number };
}
interface Said {
  readonly type: string;
  readonly values?: JsonObject;
  readonly output?: JsonObject;
}
interface Seen {
  readonly context: Context;
  readonly event: Said;
}
// biome-ignore lint/suspicious/noExplicitAny: a config of XState is a tree whose types no dynamic definition can satisfy.
type Config = any;

/** The machine of a definition with real implementations: none of what the engine makes of it is used. */
export function livingMachine(definition: Definition, setting: Setting): AnyStateMachine {
  const { machine } = definition;
  const writer = new ConfigWriter(definition, setting);
  const config: Config = {
    id: 'living',
    ...(machine.type ? { type: machine.type } : { initial: machine.initial }),
    context: { fields: { ...setting.input }, visits: {} },
    options: { maxIterations: 1000 },
    entry: writer.actions(machine.entry),
    on: writer.events(machine.on, '/machine'),
    states: writer.states(machine.states, '/machine'),
  };
  return createMachine(config, { delays: writer.delays() });
}

class ConfigWriter {
  readonly #definition: Definition;
  readonly #setting: Setting;
  constructor(definition: Definition, setting: Setting) {
    this.#definition = definition;
    this.#setting = setting;
  }

  states(states: Readonly<Record<string, State>> | undefined, at: string): Config {
    return Object.fromEntries(Object.entries(states ?? {}).map(([id, state]) => [id, this.#state(state, `${at}/states/${id}`)]));
  }

  events(on: State['on'], at: string): Config {
    return Object.fromEntries(
      Object.entries(on ?? {}).map(([event, rows]) => [event, this.#rows(rows, `${at}/on/${event}`, 'submission')]),
    );
  }

  actions(actions: readonly Action[] | undefined): Config[] {
    return (actions ?? []).flatMap((action) => this.#action(action));
  }

  #state(state: State, at: string): Config {
    const { id, type, initial, history, target, tags } = state;
    if (type === 'history') return { id, type, history: history ?? 'shallow', target };
    const counts = state.meta?.maxVisits !== undefined;
    const visit = assign(({ context }: { context: Context }) => ({ visits: { ...context.visits, [id]: (context.visits[id] ?? 0) + 1 } }));
    return {
      id,
      ...(type && { type }),
      ...(initial && { initial }),
      ...(tags && { tags }),
      entry: [...(counts ? [visit] : []), ...this.actions(state.entry)],
      exit: this.actions(state.exit),
      on: this.events(state.on, at),
      after: this.#after(state, at),
      ...(state.always && { always: this.#rows(state.always, `${at}/always`) }),
      ...(state.onDone && { onDone: this.#rows(state.onDone, `${at}/onDone`) }),
      ...(state.invoke && { invoke: this.#invoke(state.invoke, id, at) }),
      ...(state.states && { states: this.states(state.states, at) }),
    };
  }

  /** A delay that comes again is raised anew by each of its rows; where none of them is taken, by one more. */
  #after(state: State, at: string): Config {
    return Object.fromEntries(
      Object.entries(state.after ?? {}).map(([name, rows]) => {
        const delay = this.#delay(name);
        const list = this.#rows(rows, `${at}/after/${name}`);
        if (!this.#definition.delays[name]?.repeat) return [name, list];
        const type = `xstate.after.${name}.${state.id}`;
        const again = raise({ type }, { id: type, delay });
        return [name, [...list.map((row: Config) => ({ ...row, actions: [again, ...row.actions] })), { actions: [again] }]];
      }),
    );
  }

  delays(): Config {
    return Object.fromEntries(Object.keys(this.#definition.delays).map((name) => [name, this.#delay(name)]));
  }

  #delay(name: string): Config {
    const { minutes, hours, atMost } = this.#definition.delays[name] ?? {};
    return ({ context }: Seen): number => {
      const amount = Number(computed(minutes ?? hours ?? null, context.fields));
      return Math.min(amount, atMost?.minutes ?? Number.POSITIVE_INFINITY) * (hours === undefined ? 60_000 : 3_600_000);
    };
  }

  #invoke(invoke: Invoke, id: string, at: string): Config {
    const given: JsonObject = invoke.src === 'case' ? (invoke.input.data ?? {}) : invoke.src === 'service' ? (invoke.input.with ?? {}) : {};
    const letter = invoke.src === 'letter' ? this.#definition.letters[invoke.input.letter] : undefined;
    const begun = letter ? (letter.to ?? []).map((to) => `letter ${invoke.src === 'letter' && invoke.input.letter} ${to}`) : undefined;
    return {
      id,
      src: this.#child({ src: invoke.src, id, receivers: begun?.length ?? 1, begun }),
      input: ({ context }: Seen) =>
        Object.fromEntries(Object.entries(given).map(([name, value]) => [name, computed(value, context.fields)])),
      ...('onDone' in invoke && { onDone: this.#rows(invoke.onDone, `${at}/invoke/onDone`) }),
      ...('onError' in invoke && { onError: this.#rows(invoke.onError, `${at}/invoke/onError`) }),
    };
  }

  /** A task, letter, service or sub-case: lives until it is told how it ended. A letter to two is over when both are out. */
  #child(what: { src: string; id: string; receivers: number; begun: readonly string[] | undefined }): AnyActorLogic {
    const { chronicle, now } = this.#setting;
    const begin = (input: JsonObject): void => {
      if (what.src === 'case') chronicle.begun.push(`case ${what.id} ${JSON.stringify(withoutNulls(input))}`);
      if (what.src === 'service') chronicle.begun.push(`service ${what.id} ${JSON.stringify(input)}`);
      chronicle.begun.push(...(what.begun ?? []));
    };
    const logic: Config = {
      getInitialSnapshot: (_scope: unknown, input: JsonObject) => {
        return { status: 'active', output: undefined, error: undefined, input, src: what.src, openedAt: now(), waits: what.receivers };
      },
      // Left in the very step that entered it, it never begins.
      start: (snapshot: Config) => begin(snapshot.input),
      transition: (snapshot: Config, event: { type: string; output?: Json }) => {
        if (event.type === 'xstate.stop' && what.src === 'case') chronicle.stopped.push(what.id);
        if (event.type === 'fail') return { ...snapshot, status: 'error', error: event.output };
        if (event.type !== 'finish') return snapshot;
        const waits = snapshot.waits - 1;
        return waits > 0 ? { ...snapshot, waits } : { ...snapshot, waits, status: 'done', output: event.output };
      },
      getPersistedSnapshot: (snapshot: Config) => ({ status: snapshot.status }),
      restoreSnapshot: (snapshot: Config) => snapshot,
    };
    return logic;
  }

  #rows(rows: readonly Row[], at: string, sees?: 'submission'): Config[] {
    return rows.map((row, index) => this.#row(row, `${at}/${index}`, sees));
  }

  #row(row: Row, at: string, sees?: 'submission'): Config {
    const { left, chronicle } = this.#setting;
    const open = Object.assign(() => false, {
      check: (snapshot: unknown, { context }: { context: Context }) => left(at, snapshot, context.visits),
    });
    const condition = row.guard && this.#condition(row.guard.params, sees);
    const save = assign(({ context, event }: Seen) => ({ fields: written(context.fields, event.values ?? {}) }));
    return {
      ...(row.target && { target: row.target }),
      ...(row.reenter !== undefined && { reenter: row.reenter }),
      guard: condition ? and([open, condition]) : open,
      actions: [() => void chronicle.taken.push(at), ...(sees ? [save] : []), ...this.actions(row.actions)],
    };
  }

  #condition(condition: Condition, sees?: 'submission'): Config {
    if ('all' in condition) return and(condition.all.map((each) => this.#condition(each, sees)));
    if ('any' in condition) return or(condition.any.map((each) => this.#condition(each, sees)));
    if ('not' in condition) return not(this.#condition(condition.not, sees));
    if ('in' in condition) return stateIn(`#${condition.in}`);
    return ({ context, event }: Seen) =>
      judge(condition, sees ? written(context.fields, event.values ?? {}) : context.fields, event.output?.outcome);
  }

  #action(action: Action): Config[] {
    const { chronicle } = this.#setting;
    if (action.type === 'letter') {
      const { letter, to } = action.params;
      const receivers = to ?? this.#definition.letters[letter]?.to ?? [];
      return receivers.map((receiver) => () => void chronicle.sent.push(`${letter} ${receiver}`));
    }
    if (action.type === 'set') {
      const values = (fields: JsonObject): JsonObject =>
        Object.fromEntries(Object.entries(action.params).map(([name, value]) => [name, computed(value, fields)]));
      return [assign(({ context }: Seen) => ({ fields: written(context.fields, values(context.fields)) }))];
    }
    if (action.type !== 'send') throw new Error(`No random definition does this: ${action.type}`);
    const message: Config = { type: action.params.event, values: action.params.data ?? {} };
    return [
      enqueueActions(({ enqueue }) => {
        if (++chronicle.messages <= messagesMax) enqueue(sendTo(({ self }: Config) => self, message));
      }),
    ];
  }
}

/** Null empties a field. */
function written(fields: JsonObject, values: JsonObject): JsonObject {
  return withoutNulls({ ...fields, ...values });
}
const withoutNulls = (values: JsonObject): JsonObject => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

import type { Definition, Row, State } from '@redress/engine';
import { type AnyMachineSnapshot, createMachine, transition } from 'xstate';
import type { Setting } from './living-config.ts';

/**
 * Whether a row leads to a step that is used up, as XState itself would enter it: the bare machine, every row an event of its own, takes the
 * row from where the case is, and its entries are read.
 */
export function visitsLeft(definition: Definition): Setting['left'] {
  const limits = new Map<string, number>();
  const config = bareState(definition.machine, '/machine', limits);
  if (limits.size === 0) return () => true;
  const machine = createMachine({ ...config, id: 'bare' });
  return (row, given, visits) => {
    const { value, historyValue } = given as AnyMachineSnapshot;
    const remembered = Object.fromEntries(Object.entries(historyValue).map(([id, nodes]) => [id, nodes.map((node) => ({ id: node.id }))]));
    const stored = JSON.parse(JSON.stringify({ status: 'active', value, historyValue: remembered, context: {}, children: {} }));
    const [, entered] = transition(machine, machine.resolveState(machine.restoreSnapshot(stored, undefined as never)), { type: row });
    return entered.every(({ type }) => (visits[type] ?? 0) < (limits.get(type) ?? Number.POSITIVE_INFINITY));
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a config of XState is a tree whose types no dynamic definition can satisfy.
type Config = any;

function bareState(state: Partial<State> & Pick<Definition['machine'], 'on'>, at: string, limits: Map<string, number>): Config {
  const { id, type, initial, history, target, meta, invoke } = state;
  if (type === 'history') return { id, type, history: history ?? 'shallow', target };
  if (id !== undefined && meta?.maxVisits !== undefined) limits.set(id, meta.maxVisits);
  const lists: readonly (readonly [string, readonly Row[] | undefined])[] = [
    ...Object.entries(state.on ?? {}).map(([event, rows]): [string, readonly Row[]] => [`${at}/on/${event}`, rows]),
    ...Object.entries(state.after ?? {}).map(([delay, rows]): [string, readonly Row[]] => [`${at}/after/${delay}`, rows]),
    [`${at}/always`, state.always],
    [`${at}/onDone`, state.onDone],
    [`${at}/invoke/onDone`, invoke && 'onDone' in invoke ? invoke.onDone : undefined],
    [`${at}/invoke/onError`, invoke && 'onError' in invoke ? invoke.onError : undefined],
  ];
  const rows = lists.flatMap(([place, list]) =>
    (list ?? []).map(({ target: to, reenter }, index) => [`${place}/${index}`, { target: to, reenter }]),
  );
  return {
    ...(id !== undefined && { id, entry: id }),
    ...(type && { type }),
    ...(initial !== undefined && { initial }),
    ...(type !== 'final' && { on: Object.fromEntries(rows) }),
    ...(state.states && {
      states: Object.fromEntries(
        Object.entries(state.states).map(([key, inner]) => [key, bareState(inner, `${at}/states/${key}`, limits)]),
      ),
    }),
  };
}

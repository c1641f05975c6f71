import { type Condition, type Definition, type Json, type Row, valuesFor } from '@redress/engine';
import { type Examined, type Found, failing, failuresMost, held, pathInto, undecided, vacuous } from './examined.ts';
import type { Failure } from './verdict.ts';

/** Rows that have to cover every value between them. */
interface Branch {
  readonly step: string;
  readonly event: string;
  readonly at: string;
  readonly conditions: readonly Condition[];
  /** Fields that the form requires: they are never empty here. */
  readonly filled: ReadonlySet<string>;
}

/**
 * Where ways depend on what was filled in, something happens whatever was filled in. A single button that only sometimes counts is no branch, as long
 * as whoever does the task has another.
 */
export function checkBranches(examined: Examined): Found {
  const { graph } = examined;
  const { definition } = graph;
  const places = [...graph.states.values()];
  const branches = places.flatMap(({ id, at, definition: state }) => branchesOf(id, at, state, definition));
  const covered = [...graph.rows.values()].filter((row) => row.row.guard && row.target !== undefined).map(({ at }) => at);
  if (branches.length === 0) return covered.length === 0 ? vacuous : held(covered);
  const failures: Failure[] = [];
  let isOpen = false;
  for (const { step, event, at, conditions, filled } of branches) {
    const values = valuesFor(
      conditions.map((condition) => ({ condition, counts: false })),
      definition,
      { filled, mayFail: true },
    );
    if (values === 'unknown') isOpen = true;
    else if (values) failures.push({ element: at, facts: { state: step, event, ...firstOf(values) }, path: pathInto(examined, step) });
  }
  if (failures.length > 0) return failing(failures.slice(0, failuresMost));
  return isOpen ? undecided(examined, 'formula') : held([...branches.map(({ at }) => at), ...covered]);
}

const firstOf = (values: { readonly [field: string]: Json }): { readonly field: string; readonly value: Json } => {
  const [field = '', value = null] = Object.entries(values)[0] ?? [];
  return { field, value };
};

function branchesOf(
  step: string,
  at: string,
  state: { readonly on?: Readonly<Record<string, readonly Row[]>>; readonly invoke?: Definition['machine']['states'][string]['invoke'] },
  definition: Definition,
): readonly Branch[] {
  const lists = Object.entries(state.on ?? {}).filter(([event]) => !event.startsWith('clock.'));
  const task = state.invoke?.src === 'task' ? state.invoke.input : undefined;
  const several = lists.flatMap(([event, rows]): Branch[] => {
    const conditions = rows.flatMap((row) => row.guard?.params ?? []);
    if (rows.length < 2 || conditions.length < rows.length) return [];
    return [
      { step, event, at: `${at}/on/${event}`, conditions, filled: requiredIn(definition.events[event]?.form ?? task?.form, definition) },
    ];
  });
  const ends = task ? lists.filter(([event, rows]) => isOutcome(event, rows, task.role, definition)) : [];
  const rows = ends.flatMap(([, list]) => list);
  const [first] = ends;
  if (!first || rows.some((row) => !row.guard) || several.length > 0) return several;
  return [
    {
      step,
      event: first[0],
      at: `${at}/on/${first[0]}`,
      conditions: rows.flatMap((row) => row.guard?.params ?? []),
      filled: requiredIn(task?.form, definition),
    },
  ];
}

/** A way by which whoever does the task can leave it. */
const isOutcome = (event: string, rows: readonly Row[], role: string, definition: Definition): boolean => {
  const senders = definition.events[event]?.by;
  return rows.some((row) => row.target !== undefined && (row.meta?.by ?? senders ?? [role]).includes(role));
};

const requiredIn = (form: string | undefined, definition: Definition): ReadonlySet<string> =>
  new Set(
    (form === undefined ? [] : (definition.forms[form]?.sections ?? [])).flatMap(({ fields }) =>
      fields.flatMap((line) => (line.required && !line.when ? [line.field] : [])),
    ),
  );

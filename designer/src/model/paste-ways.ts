import type { Drawing } from './command.ts';
import { stepIn } from './drawing.ts';
import { type Draft, fieldsOf, listOf } from './loose-json.ts';
import { mayHold, rowsFor } from './row-commands.ts';
import { addressOf, type RowVia } from './rows.ts';

/** Lists of ways in a step that has nothing else, each with where it is written. */
function listsIn(bare: unknown): readonly { readonly via: RowVia; readonly path: readonly string[]; readonly rows: readonly unknown[] }[] {
  const { on, after, always, onDone, invoke } = fieldsOf(bare);
  const named = (via: 'on' | 'after', lists: unknown) =>
    Object.entries(fieldsOf(lists)).map(([name, rows]) => ({ via, path: [via, name], rows: listOf(rows) }));
  const lone = (via: RowVia, rows: unknown) => ({ via, path: via.split('/'), rows: listOf(rows) });
  const called = fieldsOf(invoke);
  return [
    ...named('on', on),
    ...named('after', after),
    lone('always', always),
    lone('onDone', onDone),
    lone('invoke/onDone', called.onDone),
    lone('invoke/onError', called.onError),
  ].filter(({ rows }) => rows.length > 0);
}

/** Whether a step can have ways of these sorts. */
export function mayTakeWays(drawing: Drawing, step: string, bare: unknown): boolean {
  const state = stepIn(drawing, step);
  const lists = listsIn(bare);
  return state !== undefined && lists.length > 0 && lists.every(({ via }) => mayHold(state, via, step));
}

/** Ways behind those that a step has. Answers with their addresses. */
export function pasteWays(drawing: Drawing, step: string, bare: Draft): readonly string[] {
  const state = stepIn(drawing, step);
  if (!state) return [];
  return listsIn(bare).flatMap(({ path, rows }) => {
    const known = rowsFor(state, path);
    if (!known.ok) return [];
    return rows.map((row) => addressOf(step, [...path, String(known.value.push(row) - 1)]));
  });
}

import { type JsonObject, ok, type Result, refuse, type Text } from '@redress/engine';
import type { Drawing, EditRefusal, Recipes } from './command.ts';
import { rowIn, rowName, stepIn, titleOf, wantStep } from './drawing.ts';
import { copyOf, type Draft, fieldsOf, isFields, listIn, memberOf, placeKey, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { addressOf, type RowAddress, type RowVia } from './rows.ts';

export interface RowPayloads {
  /**
   * A new row on a step, a stage or the procedure (empty). `name`: an event or delay that is there; without it one is made of `label`
   * and, for a deadline, of `length`; others keep the label themselves. Without `to` it is open. Where no button or time tells rows apart, it
   * stands before the one for "otherwise".
   */
  readonly 'row.add': {
    readonly step: string;
    readonly via: RowVia;
    readonly name?: string;
    readonly label?: Text;
    readonly length?: JsonObject;
    readonly to?: string;
    readonly actions?: readonly JsonObject[];
  };
  readonly 'row.remove': { readonly row: RowAddress };
  /** Before another row of the same step and the same sort, or last. */
  readonly 'row.move': { readonly row: RowAddress; readonly before?: RowAddress };
  readonly 'row.connect': { readonly row: RowAddress; readonly to: string };
  /** It leads nowhere any more: open, or only doing what it does. */
  readonly 'row.disconnect': { readonly row: RowAddress };
}

export const rowRecipes: Recipes<RowPayloads> = {
  'row.add': (drawing, { step, via, name, label, length, to, actions }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (to !== undefined && !stepIn(drawing, to)) return refuse({ code: 'no-such-element', element: to });
    if (!mayHold(state.value, via, step)) return refuse({ code: 'not-here', element: step });
    const named = via === 'on' || via === 'after' ? (name ?? newName(drawing, via, { label, length })) : '';
    const path = [...via.split('/'), ...(named === '' ? [] : [named])];
    const rows = rowsFor(state.value, path);
    if (!rows.ok) return rows;
    const title = named === '' && Object.keys(textOf(label)).length > 0 ? { meta: { title: { ...label } } } : {};
    const isLast = named !== '' || rows.value.length === 0 || fieldsOf(rows.value.at(-1)).guard !== undefined;
    const index = rows.value.length - (isLast ? 0 : 1);
    rows.value.splice(index, 0, {
      ...(to === undefined ? {} : { target: `#${to}` }),
      ...(actions ? { actions: copyOf(actions) } : {}),
      ...title,
    });
    const row = addressOf(step, [...path, String(index)]);
    return ok({ words: { id: 'edit.row-add', facts: { name: label ?? titleOf(drawing, step) } }, target: row, chosen: [row] });
  },

  'row.remove': (drawing, { row }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    const name = rowName(drawing, found.value);
    found.value.take();
    return ok({ words: { id: 'edit.row-remove', facts: { name } }, target: row, chosen: [found.value.step] });
  },

  'row.move': (drawing, { row, before }) => {
    const moving = rowIn(drawing, row);
    const sibling = before === undefined ? undefined : rowIn(drawing, before);
    if (!moving.ok) return moving;
    if (sibling && !sibling.ok) return sibling;
    const { step, via, name, index, draft } = moving.value;
    const other = sibling?.value;
    if (row === before || (other && (other.step !== step || other.via !== via))) return refuse({ code: 'not-here', element: step });
    const state = stepIn(drawing, step);
    const words = { id: 'edit.row-move', facts: { name: rowName(drawing, moving.value) } } as const;
    if (!state) return refuse({ code: 'no-such-element', element: step });
    const isNamed = via === 'on' || via === 'after';
    if (isNamed && (other ? other.name !== name : moving.value.of === 1)) {
      // Rows of one name stay together: all of them go.
      const lists = memberOf(state, via);
      placeKey(lists, name, lists[name], other?.name);
      return ok({ words, target: row, chosen: [row] });
    }
    const path = [...via.split('/'), ...(isNamed ? [name] : [])];
    const rows = rowsFor(state, path);
    if (!rows.ok) return rows;
    rows.value.splice(index, 1);
    const place = other ? other.index - (other.index > index ? 1 : 0) : rows.value.length;
    rows.value.splice(place, 0, draft);
    const chosen = addressOf(step, [...path, String(place)]);
    return ok({ words, target: chosen, chosen: [chosen] });
  },

  'row.connect': (drawing, { row, to }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (to === '' || !stepIn(drawing, to)) return refuse({ code: 'no-such-element', element: to });
    if ('target' in found.value.draft) found.value.draft.target = `#${to}`;
    else placeKey(found.value.draft, 'target', `#${to}`, Object.keys(found.value.draft)[0]);
    const facts = { name: rowName(drawing, found.value), to: titleOf(drawing, to) };
    return ok({ words: { id: 'edit.row-connect', facts }, target: row, chosen: [row] });
  },

  'row.disconnect': (drawing, { row }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (!('target' in found.value.draft)) return refuse({ code: 'nothing-to-do' });
    delete found.value.draft.target;
    return ok({ words: { id: 'edit.row-disconnect', facts: { name: rowName(drawing, found.value) } }, target: row, chosen: [row] });
  },
};

/** Ends have no rows, only what calls something ends by itself, only what holds steps is done with them. */
export function mayHold(state: Draft, via: RowVia, step: string): boolean {
  if (state.type === 'final' || state.type === 'history') return false;
  const { src } = fieldsOf(state.invoke);
  switch (via) {
    case 'invoke/onDone':
      return typeof src === 'string' && src !== 'task';
    case 'invoke/onError':
      return src === 'letter' || src === 'service';
    case 'onDone':
      return step !== '' && isFields(state.states);
    case 'always':
      return step !== '' && !isFields(state.states) && !isFields(state.invoke);
    case 'after':
      return step !== '';
    case 'on':
      return true;
  }
}

/** The list of rows at a path inside a step, made where it is missing; a lone row becomes the first of its list. */
export function rowsFor(state: Draft, path: readonly string[]): Result<unknown[], EditRefusal> {
  let holder = state;
  for (const key of path.slice(0, -1)) holder = memberOf(holder, key);
  const last = path.at(-1) ?? '';
  const lone = holder[last];
  if (typeof lone === 'string') holder[last] = [{ target: lone }];
  else if (isFields(lone)) holder[last] = [lone];
  return ok(listIn(holder, last));
}

function newName(
  drawing: Drawing,
  via: 'on' | 'after',
  { label, length }: { readonly label: Text | undefined; readonly length: JsonObject | undefined },
): string {
  const words = textOf(label);
  const realm = via === 'on' ? 'events' : 'delays';
  const id = newId(drawing, realm, words, via === 'on' ? 'outcome' : 'deadline');
  const made = via === 'on' ? { label: { ...words } } : { ...(label ? { title: { ...words } } : {}), ...copyOf(length ?? {}) };
  memberOf(drawing.definition, realm)[id] = made;
  return id;
}

import { type Json, type JsonObject, ok, type Result, refuse } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { rowIn, rowName, titleOf, wantStep } from './drawing.ts';
import { copyOf, type Draft, fieldsOf, isFields, listIn, memberOf, OddShape } from './loose-json.ts';
import type { RowAddress } from './rows.ts';

/** What is done when a step starts or ends, or on the way out of it. */
export type ActionList = { readonly step: string; readonly when: 'entry' | 'exit' } | { readonly row: RowAddress };
/** One of the list, from 0. */
export type ActionPlace = { readonly list: ActionList; readonly action: number };

/** Keys from what an action, or a called step, is given to one of its values: `['letter']`, `['data', 'contact']`. */
export type ValuePath = readonly string[];

export interface ActionPayloads {
  /** One more, last. */
  readonly 'action.add': { readonly list: ActionList; readonly action: JsonObject };
  readonly 'action.remove': ActionPlace;
  readonly 'action.move': ActionPlace & { readonly where: 'up' | 'down' };
  /** A value of it; without one it goes. */
  readonly 'action.set': ActionPlace & { readonly at: ValuePath; readonly value?: Json };
  /** The value is meant for another field; it keeps its place among the others. */
  readonly 'action.field': ActionPlace & { readonly at: ValuePath; readonly field: string };
  /** The letter, connection or procedure that a step calls, and what it is given; without a value it goes. */
  readonly 'call.set': { readonly step: string; readonly at: ValuePath; readonly value?: Json };
  readonly 'call.field': { readonly step: string; readonly at: ValuePath; readonly field: string };
  /** A way for one way in which the called procedure can end, before the one that is taken where no other fits. */
  readonly 'call.outcome': { readonly step: string; readonly outcome: string };
}

export const actionRecipes: Recipes<ActionPayloads> = {
  'action.add': (drawing, { list, action }) => {
    const found = holderOf(drawing, list);
    if (!found.ok) return found;
    const actions = listIn(found.value.holder, found.value.key);
    actions.push(copyOf(action));
    return told(found.value, 'edit.action-add', `${actions.length - 1}`);
  },
  'action.remove': (drawing, place) => {
    const found = actionIn(drawing, place);
    if (!found.ok) return found;
    const { holder, key, actions } = found.value;
    actions.splice(place.action, 1);
    if (actions.length === 0) delete holder[key];
    return told(found.value, 'edit.action-remove', `${place.action}`);
  },
  'action.move': (drawing, { where, ...place }) => {
    const found = actionIn(drawing, place);
    if (!found.ok) return found;
    const { actions } = found.value;
    const to = where === 'up' ? place.action - 1 : place.action + 1;
    if (to < 0 || to >= actions.length) return refuse({ code: 'nothing-to-do' });
    actions.splice(to, 0, ...actions.splice(place.action, 1));
    return told(found.value, 'edit.action-move', '');
  },
  'action.set': (drawing, { at, value, ...place }) => {
    const found = actionIn(drawing, place);
    if (!found.ok) return found;
    const { action } = found.value;
    if (!action) return refuse({ code: 'not-here', element: found.value.name.id });
    writeValue(memberOf(action, 'params'), at, value);
    return told(found.value, 'edit.action-set', `${place.action} ${at.join('/')}`);
  },
  'action.field': (drawing, { at, field, ...place }) => {
    const found = actionIn(drawing, place);
    if (!found.ok) return found;
    const { action } = found.value;
    if (!action || !renameValue(fieldsOf(action.params), at, field)) return refuse({ code: 'nothing-to-do' });
    return told(found.value, 'edit.action-set', `${place.action} ${at.join('/')}`);
  },
  'call.set': (drawing, { step, at, value }) => {
    const input = callIn(drawing, step);
    if (!input.ok) return input;
    writeValue(input.value, at, value);
    return ok({ words: { id: 'edit.call-set', facts: { name: titleOf(drawing, step) } }, target: `${step} ${at.join('/')}` });
  },
  'call.field': (drawing, { step, at, field }) => {
    const input = callIn(drawing, step);
    if (!input.ok) return input;
    if (!renameValue(input.value, at, field)) return refuse({ code: 'nothing-to-do' });
    return ok({ words: { id: 'edit.call-set', facts: { name: titleOf(drawing, step) } }, target: `${step} ${at.join('/')}` });
  },
  'call.outcome': (drawing, { step, outcome }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const { invoke } = state.value;
    if (!isFields(invoke) || invoke.src !== 'case') return refuse({ code: 'not-here', element: step });
    const rows = listIn(invoke, 'onDone');
    const last = fieldsOf(rows.at(-1));
    const before = rows.length > 0 && last.guard === undefined ? rows.length - 1 : rows.length;
    rows.splice(before, 0, { guard: { type: 'if', params: { outcome: [outcome] } } });
    const row = `${step}/invoke/onDone/${before}`;
    return ok({ words: { id: 'edit.row-add', facts: { name: titleOf(drawing, step) } }, target: row, chosen: [row] });
  },
};

interface Holder {
  readonly holder: Draft;
  readonly key: 'entry' | 'exit' | 'actions';
  /** What the history calls it, and what the history knows it by. */
  readonly name: { readonly title: Readonly<Record<string, string>>; readonly id: string };
}

function holderOf(drawing: Drawing, list: ActionList): Result<Holder, EditRefusal> {
  if ('row' in list) {
    const row = rowIn(drawing, list.row);
    if (!row.ok) return row;
    return ok({ holder: row.value.draft, key: 'actions', name: { title: rowName(drawing, row.value), id: list.row } });
  }
  const state = wantStep(drawing, list.step);
  if (!state.ok) return state;
  if (list.step === '' || state.value.type === 'history' || (state.value.type === 'final' && list.when === 'exit'))
    return refuse({ code: 'not-here', element: list.step });
  return ok({ holder: state.value, key: list.when, name: { title: titleOf(drawing, list.step), id: list.step } });
}

function actionIn(drawing: Drawing, { list, action }: ActionPlace) {
  const found = holderOf(drawing, list);
  if (!found.ok) return found;
  const { holder, key, name } = found.value;
  if (holder[key] === undefined) return refuse({ code: 'no-such-element', element: name.id } as const);
  const actions = listIn(holder, key);
  if (action < 0 || !(action in actions)) return refuse({ code: 'no-such-element', element: name.id } as const);
  const written = actions[action];
  return ok({ ...found.value, actions, action: isFields(written) ? written : undefined });
}

/** What a step calls with; a task is done by people and calls nothing. */
function callIn(drawing: Drawing, step: string): Result<Draft, EditRefusal> {
  const state = wantStep(drawing, step);
  if (!state.ok) return state;
  const { invoke } = state.value;
  if (!isFields(invoke) || invoke.src === 'task') return refuse({ code: 'not-here', element: step });
  return ok(memberOf(invoke, 'input'));
}

function writeValue(holder: Draft, [key, ...rest]: ValuePath, value: Json | undefined): void {
  if (key === undefined || key === '__proto__') throw new OddShape(key ?? '');
  if (rest.length > 0) {
    if (value === undefined && !isFields(holder[key])) return;
    const inner = memberOf(holder, key);
    writeValue(inner, rest, value);
    if (Object.keys(inner).length === 0) delete holder[key];
  } else if (value === undefined) delete holder[key];
  else holder[key] = copyOf(value);
}

/** Whether there was such a value, and none of the other name. */
function renameValue(holder: unknown, [key = '', ...rest]: ValuePath, name: string): boolean {
  if (!isFields(holder) || !Object.hasOwn(holder, key)) return false;
  if (rest.length > 0) return renameValue(holder[key], rest, name);
  if (Object.hasOwn(holder, name) || name === '__proto__') return false;
  const members = Object.entries(holder);
  for (const [member] of members) delete holder[member];
  for (const [member, value] of members) holder[member === key ? name : member] = value;
  return true;
}

type ActionWords = `edit.action-${'add' | 'remove' | 'move' | 'set'}`;
const told = ({ name, key }: Holder, id: ActionWords, part: string): Result<Done, EditRefusal> =>
  ok({
    words: { id, facts: { name: Object.keys(name.title).length > 0 ? name.title : name.id } },
    target: `${name.id} ${key} ${part}`,
  });

import { type Json, type JsonObject, ok, type Result, refuse } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { rowIn, rowName, titleOf, wantStep } from './drawing.ts';
import { copyOf, type Draft, fieldsOf, isFields, memberOf, setWords, textOf } from './loose-json.ts';
import type { RowAddress } from './rows.ts';

export interface WhoPayloads {
  /** Whoever held one of these roles in the case is kept away from the task, or from the whole sub-procedure. */
  readonly 'excludes.set': { readonly step: string; readonly roles: readonly string[] };
  /** Records that whoever does the task does not see. */
  readonly 'hides.set': { readonly step: string; readonly records: readonly string[] };
  /** How one person is found for the task; what else stands there stays. Without a rule it goes to everybody in the role. */
  readonly 'assign.set': { readonly step: string; readonly assign?: JsonObject };
  /** How much it presses beside other tasks: a number, or what a formula gives; without it like any other. */
  readonly 'priority.set': { readonly step: string; readonly priority?: Json };
  /** Who may press it here; nobody named: as everywhere, or whoever does the task. */
  readonly 'row.by': { readonly row: RowAddress; readonly roles: readonly string[] };
  /** Who may press it wherever it stands; nobody named: whoever does the task. */
  readonly 'event.by': { readonly event: string; readonly roles: readonly string[] };
  /** Who may begin a case with the form of the beginning. */
  readonly 'start.by': { readonly roles: readonly string[] };
}

export const whoRecipes: Recipes<WhoPayloads> = {
  'excludes.set': (drawing, { step, roles }) => {
    const input = inputOf(drawing, step, ['task', 'case']);
    if (!input.ok) return input;
    setWords(input.value, 'excludes', roles);
    return ok({ words: { id: 'edit.excludes-set', facts: { name: titleOf(drawing, step) } }, target: `${step} excludes` });
  },

  'hides.set': (drawing, { step, records }) => {
    const input = inputOf(drawing, step, ['task']);
    if (!input.ok) return input;
    setWords(input.value, 'hides', records);
    return ok({ words: { id: 'edit.hides-set', facts: { name: titleOf(drawing, step) } }, target: `${step} hides` });
  },

  'assign.set': (drawing, { step, assign }) => {
    const input = inputOf(drawing, step, ['task']);
    if (!input.ok) return input;
    if (assign === undefined) delete input.value.assign;
    else input.value.assign = copyOf(assign);
    return ok({ words: { id: 'edit.assign-set', facts: { name: titleOf(drawing, step) } }, target: `${step} assign` });
  },

  'priority.set': (drawing, { step, priority }) => {
    const input = inputOf(drawing, step, ['task']);
    if (!input.ok) return input;
    if (priority === undefined) delete input.value.priority;
    else input.value.priority = copyOf(priority);
    return ok({ words: { id: 'edit.priority-set', facts: { name: titleOf(drawing, step) } }, target: `${step} priority` });
  },

  'row.by': (drawing, { row, roles }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (found.value.via !== 'on') return refuse({ code: 'not-here', element: found.value.step });
    const words = { id: 'edit.row-by', facts: { name: rowName(drawing, found.value) } } as const;
    setInMeta(found.value.draft, 'by', roles);
    return ok({ words, target: `${row} by`, chosen: [row] });
  },

  'event.by': (drawing, { event, roles }) => {
    const { events } = drawing.definition;
    const found = isFields(events) && Object.hasOwn(events, event) ? events[event] : undefined;
    if (!isFields(found)) return refuse({ code: 'no-such-element', element: `event:${event}` });
    setWords(found, 'by', roles);
    return named('edit.row-by', textOf(found.label), event, `event:${event} by`);
  },

  'start.by': (drawing, { roles }) => {
    const { start } = drawing.definition;
    if (!isFields(start)) return refuse({ code: 'no-such-place', at: '/start' });
    if (roles.length === 0) return refuse({ code: 'not-here', element: '' });
    setWords(start, 'by', roles);
    return ok({ words: { id: 'edit.start-by', facts: {} }, target: 'start by' });
  },
};

/** Words in the `meta` of a way; without any it has none of this name, and no empty `meta`. */
export function setInMeta(row: Draft, key: string, words: readonly string[]): void {
  if (words.length > 0 || isFields(row.meta)) setWords(memberOf(row, 'meta'), key, words);
  if (isFields(row.meta) && Object.keys(row.meta).length === 0) delete row.meta;
}

function inputOf(drawing: Drawing, step: string, sources: readonly string[]): Result<Draft, EditRefusal> {
  const state = wantStep(drawing, step);
  if (!state.ok) return state;
  const { invoke } = state.value;
  return isFields(invoke) && sources.includes(String(fieldsOf(invoke).src))
    ? ok(memberOf(invoke, 'input'))
    : refuse({ code: 'not-here', element: step });
}

function named(id: 'edit.row-by', title: Readonly<Record<string, string>>, fallback: string, target: string): Result<Done, EditRefusal> {
  return ok({ words: { id, facts: { name: Object.keys(title).length > 0 ? title : fallback } }, target });
}

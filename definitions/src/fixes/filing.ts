import { meaningOf } from '../check/said.ts';
import { type Draft, type DraftRow, type DraftState, freeId } from './draft.ts';
import { fieldFor, titleOf } from './material.ts';

/** A step asks these: its form gets the lines, and is made where there is none. */
export function askIn(draft: Draft, state: DraftState, words: readonly string[], isRequired: boolean): boolean {
  const asked = words.filter((word) => !(word === 'due-date' && startsClock(draft, state)) && word !== 'case-id');
  if (asked.length === 0) return true;
  const form = formOf(draft, state);
  if (form === undefined) return false;
  askOn(draft, form, asked, isRequired);
  return true;
}

/** The due date is what a clock gives that begins here. */
function startsClock(draft: Draft, { tags }: DraftState): boolean {
  const [clock] = Object.values(draft.clocks);
  const tag = tags?.find((each) => each.startsWith('stage:'));
  if (!clock || tag === undefined) return false;
  if (!clock.starts.includes(tag)) clock.starts.push(tag);
  return true;
}

export function formOf(draft: Draft, state: DraftState): string | undefined {
  const { invoke } = state;
  if (invoke?.src !== 'task') return undefined;
  const { form } = invoke.input;
  if (form !== undefined && draft.forms[form]) return form;
  const made = freeId(Object.keys(draft.forms), `${state.id}Form`);
  draft.forms[made] = { title: titleOf(state, draft), sections: [] };
  invoke.input.form = made;
  return made;
}

/** Lines for these words at the end of a form; what it asks already is required from now on. */
export function askOn(draft: Draft, id: string, words: readonly string[], isRequired: boolean): void {
  const form = draft.forms[id];
  if (!form) return;
  for (const word of words) {
    const lines = form.sections.flatMap(({ fields }) => fields);
    const line = lines.find(({ field }) => meaningOf(field, draft) === word);
    if (line) {
      delete line.when;
      delete line.readOnly;
      if (isRequired) line.required = true;
      continue;
    }
    const last = form.sections.at(-1) ?? { fields: [] };
    if (form.sections.length === 0) form.sections.push(last);
    last.fields.push({ field: fieldFor(word, draft), ...(isRequired && { required: true }) });
  }
}

/** A step files these with its form, or when a case comes into it. */
export function fileIn(draft: Draft, state: DraftState, records: readonly string[]): boolean {
  const form = state.invoke?.src === 'task' ? draft.forms[state.invoke.input.form ?? ''] : undefined;
  if (form) form.records = [...new Set([...(form.records ?? []), ...records])];
  else state.entry = [...(state.entry ?? []), ...records.map((record) => ({ type: 'record' as const, params: { record } }))];
  return true;
}

/** A way files these when it is taken. */
export function fileOn(row: DraftRow, records: readonly string[]): boolean {
  row.actions = [...(row.actions ?? []), ...records.map((record) => ({ type: 'record' as const, params: { record } }))];
  return true;
}

/** The form that a way asks. */
export const formOfWay = (draft: Draft, event: string): string | undefined => draft.events[event]?.form;

import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { type RowInHand, rowIn, rowName, titleOf, wantStep } from './drawing.ts';
import { type Draft, isFields, listIn, memberOf, textOf } from './loose-json.ts';
import type { RowAddress } from './rows.ts';
import { setInMeta } from './who-commands.ts';

export interface EvidencePayloads {
  /** What a step is for, or what an end means, as a word of the standards. */
  readonly 'tag.add': { readonly step: string; readonly tag: string };
  readonly 'tag.remove': { readonly step: string; readonly tag: string };
  /** What an end means, instead of what it meant. */
  readonly 'outcome.set': { readonly step: string; readonly outcome: string };
  /** What a way means to the standards; nothing: what its button or message means. */
  readonly 'row.act': { readonly row: RowAddress; readonly act?: string };
  /** The same wherever a button or message stands. */
  readonly 'event.act': { readonly event: string; readonly act?: string };
  /** Whose consent a way stores. */
  readonly 'row.consent': { readonly row: RowAddress; readonly parties: readonly string[] };
  /** The consent is one to a result that binds. */
  readonly 'row.binding': { readonly row: RowAddress; readonly binding: boolean };
  /** What the complainant pays at a step. */
  readonly 'charge.set': { readonly step: string; readonly charge?: { readonly amount: number; readonly currency: string } };
}

export const evidenceRecipes: Recipes<EvidencePayloads> = {
  'tag.add': (drawing, { step, tag }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (step === '') return refuse({ code: 'not-here', element: step });
    const tags = listIn(state.value, 'tags');
    if (tags.includes(tag)) return refuse({ code: 'nothing-to-do' });
    tags.push(tag);
    return ok({ words: { id: 'edit.tag-add', facts: { name: titleOf(drawing, step) } }, target: `${step} tags ${tag}` });
  },

  'tag.remove': (drawing, { step, tag }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const tags = listIn(state.value, 'tags');
    if (!tags.includes(tag)) return refuse({ code: 'nothing-to-do' });
    tags.splice(tags.indexOf(tag), 1);
    if (tags.length === 0) delete state.value.tags;
    return ok({ words: { id: 'edit.tag-remove', facts: { name: titleOf(drawing, step) } }, target: `${step} tags ${tag}` });
  },

  'outcome.set': (drawing, { step, outcome }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (state.value.type !== 'final') return refuse({ code: 'not-here', element: step });
    const tags = listIn(state.value, 'tags');
    const at = tags.findIndex((tag) => typeof tag === 'string' && tag.startsWith('outcome:'));
    if (at < 0) tags.push(`outcome:${outcome}`);
    else tags[at] = `outcome:${outcome}`;
    return ok({ words: { id: 'edit.outcome-set', facts: { name: titleOf(drawing, step) } }, target: `${step} outcome` });
  },

  'row.act': (drawing, { row, act }) => inRow(drawing, row, 'edit.row-act', 'act', (draft) => setOne(draft, 'act', act)),

  'event.act': (drawing, { event, act }) => {
    const { events } = drawing.definition;
    const found = isFields(events) && Object.hasOwn(events, event) ? events[event] : undefined;
    if (!isFields(found)) return refuse({ code: 'no-such-element', element: `event:${event}` });
    if (act === undefined) delete found.act;
    else found.act = act;
    return ok({ words: { id: 'edit.row-act', facts: { name: called(textOf(found.label), event) } }, target: `event:${event} act` });
  },

  'row.consent': (drawing, { row, parties }) =>
    inRow(drawing, row, 'edit.row-consent', 'consent', (draft) => setInMeta(draft, 'consent', parties)),

  'row.binding': (drawing, { row, binding }) =>
    inRow(drawing, row, 'edit.row-binding', 'binding', (draft) => setOne(draft, 'binding', binding ? true : undefined)),

  'charge.set': (drawing, { step, charge }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (step === '') return refuse({ code: 'not-here', element: step });
    const meta = memberOf(state.value, 'meta');
    if (charge === undefined) delete meta.charge;
    else meta.charge = { ...charge };
    return ok({ words: { id: 'edit.charge-set', facts: { name: titleOf(drawing, step) } }, target: `${step} charge` });
  },
};

type RowWords = 'edit.row-act' | 'edit.row-consent' | 'edit.row-binding';
function inRow(
  drawing: Drawing,
  row: RowAddress,
  id: RowWords,
  part: string,
  write: (draft: RowInHand['draft']) => void,
): Result<Done, EditRefusal> {
  const found = rowIn(drawing, row);
  if (!found.ok) return found;
  const words = { id, facts: { name: rowName(drawing, found.value) } };
  write(found.value.draft);
  return ok({ words, target: `${row} ${part}`, chosen: [row] });
}

function setOne(row: Draft, key: string, value: string | boolean | undefined): void {
  if (value !== undefined) memberOf(row, 'meta')[key] = value;
  else if (isFields(row.meta)) delete row.meta[key];
  if (isFields(row.meta) && Object.keys(row.meta).length === 0) delete row.meta;
}

const called = (title: Text, id: string): Text | string => (Object.keys(title).length > 0 ? title : id);

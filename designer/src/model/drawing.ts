import { ok, pathOf, type Result, refuse, type Text } from '@redress/engine';
import type { Drawing, EditRefusal } from './command.ts';
import { type Draft, fieldsOf, isFields, isText, memberOf, textOf } from './loose-json.ts';
import { placesOf } from './places.ts';
import { type RowAddress, rowAt, type WrittenRow } from './rows.ts';

/** A step while it is written; empty: the whole procedure. */
export function stepIn({ definition }: Drawing, id: string): Draft | undefined {
  const state = id === '' ? memberOf(definition, 'machine') : placesOf(definition).get(id)?.state;
  return isFields(state) ? state : undefined;
}

export const wantStep = (drawing: Drawing, id: string): Result<Draft, EditRefusal> => {
  const step = stepIn(drawing, id);
  return step ? ok(step) : refuse({ code: 'no-such-element', element: id });
};

export interface RowInHand extends WrittenRow {
  readonly step: string;
  /** The row itself, writable. */
  readonly draft: Draft;
  /** Takes it away, with the lists that are empty then. */
  readonly take: () => void;
}

/** A row while it is written. A row that was only a name of a step becomes a whole one. */
export function rowIn(drawing: Drawing, address: RowAddress): Result<RowInHand, EditRefusal> {
  const written = rowAt(drawing.definition, placesOf(drawing.definition), address);
  const holders = written ? holdersOf(drawing, written.at) : [];
  const last = holders.at(-1);
  if (!written || !last) return refuse({ code: 'no-such-row', row: address });
  const [holder, key] = last;
  const value = holder[key];
  if (!isFields(value)) holder[key] = { target: value };
  const draft = holder[key];
  return isFields(draft) ? ok({ ...written, draft, take: () => takeOut(holders) }) : refuse({ code: 'no-such-row', row: address });
}

type Holder = readonly [Draft, string];

/** Every object or list on the way to a place, with the key that leads on. Lists are held by their indexes, as JavaScript does. */
function holdersOf({ definition }: Drawing, at: string): readonly Holder[] {
  const holders: Holder[] = [];
  let here: unknown = definition;
  for (const key of pathOf(at)) {
    if (typeof here !== 'object' || here === null) return [];
    const holder = here as Draft;
    holders.push([holder, key]);
    here = holder[key];
  }
  return holders;
}

function takeOut(holders: readonly Holder[]): void {
  const last = holders.at(-1);
  if (!last) return;
  const [holder, key] = last;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  const around = holders.at(-2)?.[1];
  const isEmpty = Array.isArray(holder) ? holder.length === 0 : Object.keys(holder).length === 0;
  // The list of a name goes with its last row, and `on` with its last name; never a step, and never what a called thing needs.
  const goes = Array.isArray(holder) ? holders.at(-3)?.[1] !== undefined && around !== 'onError' : around === 'on' || around === 'after';
  const kept = Array.isArray(holder) && (around === 'onDone' || around === 'onError') && holders.at(-3)?.[1] === 'invoke';
  if (isEmpty && goes && !kept) takeOut(holders.slice(0, -1));
}

export const titleOf = (drawing: Drawing, id: string): Text =>
  id === '' ? textOf(drawing.definition.title) : textOf(fieldsOf(stepIn(drawing, id)?.meta).title);

/** What a row is called in a sentence: its own words, else the step it stands on. */
export const rowName = (drawing: Drawing, row: WrittenRow & { readonly step: string }): Text =>
  isText(row.label) ? textOf(row.label) : titleOf(drawing, row.step);

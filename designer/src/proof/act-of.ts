import { belongsTo, kebab, meanings } from '@redress/definitions';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import { kindOf } from './kind-of.ts';

/** What a button means: said at it, else its own name. */
export const actOfEvent = (definition: object, event: string): string =>
  wordOf(fieldsOf(fieldsOf(fieldsOf(definition).events)[event]).act) ?? kebab(event);

/** What a way means to the standards of this kind of procedure: said at it, else at its button; nothing for most ways. */
export function meaningOfWay(definition: object, row: TreeRow) {
  const meta = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row.meta);
  const act = wordOf(meta.act) ?? (row.via === 'on' ? actOfEvent(definition, row.name) : '');
  const meaning = meanings.acts.get(act);
  return meaning && belongsTo(meaning, kindOf(definition)) ? meaning : undefined;
}

import { type Json, ok, type Result, refuse } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { copyOf, type Draft, isFields, memberOf, textOf } from './loose-json.ts';
import { sections } from './property-commands.ts';

export interface FieldMorePayloads {
  /** What whoever fills in is told beside a field or above a form, in one language; empty words go. */
  readonly 'help.set': { readonly of: 'field' | 'form'; readonly id: string; readonly language: string; readonly words: string };
  /** What stands in a field when a case begins; without it nothing does. */
  readonly 'field.default': { readonly field: string; readonly value?: Json };
  /** The word by which the standards know the field, where its own name is another. */
  readonly 'field.means': { readonly field: string; readonly means: string };
}

export const fieldMoreRecipes: Recipes<FieldMorePayloads> = {
  'help.set': (drawing, { of, id, language, words }) => {
    const found = partIn(drawing, of, id);
    if (!found.ok) return found;
    const help = memberOf(found.value, 'help');
    if (words === '') delete help[language];
    else help[language] = words;
    if (Object.keys(help).length === 0) delete found.value.help;
    return done('edit.part-help', found.value, id, `${of}:${id} help ${language}`);
  },
  'field.default': (drawing, { field, value }) => {
    const found = partIn(drawing, 'field', field);
    if (!found.ok) return found;
    if (value === undefined) delete found.value.default;
    else found.value.default = copyOf(value);
    return done('edit.field-default', found.value, field, `field:${field} default`);
  },
  'field.means': (drawing, { field, means }) => {
    const found = partIn(drawing, 'field', field);
    if (!found.ok) return found;
    if (means === '') delete found.value.means;
    else found.value.means = means;
    return done('edit.field-means', found.value, field, `field:${field} means`);
  },
};

function partIn(drawing: Drawing, kind: 'field' | 'form', id: string): Result<Draft, EditRefusal> {
  const holder = drawing.definition[sections[kind]];
  const found = isFields(holder) && Object.hasOwn(holder, id) ? holder[id] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `${kind}:${id}` });
}

function done(
  id: 'edit.part-help' | 'edit.field-default' | 'edit.field-means',
  part: Draft,
  fallback: string,
  target: string,
): Result<Done, EditRefusal> {
  const title = textOf(part.title);
  return ok({ words: { id, facts: { name: Object.keys(title).length > 0 ? title : fallback } }, target });
}

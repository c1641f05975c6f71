import { type JsonObject, ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { type FieldSort, isChoice, schemaOf, sortOf } from './field-sort.ts';
import { type Draft, fieldsOf, isFields, listIn, listOf, memberOf, textOf } from './loose-json.ts';
import { camel } from './new-id.ts';

export interface FieldPayloads {
  /** What it is; answers to choose from are kept as long as it has any. */
  readonly 'field.sort': { readonly field: string; readonly sort: FieldSort };
  /** One more answer to choose from. Its value never changes when it is renamed. */
  readonly 'option.add': { readonly field: string; readonly title: Text };
  readonly 'option.title': { readonly field: string; readonly option: number; readonly language: string; readonly words: string };
  readonly 'option.remove': { readonly field: string; readonly option: number };
  /** Personal data or not. What is marked keeps its readers; where nobody was named, every role is. */
  readonly 'field.personal': { readonly field: string; readonly personal?: 'ordinary' | 'special' };
  /** The roles that may see it; none named: everybody of the organisation. */
  readonly 'field.readers': { readonly field: string; readonly roles: readonly string[] };
}

export const fieldRecipes: Recipes<FieldPayloads> = {
  'field.sort': (drawing, { field, sort }) => {
    const found = fieldIn(drawing, field);
    if (!found.ok) return found;
    const written = found.value;
    if (sortOf(written) === sort) return refuse({ code: 'nothing-to-do' });
    const values = listOf(written.options).map((option) => String(fieldsOf(option).value));
    if (isChoice(sort) && values.length === 0) {
      written.options = [{ value: 'first', title: { ...textOf(written.title) } }];
      values.push('first');
    }
    if (!isChoice(sort)) delete written.options;
    written.schema = schemaOf(sort, values);
    if (sort === 'money' || sort === 'file') written.holds = sort;
    else delete written.holds;
    return done('edit.field-sort', written, field);
  },
  'option.add': (drawing, { field, title }) => {
    const found = choicesIn(drawing, field);
    if (!found.ok) return found;
    const { written, values, options } = found.value;
    const value = freeValue(title, values);
    values.push(value);
    options.push({ value, title: { ...title } });
    return done('edit.option-add', written, field);
  },
  'option.title': (drawing, { field, option, language, words }) => {
    const found = fieldIn(drawing, field);
    if (!found.ok) return found;
    const one = listIn(found.value, 'options')[option];
    if (!isFields(one)) return refuse({ code: 'no-such-element', element: `field:${field}` });
    const title = memberOf(one, 'title');
    if (words === '') delete title[language];
    else title[language] = words;
    return done('edit.option-title', found.value, field, `${option} ${language}`);
  },
  'option.remove': (drawing, { field, option }) => {
    const found = choicesIn(drawing, field);
    if (!found.ok) return found;
    const { written, values, options } = found.value;
    const one = options[option];
    if (!isFields(one)) return refuse({ code: 'no-such-element', element: `field:${field}` });
    if (options.length === 1) return refuse({ code: 'not-here', element: `field:${field}` });
    options.splice(option, 1);
    const at = values.indexOf(one.value);
    if (at >= 0) values.splice(at, 1);
    return done('edit.option-remove', written, field);
  },
  'field.personal': (drawing, { field, personal }) => {
    const found = fieldIn(drawing, field);
    if (!found.ok) return found;
    if (personal === undefined) delete found.value.personal;
    else {
      found.value.personal = personal;
      const roles = Object.entries(fieldsOf(drawing.definition.roles));
      const office = roles.filter(([, role]) => fieldsOf(role).party === 'organisation').map(([id]) => id);
      if (found.value.visibleTo === undefined && office.length > 0) found.value.visibleTo = office; // Who sees it stays as it is.
    }
    return done('edit.field-personal', found.value, field);
  },
  'field.readers': (drawing, { field, roles }) => {
    const found = fieldIn(drawing, field);
    if (!found.ok) return found;
    if (roles.length > 0) found.value.visibleTo = [...roles];
    else if (found.value.personal === undefined) delete found.value.visibleTo;
    else return refuse({ code: 'not-here', element: `field:${field}` });
    return done('edit.field-readers', found.value, field);
  },
};

/** A new field as the format writes it. */
export function writtenField(title: Text, sort: FieldSort, options: readonly Text[]): JsonObject {
  const values: string[] = [];
  const written = (isChoice(sort) ? options : []).map((words) => {
    const value = freeValue(words, values);
    values.push(value);
    return { value, title: { ...words } };
  });
  return {
    title: { ...title },
    schema: schemaOf(sort, values),
    ...(sort === 'money' || sort === 'file' ? { holds: sort } : {}),
    ...(written.length > 0 ? { options: written } : {}),
  };
}

/** What a case keeps of an answer: readable, and the only one among the answers. */
function freeValue(title: Text, taken: readonly unknown[]): string {
  const word = camel(title.en ?? '') || camel(Object.values(title)[0] ?? '') || 'answer';
  for (let number = 1; ; number += 1) {
    const value = number === 1 ? word : `${word}${number}`;
    if (!taken.includes(value)) return value;
  }
}

function fieldIn(drawing: Drawing, field: string): Result<Draft, EditRefusal> {
  const { data } = drawing.definition;
  const found = isFields(data) && Object.hasOwn(data, field) ? data[field] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `field:${field}` });
}

/** Answers are added and taken away only where schema and words say the same: else somebody wrote more than we understand. */
function choicesIn(drawing: Drawing, field: string) {
  const found = fieldIn(drawing, field);
  if (!found.ok) return found;
  const sort = sortOf(found.value);
  if (!isChoice(sort)) return refuse({ code: 'not-here', element: `field:${field}` } as const);
  const schema = memberOf(found.value, 'schema');
  const values = listIn(sort === 'choices' ? memberOf(schema, 'items') : schema, 'enum');
  return ok({ written: found.value, values, options: listIn(found.value, 'options') });
}

type FieldWords =
  | 'edit.field-sort'
  | 'edit.option-add'
  | 'edit.option-title'
  | 'edit.option-remove'
  | 'edit.field-personal'
  | 'edit.field-readers';
function done(id: FieldWords, written: Draft, field: string, part = ''): Result<Done, EditRefusal> {
  const title = textOf(written.title);
  return ok({ words: { id, facts: { name: Object.keys(title).length > 0 ? title : field } }, target: `field:${field} ${part}` });
}

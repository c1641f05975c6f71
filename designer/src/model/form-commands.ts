import { type Condition, ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { writtenField } from './field-commands.ts';
import type { FieldSort } from './field-sort.ts';
import { copyOf, type Draft, fieldsOf, isFields, listIn, memberOf, OddShape, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';

/** A field where a form asks it. */
export interface LinePlace {
  readonly form: string;
  /** Which section of the form, and which line of it, from 0. */
  readonly section: number;
  readonly line: number;
}

export interface FormPayloads {
  /** Asks a field that is there, last in the section. */
  readonly 'form.ask': { readonly form: string; readonly section: number; readonly field: string };
  /** Shows a field that is there, last in the section, and does not ask it. */
  readonly 'form.show': { readonly form: string; readonly section: number; readonly field: string };
  /** A new field of the case, asked last in the section. */
  readonly 'form.ask-new': {
    readonly form: string;
    readonly section: number;
    readonly title: Text;
    readonly sort: FieldSort;
    readonly options: readonly Text[];
  };
  /** No longer asked here; the field itself stays. */
  readonly 'form.unask': LinePlace;
  /** One line up or down, into the section beside it where it is the first or last. */
  readonly 'form.move': LinePlace & { readonly where: 'up' | 'down' };
  readonly 'form.require': LinePlace & { readonly required: boolean };
  /** Only shown and not asked, or asked again. What is only shown cannot be required. */
  readonly 'form.shown': LinePlace & { readonly shown: boolean };
  /** Asked only where the condition holds; without one always. */
  readonly 'form.when': LinePlace & { readonly condition?: Condition };
  /** What it begins with, as a formula. */
  readonly 'form.prefill': LinePlace & { readonly formula?: string };
  readonly 'section.add': { readonly form: string; readonly title: Text };
  readonly 'section.title': { readonly form: string; readonly section: number; readonly language: string; readonly words: string };
  /** Only one that asks nothing. */
  readonly 'section.remove': { readonly form: string; readonly section: number };
}

export const formRecipes: Recipes<FormPayloads> = {
  'form.ask': (drawing, place) => addLine(drawing, place, 'edit.form-ask', {}),
  'form.show': (drawing, place) => addLine(drawing, place, 'edit.form-show', { readOnly: true }),
  'form.ask-new': (drawing, { form, section, title, sort, options }) => {
    const lines = linesOf(drawing, form, section);
    if (!lines.ok) return lines;
    const field = newId(drawing, 'data', title, 'field');
    memberOf(drawing.definition, 'data')[field] = writtenField(title, sort, options);
    lines.value.push({ field });
    return done(drawing, 'edit.form-ask-new', form, field);
  },
  'form.unask': (drawing, { form, section, line }) => {
    const found = lineAt(drawing, { form, section, line });
    if (!found.ok) return found;
    found.value.lines.splice(line, 1);
    return done(drawing, 'edit.form-unask', form, found.value.field);
  },
  'form.move': (drawing, { form, section, line, where }) => {
    const found = lineAt(drawing, { form, section, line });
    if (!found.ok) return found;
    const { lines, written, field } = found.value;
    const to = where === 'up' ? line - 1 : line + 1;
    if (to >= 0 && to < lines.length) {
      lines.splice(line, 1);
      lines.splice(to, 0, written);
    } else {
      const beside = linesOf(drawing, form, where === 'up' ? section - 1 : section + 1);
      if (!beside.ok) return refuse({ code: 'nothing-to-do' });
      lines.splice(line, 1);
      if (where === 'up') beside.value.push(written);
      else beside.value.unshift(written);
    }
    return done(drawing, 'edit.form-move', form, field);
  },
  'form.require': (drawing, { form, section, line, required }) => {
    const found = lineAt(drawing, { form, section, line });
    if (!found.ok) return found;
    if (required) found.value.written.required = true;
    else delete found.value.written.required;
    return done(drawing, required ? 'edit.form-require' : 'edit.form-free', form, found.value.field);
  },
  'form.shown': (drawing, { shown, ...place }) => {
    const found = lineAt(drawing, place);
    if (!found.ok) return found;
    const { written, field } = found.value;
    if (shown) {
      written.readOnly = true;
      delete written.required;
    } else delete written.readOnly;
    return done(drawing, shown ? 'edit.form-shown-only' : 'edit.form-shown-ask', place.form, field);
  },
  'form.when': (drawing, { condition, ...place }) => {
    const found = lineAt(drawing, place);
    if (!found.ok) return found;
    if (condition === undefined) delete found.value.written.when;
    else found.value.written.when = copyOf(condition);
    return done(drawing, 'edit.form-when', place.form, found.value.field);
  },
  'form.prefill': (drawing, { formula, ...place }) => {
    const found = lineAt(drawing, place);
    if (!found.ok) return found;
    if (formula === undefined) delete found.value.written.prefill;
    else found.value.written.prefill = formula;
    return done(drawing, 'edit.form-prefill', place.form, found.value.field);
  },
  'section.add': (drawing, { form, title }) => {
    const sections = sectionsOf(drawing, form);
    if (!sections.ok) return sections;
    sections.value.push({ ...(Object.keys(title).length > 0 ? { title } : {}), fields: [] });
    return ok({ words: { id: 'edit.section-add', facts: { name: title } }, target: `form:${form}` });
  },
  'section.title': (drawing, { form, section, language, words }) => {
    const found = sectionAt(drawing, form, section);
    if (!found.ok) return found;
    const title = memberOf(found.value, 'title');
    const was = textOf(title);
    if (words === '') delete title[language];
    else title[language] = words;
    if (Object.keys(title).length === 0) delete found.value.title; // A section may do without.
    const name = Object.keys(was).length > 0 ? was : words;
    return ok({ words: { id: 'edit.title-set', facts: { name } }, target: `form:${form} ${section} ${language}` });
  },
  'section.remove': (drawing, { form, section }) => {
    const sections = sectionsOf(drawing, form);
    if (!sections.ok) return sections;
    const lines = linesOf(drawing, form, section);
    if (!lines.ok) return lines;
    if (lines.value.length > 0) return refuse({ code: 'would-lose', element: `form:${form}`, parts: ['fields'] });
    const name = textOf(fieldsOf(sections.value[section]).title);
    sections.value.splice(section, 1);
    return ok({ words: { id: 'edit.section-remove', facts: { name } }, target: `form:${form}` });
  },
};

type LineWords =
  | 'edit.form-ask'
  | 'edit.form-ask-new'
  | 'edit.form-show'
  | 'edit.form-shown-only'
  | 'edit.form-shown-ask'
  | 'edit.form-unask'
  | 'edit.form-move'
  | 'edit.form-require'
  | 'edit.form-free'
  | 'edit.form-when'
  | 'edit.form-prefill';
function done(drawing: Drawing, id: LineWords, form: string, field: string): Result<Done, EditRefusal> {
  const title = textOf(fieldsOf(fieldsOf(drawing.definition.data)[field]).title);
  return ok({ words: { id, facts: { name: Object.keys(title).length > 0 ? title : field } }, target: `form:${form} ${field}` });
}

function sectionsOf(drawing: Drawing, form: string): Result<unknown[], EditRefusal> {
  const { forms } = drawing.definition;
  const found = isFields(forms) && Object.hasOwn(forms, form) ? forms[form] : undefined;
  return isFields(found) ? ok(listIn(found, 'sections')) : refuse({ code: 'no-such-element', element: `form:${form}` });
}
function sectionAt(drawing: Drawing, form: string, section: number): Result<Draft, EditRefusal> {
  const sections = sectionsOf(drawing, form);
  if (!sections.ok) return sections;
  const found = sections.value[section];
  if (found !== undefined && !isFields(found)) throw new OddShape('sections');
  return found ? ok(found) : refuse({ code: 'no-such-element', element: `form:${form}` });
}
function linesOf(drawing: Drawing, form: string, section: number): Result<unknown[], EditRefusal> {
  const found = sectionAt(drawing, form, section);
  return found.ok ? ok(listIn(found.value, 'fields')) : found;
}
function lineAt(drawing: Drawing, { form, section, line }: LinePlace) {
  const lines = linesOf(drawing, form, section);
  if (!lines.ok) return lines;
  const written = lines.value[line];
  if (!isFields(written)) return refuse({ code: 'no-such-element', element: `form:${form}` } as const);
  return ok({ lines: lines.value, written, field: String(written.field) });
}
/** A field that the case has, last in a section; a form has each once. */
function addLine(
  drawing: Drawing,
  { form, section, field }: FormPayloads['form.ask'],
  words: LineWords,
  how: Readonly<Record<string, boolean>>,
): Result<Done, EditRefusal> {
  const lines = linesOf(drawing, form, section);
  if (!lines.ok) return lines;
  if (!isFields(fieldsOf(drawing.definition.data)[field])) return refuse({ code: 'no-such-element', element: `field:${field}` });
  if (isAsked(drawing, form, field)) return refuse({ code: 'nothing-to-do' });
  lines.value.push({ field, ...how });
  return done(drawing, words, form, field);
}
function isAsked(drawing: Drawing, form: string, field: string): boolean {
  const sections = sectionsOf(drawing, form);
  return (
    sections.ok &&
    sections.value.some((section) => {
      const lines = fieldsOf(section).fields;
      return Array.isArray(lines) && lines.some((line) => fieldsOf(line).field === field);
    })
  );
}

import { meaningOf } from '@redress/definitions';
import { type Definition, formNow, type JsonObject, type Text as Words } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { asJson } from '../as-json.ts';
import type { FormFieldView, FormView } from '../shapes/work.ts';
import { own, type ReadCase } from './read-case.ts';

interface FormAsked {
  readonly values: JsonObject;
  /** Roles of the reader: values of fields that none of them may see are left out. */
  readonly readable: readonly string[];
}

/** A form of the definition as the window draws it. */
export function formView(definition: Definition, id: string, { values, readable }: FormAsked): Static<typeof FormView> {
  const form = own(definition.forms, id);
  const mayRead = (field: string) => {
    const readers = own(definition.data, field)?.visibleTo;
    return readers === undefined || readers.some((role) => readable.includes(role));
  };
  const sections = (form?.sections ?? []).map((section) => ({
    ...(section.title ? { title: { ...section.title } } : {}),
    fields: section.fields.flatMap((asked) => fieldView(definition, asked)),
  }));
  return {
    form: id,
    title: { ...(form?.title ?? {}) },
    ...(form?.help ? { help: { ...form.help } } : {}),
    sections,
    values: Object.fromEntries(Object.entries(values).filter(([field]) => mayRead(field))),
  };
}

type Asked = Definition['forms'][string]['sections'][number]['fields'][number];

function fieldView(definition: Definition, asked: Asked): readonly Static<typeof FormFieldView>[] {
  const field = own(definition.data, asked.field);
  if (!field) return [];
  return [
    {
      field: asked.field,
      means: meaningOf(asked.field, definition),
      title: words(field.title),
      ...(field.help ? { help: words(field.help) } : {}),
      schema: { ...field.schema },
      ...(field.holds ? { holds: field.holds } : {}),
      ...(field.options ? { options: field.options.map(({ value, title }) => ({ value, title: words(title) })) } : {}),
      required: asked.required === true,
      readOnly: asked.readOnly === true,
      ...(field.personal ? { personal: field.personal } : {}),
      ...(asked.when ? { when: asJson(asked.when) } : {}),
    },
  ];
}

export const words = (text: Words): Record<string, string> => ({ ...text });

/** The form as it stands for a case: saved values and what it fills in beforehand, as far as the reader may see them. */
export function formOfCase(read: ReadCase, id: string, at: string, readable: readonly string[] = read.roles): Static<typeof FormView> {
  const { runnable, state } = read;
  const now = runnable && formNow(runnable.compiled, state, { form: id, at, calendars: runnable.calendars });
  return formView(read.definition, id, { values: now?.ok ? now.value.values : {}, readable });
}

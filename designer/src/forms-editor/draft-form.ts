import { copyOf, type Fields, fieldsOf, isFields, isText, listOf, textOf, wordOf } from '../model/loose-json.ts';
import { renameInMember } from '../model/references.ts';
import { namesIt, usesOf } from '../model/uses.ts';
import type { FormFieldView, FormView } from '../server/shapes/work.ts';

/** A form of a draft as it would stand in front of whoever fills it in; what is not a form there shows nothing. */
export function draftForm(definition: object, id: string): FormView {
  const form = fieldsOf(fieldsOf(fieldsOf(definition).forms)[id]);
  return {
    form: id,
    title: textOf(form.title),
    ...(isText(form.help) ? { help: form.help } : {}),
    sections: listOf(form.sections).map((section) => {
      const { title, fields } = fieldsOf(section);
      return { ...(isText(title) ? { title } : {}), fields: listOf(fields).flatMap((line) => fieldView(definition, fieldsOf(line))) };
    }),
    values: {},
  };
}

function fieldView(definition: object, line: Fields): readonly FormFieldView[] {
  const id = wordOf(line.field) ?? '';
  const field = fieldsOf(fieldsOf(definition).data)[id];
  if (!isFields(field)) return [];
  const options = listOf(field.options).map((option) => ({ value: fieldsOf(option).value, title: textOf(fieldsOf(option).title) }));
  return [
    {
      field: id,
      title: textOf(field.title),
      ...(isText(field.help) ? { help: field.help } : {}),
      schema: fieldsOf(field.schema),
      ...(typeof field.holds === 'string' ? { holds: field.holds } : {}),
      ...(options.length > 0 ? { options } : {}),
      required: line.required === true,
      readOnly: line.readOnly === true,
      ...(isFields(line.when) ? { when: line.when } : {}),
    },
  ];
}

/** Where somebody decides by the value of a field, and another kind of value may no longer fit: not where a form merely asks it. */
export function decisionsBy(definition: object, field: string): readonly string[] {
  return usesOf(definition, 'field', field).filter((at) => !at.startsWith('form:') || isConditionOf(definition, at, field));
}
function isConditionOf(definition: object, at: string, field: string): boolean {
  const form = fieldsOf(fieldsOf(fieldsOf(definition).forms)[at.slice('form:'.length)]);
  const lines = listOf(form.sections).flatMap((section) => listOf(fieldsOf(section).fields).map(fieldsOf));
  return lines.some(({ field: _asked, ...line }) =>
    namesIt((ask) => renameInMember({ sections: [{ fields: [copyOf<Record<string, unknown>>(line)] }] }, ask), 'field', field),
  );
}

import type { Definition } from '../../definition/definition.ts';
import { own } from '../own.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** A form asked from a role that may not read one of its fields: `form-shows-hidden-field`. */
export function* findHiddenFields(survey: Survey): Findings {
  const { definition } = survey;
  const seen = new Set<string>();
  for (const { form: id, role } of askings(survey)) {
    const form = own(definition.forms, id);
    if (!form || !Object.hasOwn(definition.roles, role) || seen.has(`${id} ${role}`)) continue;
    seen.add(`${id} ${role}`);
    for (const [section, { fields }] of form.sections.entries()) {
      for (const [index, { field, readOnly = false }] of fields.entries()) {
        if (isHidden(field, role, readOnly, definition))
          yield found('form-shows-hidden-field', `/forms/${id}/sections/${section}/fields/${index}`, { form: id, field, role });
      }
    }
  }
}

/** Without `visibleTo` the organisation reads a field. Others may be asked for it, but it cannot be shown to them. */
function isHidden(field: string, role: string, readOnly: boolean, { data, roles }: Definition): boolean {
  const { visibleTo } = own(data, field) ?? {};
  if (visibleTo) return !visibleTo.includes(role);
  return readOnly && own(data, field) !== undefined && own(roles, role)?.party !== 'organisation';
}

/** Which form is asked from whom: at the start, by tasks, and by events with a form of their own. */
function* askings({ definition, places, lists }: Survey): Generator<{ readonly form: string; readonly role: string }> {
  const { start, events } = definition;
  if (start) for (const role of start.by) yield { form: start.form, role };
  for (const { definition: state } of places) {
    if (state.invoke?.src === 'task' && state.invoke.input.form !== undefined)
      yield { form: state.invoke.input.form, role: state.invoke.input.role };
  }
  for (const { via, name, rows, source } of lists) {
    const form = via === 'on' ? own(events, name)?.form : undefined;
    if (form === undefined) continue;
    const workers = places.flatMap(({ id, around, definition: { invoke } }) =>
      invoke?.src === 'task' && (source === '' || id === source || around.includes(source)) ? [invoke.input.role] : [],
    );
    for (const row of rows) for (const role of row.meta?.by ?? own(events, name)?.by ?? workers) yield { form, role };
  }
}

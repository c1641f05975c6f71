import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { type Draft, fieldsOf, isFields, memberOf, setWords, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { usesOf } from './uses.ts';

export interface FormUsePayloads {
  /** An empty form; what it asks is added next. */
  readonly 'form.add': { readonly title: Text };
  /** Only one that nothing uses. Its fields stay with the case. */
  readonly 'form.remove': { readonly form: string };
  /** What a complete form files as evidence. */
  readonly 'form.records': { readonly form: string; readonly records: readonly string[] };
  /** A form that a button asks by itself; without one it ends the task and submits the task's form. */
  readonly 'event.form': { readonly event: string; readonly form?: string };
  /** The form with which a case begins. */
  readonly 'start.form': { readonly form: string };
}

export const formUseRecipes: Recipes<FormUsePayloads> = {
  'form.add': (drawing, { title }) => {
    const form = newId(drawing, 'forms', title, 'form');
    memberOf(drawing.definition, 'forms')[form] = { title: { ...title }, sections: [{ fields: [] }] };
    return ok({ words: { id: 'edit.form-add', facts: { name: title } }, target: `form:${form}`, chosen: [`form:${form}`] });
  },
  'form.remove': (drawing, { form }) => {
    const found = formIn(drawing, form);
    if (!found.ok) return found;
    const uses = usesOf(drawing.definition, 'form', form);
    if (uses.length > 0) return refuse({ code: 'in-use', element: `form:${form}`, uses });
    const name = nameOf(found.value.title, form);
    delete memberOf(drawing.definition, 'forms')[form];
    return ok({ words: { id: 'edit.form-remove', facts: { name } }, target: `form:${form}`, chosen: [''] });
  },
  'form.records': (drawing, { form, records }) => {
    const found = formIn(drawing, form);
    if (!found.ok) return found;
    setWords(found.value, 'records', records);
    const name = nameOf(found.value.title, form);
    return ok({ words: { id: 'edit.form-records', facts: { name } }, target: `form:${form} records` });
  },
  'event.form': (drawing, { event, form }) => {
    const { events } = drawing.definition;
    const found = isFields(events) && Object.hasOwn(events, event) ? events[event] : undefined;
    if (!isFields(found)) return refuse({ code: 'no-such-element', element: `event:${event}` });
    if (form !== undefined && !formIn(drawing, form).ok) return refuse({ code: 'no-such-element', element: `form:${form}` });
    if (form === undefined) delete found.form;
    else found.form = form;
    return done(nameOf(found.label, event), `event:${event} form`);
  },
  'start.form': (drawing, { form }) => {
    const { start } = drawing.definition;
    if (!isFields(start)) return refuse({ code: 'no-such-place', at: '/start' });
    const found = formIn(drawing, form);
    if (!found.ok) return found;
    start.form = form;
    return ok({ words: { id: 'edit.start-form', facts: { name: nameOf(found.value.title, form) } }, target: 'start form' });
  },
};

function formIn(drawing: Drawing, form: string): Result<Draft, EditRefusal> {
  const { forms } = drawing.definition;
  const found = isFields(forms) && Object.hasOwn(forms, form) ? forms[form] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `form:${form}` });
}

const nameOf = (title: unknown, id: string): Text | string => (Object.keys(fieldsOf(title)).length > 0 ? textOf(title) : id);
const done = (name: Text | string, target: string): Result<Done, EditRefusal> =>
  ok({ words: { id: 'edit.form-set', facts: { name } }, target });

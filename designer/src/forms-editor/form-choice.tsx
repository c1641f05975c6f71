import { Pencil } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { partsOf } from '../panel/parts.ts';
import { AddForm } from './add-form.tsx';

/** A list of choices has no empty id. */
const noForm = '(none)';

/** Which form is filled in somewhere, with the way into it, and a new one that is used there at once. */
export function FormChoice({
  definition,
  act,
  onChoose,
  label,
  none,
  field,
  form,
  onForm,
}: Pick<PanelProps, 'definition' | 'act' | 'onChoose'> & {
  readonly label: string;
  /** What it means that there is none; without it one is needed. */
  readonly none?: string;
  /** Where it is written, from the element. */
  readonly field: string;
  readonly form: string | undefined;
  readonly onForm: (form: string | undefined) => unknown;
}) {
  const say = useWords();
  const text = useText();
  const forms = partsOf(definition, 'form', text);
  const known = forms.some(({ id }) => id === form);
  return (
    <div data-field={field}>
      <Select
        label={label}
        options={[
          ...(none === undefined ? [] : [{ id: noForm, name: none }]),
          ...forms,
          ...(form === undefined || known ? [] : [{ id: form, name: form }]),
        ]}
        value={form ?? (none === undefined ? undefined : noForm)}
        onChange={(id) => {
          if (id !== (form ?? noForm)) onForm(id === noForm ? undefined : id);
        }}
      />
      <div className={panelStyles.adds}>
        {known && (
          <Button forReaders kind="link" icon={Pencil} onPress={() => onChoose(`form:${form}`)}>
            {say('forms.edit')}
          </Button>
        )}
        <AddForm definition={definition} act={act} onMade={onForm} />
      </div>
    </div>
  );
}

/** The form that a button asks by itself, wherever it stands. */
export function EventForm({ event, ...panel }: Pick<PanelProps, 'definition' | 'act' | 'onChoose'> & { readonly event: string }) {
  const say = useWords();
  const { definition, act } = panel;
  const form = wordOf(fieldsOf(fieldsOf(fieldsOf(definition).events)[event]).form);
  return (
    <FormChoice
      {...panel}
      label={say('forms.of-event')}
      none={say('forms.of-task')}
      field="form"
      form={form}
      onForm={(next) => act({ name: 'event.form', payload: { event, ...(next === undefined ? {} : { form: next }) } })}
    />
  );
}

/** The form with which a case begins; a procedure that another one begins has none. */
export function StartForm(panel: Pick<PanelProps, 'definition' | 'act' | 'onChoose'>) {
  const say = useWords();
  const { definition, act } = panel;
  const { start } = fieldsOf(definition);
  if (start === undefined) return null;
  return (
    <FormChoice
      {...panel}
      label={say('forms.of-start')}
      field="start/form"
      form={wordOf(fieldsOf(start).form)}
      onForm={(form) => form !== undefined && act({ name: 'start.form', payload: { form } })}
    />
  );
}

import { Eye, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { useText, useWords } from '../language/words.tsx';
import { sortOf } from '../model/field-sort.ts';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import panelStyles from '../panel/panel.module.css';
import { draftForm } from './draft-form.ts';
import type { FormsPanel } from './form-part.tsx';
import { NewFieldDialog } from './new-field-dialog.tsx';
import { sortName } from './sort-words.ts';

/** A field that the case has already, found by its name, asked or only shown; or a new one. */
export function AddField({ definition, act, form, section }: FormsPanel & { readonly form: string; readonly section: number }) {
  const say = useWords();
  const text = useText();
  const [isNew, setNew] = useState(false);
  const [added, setAdded] = useState(0);
  const [shows, setShows] = useState(0);
  const asked = new Set(draftForm(definition, form).sections.flatMap(({ fields }) => fields.map(({ field }) => field)));
  const others = Object.entries(fieldsOf(fieldsOf(definition).data)).filter(([id]) => !asked.has(id));
  const options = others.map(([id, field]) => ({
    id,
    name: text(textOf(fieldsOf(field).title)) || id,
    note: sortName(sortOf(fieldsOf(field)), say),
  }));
  return (
    <>
      <ComboBox
        key={added} // Empty again, for the next one.
        label={say('forms.add-field')}
        options={options}
        value={undefined}
        none={say('forms.no-field')}
        autoFocus={added > 0}
        onChange={(field) => {
          if (field === undefined || !act({ name: 'form.ask', payload: { form, section, field } })) return;
          setAdded(added + 1);
        }}
      />
      {shows > 0 && (
        <ComboBox
          key={`shown ${shows}`} // Empty again, for the next one.
          label={say('forms.add-shown')}
          options={options}
          value={undefined}
          none={say('forms.no-field')}
          autoFocus
          onChange={(field) => {
            if (field !== undefined && act({ name: 'form.show', payload: { form, section, field } })) setShows(shows + 1);
          }}
        />
      )}
      <div className={panelStyles.adds}>
        <Button kind="link" icon={Plus} onPress={() => setNew(true)}>
          {say('forms.new-field')}
        </Button>
        {shows === 0 && options.length > 0 && (
          <Button kind="link" icon={Eye} onPress={() => setShows(1)}>
            {say('forms.show')}
          </Button>
        )}
      </div>
      {isNew && (
        <NewFieldDialog
          definition={definition}
          onClose={() => setNew(false)}
          onAdd={(wish) => {
            setNew(false);
            act({ name: 'form.ask-new', payload: { form, section, ...wish } });
          }}
        />
      )}
    </>
  );
}

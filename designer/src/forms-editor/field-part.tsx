import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Select } from '../base/select.tsx';
import { placeName } from '../findings/draft-problems.ts';
import { useText, useWords } from '../language/words.tsx';
import { type FieldSort, sortOf } from '../model/field-sort.ts';
import { fieldsOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { decisionsBy } from './draft-form.ts';
import { FieldAnswers } from './field-answers.tsx';
import { FieldMore } from './field-more.tsx';
import type { FormsPanel } from './form-part.tsx';
import styles from './forms.module.css';
import { sortName, sortNamed, sortOptions } from './sort-words.ts';
import { Uses } from './uses.tsx';

/** A list of choices has no empty id. */
const none = '(none)';

/** A field of the case: what it is, whether it is about a person, who sees it, where it is used. */
export function FieldPart({ field, ...panel }: FormsPanel & { readonly field: string }) {
  const say = useWords();
  const text = useText();
  const { definition, tree, act } = panel;
  const [wanted, setWanted] = useState<FieldSort>();
  const written = fieldsOf(fieldsOf(fieldsOf(definition).data)[field]);
  const sort = sortOf(written);
  const deciding = decisionsBy(definition, field);
  const change = (to: FieldSort) => act({ name: 'field.sort', payload: { field, sort: to } });
  const roles = Object.entries(fieldsOf(fieldsOf(definition).roles)).map(([id, role]) => ({
    id,
    name: text(textOf(fieldsOf(role).title)) || id,
  }));
  return (
    <div className={styles.parts}>
      <div data-field="schema">
        <Select
          label={say('forms.sort')}
          options={[...sortOptions(say), ...(sort === undefined ? [{ id: none, name: sortName(sort, say) }] : [])]}
          value={sort ?? none}
          onChange={(id) => {
            const to = sortNamed(id);
            if (to === undefined || to === sort) return;
            if (deciding.length > 0) setWanted(to);
            else change(to);
          }}
        />
      </div>
      <FieldAnswers {...panel} field={field} written={written} sort={sort} />
      <div data-field="personal">
        <Select
          label={say('forms.personal')}
          options={[
            { id: none, name: say('forms.personal.no') },
            { id: 'ordinary', name: say('forms.personal.ordinary') },
            { id: 'special', name: say('forms.personal.special') },
          ]}
          value={wordOf(written.personal) ?? none}
          onChange={(id) =>
            act({ name: 'field.personal', payload: { field, ...(id === 'ordinary' || id === 'special' ? { personal: id } : {}) } })
          }
        />
      </div>
      <div data-field="visibleTo">
        <CheckboxGroup
          label={say('forms.readers')}
          hint={say(written.visibleTo === undefined ? 'forms.readers-all' : 'forms.readers-hint')}
          boxes={roles}
          value={wordsOf(written.visibleTo)}
          onChange={(ids) => act({ name: 'field.readers', payload: { field, roles: ids } })}
        />
      </div>
      <FieldMore {...panel} field={field} written={written} />
      <Uses {...panel} kind="field" name={field} />
      {wanted !== undefined && (
        <Dialog
          title={say('forms.change-sort')}
          isOpen
          onClose={() => setWanted(undefined)}
          actions={
            <>
              <Button
                kind="primary"
                onPress={() => {
                  setWanted(undefined);
                  change(wanted);
                }}
              >
                {say('forms.change-anyway')}
              </Button>
              <Button onPress={() => setWanted(undefined)}>{say('dialog.cancel')}</Button>
            </>
          }
        >
          <p>{say('forms.change-warning', { sort: sortName(wanted, say) })}</p>
          <ul>
            {deciding.map((at) => (
              <li key={at}>
                <bdi>{placeName(tree, at, { definition, say, text })}</bdi>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}

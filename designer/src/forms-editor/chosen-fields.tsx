import { ChosenList } from '../base/chosen-list.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { useText, useWords } from '../language/words.tsx';
import { wordsOf } from '../model/loose-json.ts';

/** Several fields of the case by their names, each with its way out; one that is not there any more may go as well. */
export function ChosenFields({
  definition,
  fields,
  onWrite,
  ...words
}: {
  readonly definition: object;
  readonly fields: unknown;
  readonly label: string;
  readonly hint: string;
  readonly empty: string;
  readonly addLabel: string;
  /** Where it is written, from the element. */
  readonly field: string;
  readonly onWrite: (fields: readonly string[]) => unknown;
}) {
  const say = useWords();
  const text = useText();
  const all = caseFields(definition, text).map(({ id, name }) => ({ id, name }));
  const chosen = wordsOf(fields);
  return (
    <ChosenList
      {...words}
      chosen={chosen.map((id) => all.find((one) => one.id === id) ?? { id, name: id })}
      options={all.filter(({ id }) => !chosen.includes(id))}
      none={say('condition.no-field')}
      locked={say('forms.records-locked')}
      removeName={(name) => say('who.remove', { name })}
      onAdd={(id) => onWrite([...chosen, id])}
      onRemove={(id) => onWrite(chosen.filter((one) => one !== id))}
    />
  );
}

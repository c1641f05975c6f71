import { recordWords } from '@redress/definitions';
import { ChosenList } from '../base/chosen-list.tsx';
import { useText } from '../language/words.tsx';
import { wordsOf } from '../model/loose-json.ts';

/** Which records a form or a letter files as evidence; what only this house calls a record stays. */
export function FiledRecords({
  records,
  onWrite,
  ...words
}: {
  readonly records: unknown;
  readonly label: string;
  readonly empty: string;
  readonly addLabel: string;
  readonly none: string;
  readonly locked: string;
  readonly removeName: (name: string) => string;
  readonly onWrite: (records: readonly string[]) => readonly string[] | undefined;
}) {
  const text = useText();
  const filed = wordsOf(records);
  const named = (word: string) => text(recordWords.get(word)) || word;
  return (
    <ChosenList
      {...words}
      field="records"
      chosen={filed.map((id) => ({ id, name: named(id), isLocked: !recordWords.has(id) }))}
      options={[...recordWords.keys()].filter((id) => !filed.includes(id)).map((id) => ({ id, name: named(id) }))}
      onAdd={(id) => onWrite([...filed, id])}
      onRemove={(id) => onWrite(filed.filter((record) => record !== id))}
    />
  );
}

import { Note } from '../base/note.tsx';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import { useRetirement } from '../procedures/retirement.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';

/** The procedure that somebody chose takes no new complaints any more; `stays`: what was begun by it is still in sight. */
export function RetiredNote({ row, stays }: { readonly row: DefinitionRow; readonly stays: boolean }) {
  const say = useWords();
  const text = useText();
  const retirement = useRetirement();
  return (
    <Note tone="time" live>
      <p>{say(stays ? 'new.retired' : 'new.retired-other', { name: isolated(text(row.title) || row.id), told: retirement(row) })}</p>
      {row.retiredWhy === undefined ? null : <q dir="auto">{row.retiredWhy}</q>}
    </Note>
  );
}

import { useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { ChosenFields } from './chosen-fields.tsx';

/** What has to be there for one way, beyond what its form requires of every way. */
export function WayRequires({ row, definition, act }: Pick<PanelProps, 'definition' | 'act'> & { readonly row: TreeRow }) {
  const say = useWords();
  const { meta } = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row);
  return (
    <ChosenFields
      definition={definition}
      fields={fieldsOf(meta).requires}
      field="meta/requires"
      label={say('forms.requires')}
      hint={say('forms.requires-hint')}
      empty={say('forms.requires-none')}
      addLabel={say('forms.requires-add')}
      onWrite={(fields) => act({ name: 'row.requires', payload: { row: row.address, fields } })}
    />
  );
}

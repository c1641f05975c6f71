import { useWords } from '../language/words.tsx';
import { fieldsOf, listOf, textOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { TitleFields } from '../panel/title-fields.tsx';
import type { DraftTable } from './draft-table.ts';

/** A column that asks a formula has a name of its own; all others are called as their fields are. */
export function FormulaTitles({ table, definition, act }: Pick<PanelProps, 'definition' | 'act'> & { readonly table: DraftTable }) {
  const say = useWords();
  const inputs = listOf(fieldsOf(fieldsOf(fieldsOf(definition).decisions)[table.id]).inputs);
  return table.inputs.map(
    ({ feel, name }, column) =>
      feel !== undefined && (
        <TitleFields
          key={feel}
          definition={definition}
          words={textOf(fieldsOf(inputs[column]).title)}
          at={`inputs/${column}/title`}
          about={say('tables.column', { name })}
          onWrite={(language, words) => act({ name: 'table.input-title', payload: { decision: table.id, column, language, words } })}
        />
      ),
  );
}

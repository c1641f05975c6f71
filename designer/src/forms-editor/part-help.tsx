import { useWords } from '../language/words.tsx';
import { textOf } from '../model/loose-json.ts';
import { TitleFields } from '../panel/title-fields.tsx';
import type { FormsPanel } from './form-part.tsx';

/** What whoever fills in is told, beside a field or above a form. */
export function PartHelp({
  of,
  id,
  help,
  definition,
  act,
}: Pick<FormsPanel, 'definition' | 'act'> & { readonly of: 'field' | 'form'; readonly id: string; readonly help: unknown }) {
  const say = useWords();
  return (
    <TitleFields
      definition={definition}
      words={textOf(help)}
      at="help"
      about={say('forms.help')}
      isProse
      onWrite={(language, words) => act({ name: 'help.set', payload: { of, id, language, words } })}
    />
  );
}

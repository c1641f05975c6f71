import { useWords } from '../language/words.tsx';
import { textOf } from '../model/loose-json.ts';
import { TitleFields } from '../panel/title-fields.tsx';
import { Unfolding } from '../panel/unfolding.tsx';
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

/** Folded where a form says nothing. */
export function FormHelp({
  form,
  help,
  ...panel
}: Pick<FormsPanel, 'definition' | 'act'> & { readonly form: string; readonly help: unknown }) {
  const say = useWords();
  return (
    <Unfolding title={say('forms.help')} isSaid={help !== undefined}>
      <PartHelp {...panel} of="form" id={form} help={help} />
    </Unfolding>
  );
}

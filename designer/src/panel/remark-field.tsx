import { TextArea } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import { wordOf } from '../model/loose-json.ts';
import { Unfolding } from './unfolding.tsx';

/** What those who draw tell each other: in whatever language they write it, and seen by nobody who works on a case. */
export function RemarkField({ remark, onWrite }: { readonly remark: unknown; readonly onWrite: (words: string) => void }) {
  const say = useWords();
  return (
    <Unfolding title={say('panel.remark')} isSaid={remark !== undefined}>
      <div data-field="description">
        <TextArea label={say('panel.remark-words')} hint={say('panel.remark-hint')} value={wordOf(remark) ?? ''} onChange={onWrite} />
      </div>
    </Unfolding>
  );
}

import { EyeOff } from 'lucide-react';
import { Note } from '../base/note.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { type CaseField, caseFields } from '../conditions/case-fields.ts';
import { conditionWords, valueWords } from '../conditions/condition-words.ts';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import styles from './letters.module.css';
import { type Decided, fieldsAsked } from './sample-decision.ts';
import { sampleValue, type TrickyData, type WordsUsed } from './tricky-letter.ts';

/** Which paragraphs are left out or said in other words, and why: the condition, and what these data hold of what it asks for. */
export function WordsDecided({
  definition,
  data,
  decided,
  chosen,
}: {
  readonly definition: object;
  readonly data: TrickyData;
  readonly decided: readonly Decided[];
  /** Where somebody looks at other words than the data ask for. */
  readonly chosen: Readonly<Record<number, WordsUsed>>;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const fields = caseFields(definition, text);
  const told = decided.flatMap(({ words, because, isOpen }, at) => {
    const number = at + 1;
    if (chosen[at] === 'out') return [{ number, words: say('letters.preview-out-asked', { number }) }];
    if (chosen[at] !== undefined || because === undefined) return [];
    const condition = conditionWords(definition, because, say, text, dates);
    const sentence = isOpen
      ? say('letters.preview-undecided', { number, condition })
      : words === 'out'
        ? say('letters.preview-out', { number, condition })
        : say('letters.preview-variant', { number, variant: Number(words) + 1, condition });
    const facts = fieldsAsked(definition, because).map((name) =>
      factWords(
        fields.find(({ id }) => id === name),
        name,
      ),
    );
    return [
      {
        number,
        words: facts.length === 0 ? sentence : `${sentence} ${say('letters.preview-with', { facts: facts.join(say('list.separator')) })}`,
      },
    ];
  });
  if (told.length === 0) return null;
  return (
    <div role="status" className={styles.part}>
      {told.map(({ number, words }) => (
        <Note key={number} icon={EyeOff}>
          {words}
        </Note>
      ))}
    </div>
  );

  function factWords(field: CaseField | undefined, id: string): string {
    const value = sampleValue(definition, id, data);
    const name = isolated(field?.name ?? id);
    if (value === undefined) return say('letters.preview-fact-empty', { name });
    return say('letters.preview-fact', { name, value: shortened(valueWords(value, field, say, dates)) });
  }
}

/** The first words are enough to tell what it is. */
const shortened = (words: string): string => (words.length <= 60 ? words : `${words.slice(0, 59)}…`);

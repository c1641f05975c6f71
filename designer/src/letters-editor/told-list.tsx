import { Check, TriangleAlert } from 'lucide-react';
import { ChosenList } from '../base/chosen-list.tsx';
import { Icon } from '../base/icon.tsx';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { BlockProps } from './block-card.tsx';
import styles from './letters.module.css';
import { factName, languagesWithout, told, toldName } from './told-words.ts';

/** What a paragraph tells in the sense of the standards, and whether it carries the fact that this takes. */
export function ToldList({ definition, act, letter, block, at }: BlockProps) {
  const say = useWords();
  const tells = wordsOf(fieldsOf(block).tells);
  const write = (next: readonly string[]) => act({ name: 'block.tells', payload: { letter, block: at, tells: next } });
  return (
    <ChosenList
      label={say('letters.tells')}
      field={`blocks/${at}/tells`}
      empty={say('letters.tells-empty')}
      chosen={tells.map((word) => ({ id: word, name: toldName(word, say), note: <Carried {...{ definition, block, word }} /> }))}
      options={told.filter((word) => !tells.includes(word)).map((word) => ({ id: word, name: toldName(word, say) }))}
      addLabel={say('letters.tells-add')}
      none={say('letters.tells-none')}
      locked={say('letters.locked')}
      removeName={(name) => say('letters.take-out', { name })}
      onAdd={(word) => write([...tells, word])}
      onRemove={(word) => write(tells.filter((one) => one !== word))}
    />
  );
}

function Carried({ definition, block, word }: { readonly definition: object; readonly block: unknown; readonly word: string }) {
  const say = useWords();
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' });
  const fact = factName(word);
  if (fact === undefined) return null;
  const without = languagesWithout(word, block, definition);
  const languages = without.map((language) => names.of(language) ?? language).join(say('list.separator'));
  return (
    <small className={without.length === 0 ? styles.carried : styles.missing}>
      <Icon of={without.length === 0 ? Check : TriangleAlert} size={14} />
      {without.length === 0 ? say('letters.carried', { fact: say(fact) }) : say('letters.not-carried', { fact: say(fact), languages })}
    </small>
  );
}

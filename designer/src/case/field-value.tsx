import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import type { CaseView } from '../server/shapes/cases.ts';
import styles from './facts.module.css';

type Field = CaseView['fields'][number];

/** A saved answer in the reader's words: titles of options, dates in his calendar, lists one under the other. */
export function FieldValue({ value, field }: { readonly value: unknown; readonly field?: Field | undefined }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const option = field?.options?.find((each) => each.value === value);
  if (option) return <>{text(option.title)}</>;
  if (value === null || value === undefined || value === '') return <span className={styles.none}>{say('case.no-answer')}</span>;
  if (typeof value === 'boolean') return <>{say(value ? 'case.yes' : 'case.no')}</>;
  if (typeof value === 'number') return <>{dates.number(value)}</>;
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <time dateTime={value}>{dates.date(value)}</time>;
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return <time dateTime={value}>{dates.moment(value)}</time>;
    return <LongWords words={value} />;
  }
  if (Array.isArray(value)) {
    return (
      <ul className={styles.values}>
        {value.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list of plain values has no other names, and is never reordered here.
          <li key={index}>
            <FieldValue value={one} field={field} />
          </li>
        ))}
      </ul>
    );
  }
  return <Parts value={value} />;
}

/** An account of several pages is folded, so that what stands below it is not overlooked. */
function LongWords({ words }: { readonly words: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const isLong = words.length > foldedFrom || words.split('\n').length > linesMost;
  return (
    <>
      <span dir="auto" className={`${styles.words} ${isLong && !open ? styles.folded : ''}`}>
        {words}
      </span>
      {isLong && (
        <Button kind="link" isExpanded={open} onPress={() => setOpen(!open)}>
          {say(open ? 'case.words-less' : 'case.words-all')}
        </Button>
      )}
    </>
  );
}
const foldedFrom = 700;
const linesMost = 12;

/** Objects (references to papers, sums with a currency): their parts in order. */
function Parts({ value }: { readonly value: object }) {
  return (
    <bdi dir="auto" className={styles.words}>
      {Object.values(value)
        .filter((part) => typeof part === 'string' || typeof part === 'number')
        .join(' · ')}
    </bdi>
  );
}

import { changeWords } from '../compare/change-words.ts';
import { changesBetween } from '../compare/changes.ts';
import { NamedWords } from '../compare/named-words.tsx';
import { useComparing } from '../compare/use-comparing.ts';
import { useText, useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import { editWords } from '../model/edit-words.ts';
import type { Entry } from '../model/entry.ts';
import type { Dispute } from './disputes.ts';
import styles from './draft.module.css';
import { TwoSides } from './two-sides.tsx';

interface SentencesProps {
  readonly dispute: Dispute;
  readonly person: string;
  readonly documents: Readonly<Record<'before' | 'mine' | 'theirs', DesignDocument>>;
}

/** What either did to the elements in question, in the words of a comparison: the texts of a letter, a condition, a length. */
export function Sentences({ dispute, person, documents: { before, mine, theirs } }: SentencesProps) {
  return (
    <div className={styles.fact}>
      <dl>
        <TwoSides
          person={person}
          mine={<Done elements={dispute.elements} entries={dispute.mine} before={before} after={mine} />}
          theirs={<Done elements={dispute.elements} entries={dispute.theirs} before={before} after={theirs} />}
        />
      </dl>
    </div>
  );
}

interface DoneProps {
  readonly elements: Dispute['elements'];
  readonly entries: readonly Entry[];
  readonly before: DesignDocument;
  readonly after: DesignDocument;
}

/** Where a comparison has no words for it, as for places on the map, the edit itself is named. */
function Done({ elements, entries, before, after }: DoneProps) {
  const say = useWords();
  const text = useText();
  const comparing = useComparing(before.definition, after.definition);
  const lines = changesBetween(before.definition, after.definition)
    .filter(({ element, step }) => elements.includes(element) || (step !== undefined && elements.includes(step)))
    .map((change) => changeWords(change, comparing))
    .flatMap(({ head, lines: more }) => [head, ...more]);
  if (lines.length === 0) return [...new Set(entries.map(({ words }) => editWords(words, say, text)))].join(say('list.separator'));
  return lines.map((line) => (
    <p key={line}>
      <bdi>
        <NamedWords words={line} />
      </bdi>
    </p>
  ));
}

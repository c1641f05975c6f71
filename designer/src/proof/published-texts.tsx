import { clausesOf, meanings } from '@redress/definitions';
import { Lock } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { isText } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { TitleFields } from '../panel/title-fields.tsx';
import { ClauseChips } from './clause-chip.tsx';
import { kindOf } from './kind-of.ts';
import styles from './proof.module.css';
import { howPublished, publishedLines, publishedWays } from './published-how.ts';

/** What the public page says, line by line: made from the procedure, in own words, or not said yet. */
export function PublishedTexts(panel: PanelProps) {
  const say = useWords();
  return (
    <section data-field="publishes" tabIndex={-1}>
      <h3>{say('proof.publishes')}</h3>
      <p className={panelStyles.quiet}>{say('proof.publishes-hint')}</p>
      <div className={styles.folds}>
        {publishedLines(panel.definition).map(([word, value]) => (
          <PublishedText key={word} {...panel} word={word} value={value} />
        ))}
      </div>
    </section>
  );
}

function PublishedText({ word, value, definition, act }: PanelProps & { readonly word: string; readonly value: unknown }) {
  const say = useWords();
  const text = useText();
  const meaning = meanings.publishes.get(word);
  const how = howPublished(value);
  const name = text(meaning?.title) || word;
  const clauses = clausesOf(meaning, kindOf(definition)).slice(0, 1);
  if (meaning === undefined || how === 'other')
    return (
      <p className={styles.locked} data-field={`publishes/${word}`}>
        <Icon of={Lock} label={say('proof.locked')} /> <bdi>{name}</bdi>
      </p>
    );
  return (
    <details className={styles.fold} data-field={`publishes/${word}`}>
      <summary>
        <span>
          <bdi>{name}</bdi> <ClauseChips clauses={clauses} />
        </span>
        <small>{say(`proof.published.${how}`)}</small>
      </summary>
      <div className={panelStyles.titles}>
        <Select
          label={say('proof.published')}
          options={publishedWays.map((id) => ({ id, name: say(`proof.published.${id}`) }))}
          value={how}
          onChange={(id) => {
            const next = publishedWays.find((one) => one === id);
            if (next !== undefined && next !== how) act({ name: 'publish.set', payload: { word, how: next } });
          }}
        />
        {how === 'own' && isText(value) && (
          <TitleFields
            definition={definition}
            words={value}
            at={`publishes/${word}`}
            about={name}
            isProse
            onWrite={(language, words) => act({ name: 'publish.text', payload: { word, language, words } })}
          />
        )}
      </div>
    </details>
  );
}

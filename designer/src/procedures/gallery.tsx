import { furtherProcesses, shippedProcesses, shippedScenarios, templateScenarios, templates } from '@redress/definitions';
import type { Text } from '@redress/engine';
import { Languages, ListTree } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import fields from '../base/field.module.css';
import { Icon } from '../base/icon.tsx';
import { localeOf } from '../language/language.ts';
import type { MessageId } from '../language/messages.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf, textOf, wordsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import styles from './gallery.module.css';

/** What a draft can begin with; nothing: an empty map. */
export interface Beginning {
  readonly id: string;
  readonly document?: object;
  /** What tries it out, where it brings that. */
  readonly scenarios?: object;
  readonly title?: Text;
}

interface Offered extends Required<Omit<Beginning, 'scenarios'>>, Pick<Beginning, 'scenarios'> {
  readonly summary: Text;
  readonly languages: readonly string[];
  readonly steps: number;
}

const offered = (json: unknown): Offered => {
  const document = fieldsOf(json);
  const { id, title, summary, languages } = document;
  const steps = [...treeOf(document).byId.values()].filter(({ kind, children }) => kind !== 'outcome' && children.length === 0).length;
  const scenarios = { ...shippedScenarios, ...templateScenarios }[String(id)];
  return {
    ...(scenarios ? { scenarios } : {}),
    id: String(id),
    document,
    title: textOf(title),
    summary: textOf(summary),
    languages: wordsOf(languages),
    steps,
  };
};
const trades = templates.map(offered);
const shipped = [...shippedProcesses, ...furtherProcesses].map(offered);

/** For whom each is, by its id. */
const forWhom: Readonly<Record<string, MessageId>> = {
  bank: 'gallery.for.bank',
  shop: 'gallery.for.shop',
  hospital: 'gallery.for.hospital',
  starter: 'gallery.for.starter',
  complaint: 'gallery.for.complaint',
  escalation: 'gallery.for.escalation',
  dispute: 'gallery.for.dispute',
  code: 'gallery.for.code',
  satisfaction: 'gallery.for.satisfaction',
};

/** What a draft may begin with, as cards of which one is taken: nothing, a procedure for a trade, or one that is shipped. */
export function Gallery({ value, onChoose }: { readonly value: string; readonly onChoose: (beginning: Beginning) => void }) {
  const say = useWords();
  const choose = (id: string) => onChoose([...trades, ...shipped].find((each) => each.id === id) ?? { id });
  return (
    <RadioGroup className={styles.gallery ?? ''} value={value} onChange={choose}>
      <Label className={fields.label ?? ''}>{say('gallery.begin-with')}</Label>
      <div className={styles.cards}>
        <Radio value="" className={styles.card ?? ''}>
          <span className={styles.name}>{say('gallery.empty')}</span>
          <span className={styles.whom}>{say('gallery.for.empty')}</span>
          <span className={styles.summary}>{say('gallery.empty-words')}</span>
        </Radio>
        {trades.map((each) => (
          <Card key={each.id} of={each} />
        ))}
      </div>
      <p className={styles.group}>{say('gallery.shipped')}</p>
      <div className={styles.cards}>
        {shipped.map((each) => (
          <Card key={each.id} of={each} />
        ))}
      </div>
    </RadioGroup>
  );
}

function Card({ of: { id, title, summary, languages, steps } }: { readonly of: Offered }) {
  const say = useWords();
  const text = useText();
  const whom = forWhom[id];
  const locale = localeOf[useLanguage()];
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <Radio value={id} className={styles.card ?? ''}>
      <bdi className={styles.name}>{text(title)}</bdi>
      {whom && <span className={styles.whom}>{say(whom)}</span>}
      <span className={styles.summary}>{text(summary)}</span>
      <span className={styles.facts}>
        <span>
          <Icon of={ListTree} size={14} />
          {say('gallery.steps', { count: steps })}
        </span>
        <span>
          <Icon of={Languages} size={14} />
          {list.format(languages.map((language) => names.of(language) ?? language))}
        </span>
      </span>
    </Radio>
  );
}

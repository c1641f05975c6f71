import { ArrowDown, ArrowUp, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Icon } from '../base/icon.tsx';
import { Note } from '../base/note.tsx';
import unseen from '../base/unseen.module.css';
import { ConditionFields } from '../conditions/condition-fields.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, isFields, listOf, textOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { FindingList } from '../panel/finding-list.tsx';
import panelStyles from '../panel/panel.module.css';
import { piecesOf } from './chip-words.ts';
import { LetterTexts } from './letter-text.tsx';
import styles from './letters.module.css';
import type { Placeholder } from './placeholder-names.ts';
import { ToldList } from './told-list.tsx';
import { toldName } from './told-words.ts';
import { Variants } from './variants.tsx';

export interface BlockProps extends PanelProps {
  readonly letter: string;
  readonly block: unknown;
  /** Its place, from 0. */
  readonly at: number;
  readonly placeholders: readonly Placeholder[];
}

/** A paragraph: how it begins and what it tells; opened, all that can be said of it. */
export function BlockCard({
  count,
  isOpen,
  onOpen,
  onMove,
  onRemove,
  ...card
}: BlockProps & {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onMove: (where: 'up' | 'down') => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const { block, at, findings } = card;
  const name = say('letters.paragraph', { number: at + 1 });
  const problems = findings.filter(({ field }) => field[0] === 'blocks' && field[1] === String(at)).length;
  return (
    <div className={styles.card} data-field={`blocks/${at}`}>
      <details open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary data-control="summary">
          <Beginning {...card} name={name} />
          {problems > 0 && (
            <span className={styles.alert}>
              <Icon of={TriangleAlert} size={14} />
              <span className={unseen.unseen}>{say('outline.problems', { count: problems })}</span>
            </span>
          )}
        </summary>
        {isFields(block) ? <BlockBody {...card} /> : <Note>{say('letters.kept')}</Note>}
      </details>
      <span className={styles.tools}>
        <span data-control="up">
          <Button kind="quiet" icon={ArrowUp} label={say('letters.up', { name })} isDisabled={at === 0} onPress={() => onMove('up')} />
        </span>
        <span data-control="down">
          <Button
            kind="quiet"
            icon={ArrowDown}
            label={say('letters.down', { name })}
            isDisabled={at === count - 1}
            onPress={() => onMove('down')}
          />
        </span>
        <Button kind="quiet" icon={Trash2} label={say('letters.take-away', { name })} onPress={onRemove} />
      </span>
    </div>
  );
}

/** Its first words with the fields by their names, and what it tells. */
function Beginning({ block, placeholders, name }: BlockProps & { readonly name: string }) {
  const say = useWords();
  const text = useText();
  const known = new Map(placeholders.map((one) => [one.id, one.name]));
  const words = piecesOf(text(textOf(fieldsOf(block).text)), (field) => known.has(field))
    .map((line) => line.map((piece) => ('field' in piece ? `[${known.get(piece.field)}]` : piece.words)).join(''))
    .join(' ');
  return (
    <span className={styles.beginning}>
      <b>{name}</b>
      <span className={styles.first} dir="auto">
        {words || say('letters.no-words')}
      </span>
      <span className={styles.chips}>
        {wordsOf(fieldsOf(block).tells).map((word) => (
          <Chip key={word} tone="accent">
            {toldName(word, say)}
          </Chip>
        ))}
        {fieldsOf(block).when !== undefined && <Chip tone="decision">{say('condition.title')}</Chip>}
      </span>
    </span>
  );
}

/** What is wrong with the paragraph itself, or with what it tells: the rest is told at its field. */
const isOf = (field: readonly string[], at: number): boolean =>
  field[0] === 'blocks' && field[1] === String(at) && !['text', 'when', 'variants'].includes(field[2] ?? '');

function BlockBody(card: BlockProps) {
  const say = useWords();
  const { definition, act, findings, letter, at, placeholders } = card;
  const block = fieldsOf(card.block);
  const here = `blocks/${at}`;
  const hasVariants = listOf(block.variants).length > 0;
  return (
    <div className={styles.parts}>
      <FindingList definition={definition} findings={findings.filter(({ field }) => isOf(field, at))} />
      <div data-control="text">
        <LetterTexts
          {...{ definition, placeholders, findings }}
          what={say('letters.text')}
          words={textOf(block.text)}
          at={`${here}/text`}
          onWrite={(language, words) => act({ name: 'block.text', payload: { letter, block: at, language, words } }) !== undefined}
        />
      </div>
      <ToldList {...card} />
      <section className={styles.part}>
        <h4>{say('letters.when')}</h4>
        <ConditionFields
          definition={definition}
          condition={block.when}
          field={`${here}/when`}
          place={['blocks', String(at), 'when']}
          always="letters.always"
          label="letters.when"
          findings={findings}
          onWrite={(condition) => act({ name: 'block.when', payload: { letter, block: at, ...(condition && { condition }) } })}
        />
        {block.when !== undefined && wordsOf(block.tells).length > 0 && (
          <p className={panelStyles.quiet}>{say('letters.does-not-count')}</p>
        )}
      </section>
      {hasVariants && <Variants {...card} />}
      <div>
        <Button kind="link" icon={Plus} onPress={() => act({ name: 'variant.add', payload: { letter, block: at } })}>
          {say('letters.add-variant')}
        </Button>
      </div>
    </div>
  );
}

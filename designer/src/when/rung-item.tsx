import { Bell, ChevronDown, ChevronRight, Flag, type LucideIcon, Repeat, Trash2, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { RungSort } from '../model/delay-commands.ts';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import folds from '../panel/fold.module.css';
import { DelayFields } from './delay-fields.tsx';
import { doesWords, type Rung } from './ladder.ts';
import { momentWords } from './length-words.ts';
import { SharedLength } from './shared-length.tsx';
import styles from './when.module.css';

export const rungLooks: Readonly<Record<RungSort, { readonly icon: LucideIcon; readonly word: MessageId }>> = {
  remind: { icon: Bell, word: 'when.rung.remind' },
  escalate: { icon: TrendingUp, word: 'when.rung.escalate' },
  deadline: { icon: Flag, word: 'when.rung.deadline' },
  update: { icon: Repeat, word: 'when.rung.update' },
};

/** One time of the ladder: when it comes and what it does; opened, it is changed. */
export function RungItem({
  element,
  rung,
  due,
  isDue,
  isTooLate,
  ...panel
}: PanelProps & {
  readonly element: TreeElement;
  readonly rung: Rung;
  /** The day on which it comes if the step began now, in words. */
  readonly due: string | undefined;
  /** Whether people see it as the due date of the task. */
  readonly isDue: boolean;
  /** Whether the step would be over by then if it began now. */
  readonly isTooLate: boolean;
}) {
  const say = useWords();
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { definition, tree, act, onChoose } = panel;
  const telling = { definition, say, text };
  const look = rungLooks[rung.sort];
  const moment = momentWords(rung.delay, telling);
  return (
    <li className={styles.rung} data-sort={rung.sort} data-field={`after/${rung.delay}`}>
      <button type="button" className={folds.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={styles.mark}>
          <Icon of={look.icon} size={14} />
        </span>
        <span className={styles.words}>
          <b>{moment}</b>
          <small>{[say(look.word), ...(isDue ? [say('when.is-due')] : []), ...(due === undefined ? [] : [due])].join(' · ')}</small>
          {rung.rows.map((row) => (
            <span key={row.address}>
              {row.condition !== undefined && <i>{say('when.in-some-cases')}</i>}
              {doesWords(row, tree, telling).map((words, index) => (
                // Sentences of one row may be the same; their order is what tells them apart.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <span key={index}>{words}</span>
              ))}
            </span>
          ))}
          {isTooLate && <span className={styles.tooLate}>{say('when.too-late')}</span>}
        </span>
        <Icon of={ChevronDown} size={14} />
      </button>
      {isOpen && (
        <div className={styles.inside}>
          <DelayFields
            definition={definition}
            length={rung.written}
            noDays
            onWrite={(length) => act({ name: 'delay.set', payload: { delay: rung.delay, length } })}
          />
          <SharedLength {...panel} step={element.id} delay={rung.delay} />
          <div className={styles.acts}>
            {rung.rows.map((row, index) => (
              <Button forReaders key={row.address} kind="link" icon={ChevronRight} turn onPress={() => onChoose(row.address)}>
                {rung.rows.length === 1 ? say('when.open-rung') : say('when.open-rung-number', { number: index + 1 })}
              </Button>
            ))}
            <Button
              kind="quiet"
              icon={Trash2}
              onPress={() => act({ name: 'rung.remove', payload: { step: element.id, delay: rung.delay } })}
            >
              {say('when.remove-rung')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

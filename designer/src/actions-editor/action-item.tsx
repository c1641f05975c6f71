import type { Json } from '@redress/engine';
import { ArrowDown, ArrowUp, ChevronDown, Lock, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import type { ValuePath } from '../model/action-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { FindingList } from '../panel/finding-list.tsx';
import folds from '../panel/fold.module.css';
import { ActionFields } from './action-fields.tsx';
import { actionOf, sortLooks } from './action-sorts.ts';
import { actionWords } from './action-words.ts';
import styles from './actions.module.css';
import { useProcedureNames } from './other-procedures.ts';
import type { Source } from './value-sources.ts';

/** The control of an action that takes the focus after a change. */
export type ActionControl = 'fields' | 'up' | 'down' | 'remove';

/** One thing that is done: a sentence; opened, its fields. What we do not know stands as it is written and stays so. */
export function ActionItem({
  action,
  at,
  number,
  sources,
  isOpen,
  onOpen,
  onSet,
  onRename,
  onMove,
  onRemove,
  ...panel
}: PanelProps & {
  readonly action: unknown;
  /** Where it is written, from the element: `entry/0`. */
  readonly at: string;
  readonly number: { readonly at: number; readonly count: number };
  readonly sources: readonly Source[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSet: (path: ValuePath, value: Json | undefined) => unknown;
  readonly onRename: (path: ValuePath, field: string) => void;
  readonly onMove: (where: 'up' | 'down') => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const procedureName = useProcedureNames();
  const { definition, findings, onChoose } = panel;
  const known = actionOf(action);
  const words = actionWords(action, { definition, say, text, written: dates, procedureName });
  const here = findings.filter(({ field }) => `${field.join('/')}/`.startsWith(`${at}/`));
  return (
    <li
      className={styles.action}
      data-field={at}
      onKeyDown={(event) => {
        if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(event.key === 'ArrowUp' ? 'up' : 'down');
      }}
    >
      <button type="button" className={folds.head} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        <Icon of={known ? sortLooks[known.sort].icon : Lock} size={16} />
        <span className={styles.words}>{words}</span>
        <Icon of={ChevronDown} size={14} />
      </button>
      {isOpen && (
        <div className={styles.inside}>
          <FindingList definition={definition} findings={here} />
          <div className={styles.fields} data-control="fields" data-field={known ? `${at}/params` : at}>
            {known ? (
              <ActionFields
                sort={known.sort}
                definition={definition}
                params={known.params}
                at={`${at}/params`}
                sources={sources}
                hasProblem={(place) => here.some(({ field }) => `${field.join('/')}/`.startsWith(`${place}/`))}
                set={onSet}
                rename={onRename}
                onChoose={onChoose}
              />
            ) : (
              <>
                <code className={folds.kept} dir="ltr">
                  {JSON.stringify(action)}
                </code>
                <p className={styles.quiet}>{say('actions.kept')}</p>
              </>
            )}
          </div>
          <div className={styles.tools}>
            <span data-control="up">
              <Button
                kind="quiet"
                icon={ArrowUp}
                label={say('actions.up', { what: words })}
                isDisabled={number.at === 0}
                onPress={() => onMove('up')}
              />
            </span>
            <span data-control="down">
              <Button
                kind="quiet"
                icon={ArrowDown}
                label={say('actions.down', { what: words })}
                isDisabled={number.at === number.count - 1}
                onPress={() => onMove('down')}
              />
            </span>
            <span data-control="remove">
              <Button kind="quiet" icon={Trash2} label={say('actions.remove', { what: words })} onPress={onRemove} />
            </span>
          </div>
        </div>
      )}
    </li>
  );
}

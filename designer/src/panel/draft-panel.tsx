import type { Ref } from 'react';
import { Note } from '../base/note.tsx';
import { SidePanel, SidePanelBack } from '../base/side-panel.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { Asking } from '../outline/outline-dialogs.tsx';
import type { Outline } from '../outline/use-outline.ts';
import { ElementPanel } from './element-panel.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { PartPanel } from './part-panel.tsx';
import { RowPanel } from './row-panel.tsx';
import { TitleFields } from './title-fields.tsx';

/** What is chosen, in plain words: a way, a step or stage, else the procedure itself. On a phone a page of its own with a way back. */
export function DraftPanel({
  outline,
  several = 1,
  back = 'outline.back',
  act,
  onChoose,
  onAsk,
  onRemove,
  ref,
}: {
  readonly outline: Outline;
  /** How many parts are chosen. */
  readonly several?: number;
  /** Where one goes back to, on a phone. */
  readonly back?: MessageId;
  readonly act: (command: Command) => readonly string[] | undefined;
  readonly onChoose: (id: string) => void;
  readonly onAsk: (what: Asking) => void;
  readonly onRemove: () => void;
  readonly ref: Ref<HTMLElement>;
}) {
  const say = useWords();
  const { definition, tree, here, element, row, source, part } = outline;
  const shared = { definition, tree, act, onChoose, findings: here };
  return (
    <SidePanel ref={ref} look="below" label={say('outline.panel')}>
      {(element || row || part !== undefined) && <SidePanelBack words={say(back)} onPress={() => onChoose('')} />}
      {several > 1 && <Note>{say('outline.chosen-many', { count: several })}</Note>}
      {row ? (
        <RowPanel key={row.address} row={row} source={source} {...shared} onAddStep={() => onAsk('step')} onRemove={onRemove} />
      ) : element ? (
        <ElementPanel
          key={element.id}
          element={element}
          {...shared}
          onAddWay={() => onAsk('way')}
          onAddDeadline={() => onAsk('deadline')}
          onAddStep={() => onAsk('step')}
          onRemove={onRemove}
        />
      ) : part !== undefined ? (
        <PartPanel key={part} part={part} definition={definition} tree={tree} findings={here} act={act} onChoose={onChoose} />
      ) : (
        <>
          <header className={styles.panelHead}>
            <h2>{say('outline.procedure')}</h2>
          </header>
          <FindingList definition={definition} findings={here} />
          <TitleFields
            definition={definition}
            words={tree.title}
            at="title"
            onWrite={(language, words) => act({ name: 'title.set', payload: { of: '', language, words } })}
          />
          <p className={styles.quiet}>{say('outline.choose-one')}</p>
        </>
      )}
    </SidePanel>
  );
}

import { Plus, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../base/button.tsx';
import { CheckButton } from '../check/check-button.tsx';
import type { Check } from '../check/use-check.ts';
import { DraftStatus } from '../draft/draft-status.tsx';
import { HistoryButton } from '../draft/history-button.tsx';
import { Others } from '../draft/others.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { SaveButton } from '../exchange/save-button.tsx';
import type { DraftProblem } from '../findings/draft-problems.ts';
import { ProblemsButton } from '../findings/problems-button.tsx';
import { useText, useWords } from '../language/words.tsx';
import { PageHeading } from '../shell/page.tsx';
import styles from './outline.module.css';
import type { OutlineActs } from './outline-acts.ts';
import { nameOf } from './outline-words.ts';
import type { Outline } from './use-outline.ts';

/** What is drawn, whether it is saved, who else is at it, and what is wrong with it. */
export function OutlineTop({
  outline,
  acts,
  draft,
  chosen,
  above,
  check,
  problems,
  onAdd,
  onChoose,
  onGo,
}: {
  readonly outline: Outline;
  readonly acts: OutlineActs;
  readonly draft: OpenDraft;
  readonly chosen: string | undefined;
  readonly above: ReactNode;
  /** Without it nothing is checked from here. */
  readonly check?: Check;
  readonly problems: readonly DraftProblem[];
  /** Without it no step is added from here. */
  readonly onAdd?: () => void;
  readonly onChoose: (id: string) => void;
  readonly onGo: (problem: DraftProblem) => void;
}) {
  const say = useWords();
  const text = useText();
  const { tree, findings } = outline;
  const placeName = (id: string) => {
    const place = tree.byId.get(id.split('/')[0] ?? '');
    return place && nameOf(place, say, text);
  };
  return (
    <header className={styles.top}>
      <div className={styles.words}>
        <div className={styles.above}>{above}</div>
        <PageHeading>{text(tree.title) || say('outline.title')}</PageHeading>
        <DraftStatus link={draft.link} lock={acts.lock} />
        <Others company={draft.company} at={chosen} nameOf={placeName} />
      </div>
      <div className={styles.tools}>
        <ProblemsButton state={findings.state} problems={problems} onGo={onGo} />
        {check && <CheckButton check={check} chosen={chosen} />}
        <HistoryButton draft={draft} onChoose={onChoose} />
        <SaveButton document={outline.document} />
        {acts.mayDraw && (
          // Never disabled: whoever has undone everything keeps his place at the keyboard.
          <>
            <Button icon={Undo2} turn kind="quiet" label={acts.undoName ?? say('outline.nothing-to-undo')} onPress={acts.undo} />
            <Button icon={Redo2} turn kind="quiet" label={acts.redoName ?? say('outline.nothing-to-redo')} onPress={acts.redo} />
          </>
        )}
        {acts.mayDraw && onAdd && (
          <Button icon={Plus} onPress={onAdd}>
            {say('outline.new-step')}
          </Button>
        )}
      </div>
    </header>
  );
}

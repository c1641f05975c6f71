import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { DraftStatus } from '../draft/draft-status.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useFindings } from '../findings/use-findings.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { useOutlineActs } from '../outline/outline-acts.ts';
import { Told } from '../outline/told.tsx';
import { PageHeading } from '../shell/page.tsx';
import { ScenarioBar } from './scenario-bar.tsx';
import styles from './trial.module.css';
import { TrialBoard } from './trial-board.tsx';
import { useStory } from './use-story.ts';
import { useGate, useTrialSetting } from './use-trial.ts';

/** A draft tried out; stories of it are kept as scenarios, and played again after every change. */
export function TrialEditor({
  draft,
  above,
  onRepair,
}: {
  readonly draft: OpenDraft;
  readonly above: ReactNode;
  readonly onRepair: (at: string) => void;
}) {
  const say = useWords();
  const text = useText();
  const document = useStore(draft.editor.store, (state) => state.document);
  const { definition } = document;
  const tree = treeOf(definition);
  const { findings } = useFindings(document);
  const stops = findings.filter(({ severity }) => severity === 'error');
  const setting = useTrialSetting(definition, document);
  const desk = useStory(draft, { key: `story:${draft.id}` });
  const tried = useGate(setting, document.scenarios);
  const drawing = useOutlineActs(draft);
  const { story } = desk;
  return (
    <TrialBoard
      document={document}
      desk={desk}
      setting={setting}
      isReady={stops.length === 0}
      top={
        <header className={styles.top}>
          <div className={styles.titles}>
            <div className={styles.above}>{above}</div>
            <PageHeading>{text(tree.title) || say('design.try')}</PageHeading>
            <DraftStatus link={draft.link} lock={drawing.lock} />
          </div>
          {story && <Button onPress={desk.end}>{say('trial.begin-anew')}</Button>}
        </header>
      }
      notes={
        stops.length > 0 && (
          <Note
            tone="bad"
            actions={<Button onPress={() => onRepair(stops[0]?.row ?? stops[0]?.element ?? '')}>{say('problems.show-first')}</Button>}
          >
            {say('trial.stops', { count: stops.length })}
          </Note>
        )
      }
      foot={(trial) => (
        <>
          <ScenarioBar
            scenarios={document.scenarios}
            gate={tried.answer?.gate}
            working={tried.state === 'playing'}
            story={story}
            trial={trial}
            tree={tree}
            definition={definition}
            {...(drawing.mayDraw ? { act: drawing.act } : {})}
            onOpen={desk.open}
          />
          <Told acts={drawing} />
        </>
      )}
    />
  );
}

import type { JsonObject, ScriptStep } from '@redress/engine';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import unseen from '../base/unseen.module.css';
import { useNow } from '../calendar/now.tsx';
import { DraftStatus } from '../draft/draft-status.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useFindings } from '../findings/use-findings.ts';
import { useText, useTimeZone, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { useOutlineActs } from '../outline/outline-acts.ts';
import { PageHeading } from '../shell/page.tsx';
import { nextPerson } from './offer-groups.ts';
import { ScenarioBar } from './scenario-bar.tsx';
import styles from './trial.module.css';
import { TrialActs } from './trial-acts.tsx';
import { TrialBegin } from './trial-begin.tsx';
import { TrialClock } from './trial-clock.tsx';
import { TrialFacts } from './trial-facts.tsx';
import { TrialMap } from './trial-map.tsx';
import { marksOf } from './trial-marks.ts';
import { beginning, played, starterIn, withAnother } from './trial-script.ts';
import { TrialStory } from './trial-story.tsx';
import { personWords, stepsWords } from './trial-words.ts';
import { useStory } from './use-story.ts';
import { useGate, useTrial, useTrialSetting } from './use-trial.ts';

/** A draft tried out: the story so far, the map it walks on, and what each person could do now, on a pretend clock. Nothing leaves the window. */
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
  const timeZone = useTimeZone();
  const now = useNow();
  const document = useStore(draft.editor.store, (state) => state.document);
  const { definition } = document;
  const tree = treeOf(definition);
  const { findings } = useFindings(document);
  const stops = findings.filter(({ severity }) => severity === 'error');
  const setting = useTrialSetting(definition);
  const desk = useStory(draft);
  const { answer: trial, state } = useTrial(setting, desk.story);
  const tried = useGate(setting, document.scenarios);
  const drawing = useOutlineActs(draft.editor);
  const [wanted, setPerson] = useState<string>();
  const [moves, setMoves] = useState(0);
  const acts = useRef<HTMLElement>(null);
  const { story } = desk;
  const playing = story && trial?.ok ? trial : undefined;
  const person = playing ? (wanted ?? nextPerson(playing.offers, starterIn(definition) ?? '')) : '';
  const act = (step: ScriptStep) => {
    setPerson(undefined);
    setMoves((count) => count + 1);
    desk.act(step);
  };
  // What was pressed is gone: whoever uses the keyboard goes on where the next thing is done.
  const point = playing && `${moves} ${story?.upTo}`;
  useEffect(() => {
    if (point !== undefined && !point.startsWith('0 ')) acts.current?.focus();
  }, [point]);
  const begin = (input: JsonObject) => {
    if (!setting) return;
    setMoves((count) => count + 1);
    desk.begin(beginning(setting.definitions, { at: new Date(now).toISOString(), timeZone, input }));
  };
  const [main] = playing?.rehearsal.cases ?? [];
  const speaking = { definitions: setting?.definitions ?? [], ...(story ? { people: story.script.people } : {}), say, text };
  const step = main ? stepsWords(speaking, main.process, main.steps) : '';
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.above}>{above}</div>
          <PageHeading>{text(tree.title) || say('design.try')}</PageHeading>
          <DraftStatus link={draft.link} />
        </div>
        {story && <Button onPress={desk.end}>{say('trial.begin-anew')}</Button>}
      </header>
      <TrialClock rehearsal={playing?.rehearsal} process={String(definition.id ?? '')} onAct={act} />
      {stops.length > 0 && (
        <Note
          tone="bad"
          actions={<Button onPress={() => onRepair(stops[0]?.row ?? stops[0]?.element ?? '')}>{say('trial.repair')}</Button>}
        >
          {say('trial.stops', { count: stops.length })}
        </Note>
      )}
      {state === 'failed' && <Note tone="bad">{say('trial.broke')}</Note>}
      <p className={unseen.unseen} role="status">
        {main && say(main.status === 'active' ? 'trial.stands' : 'trial.ended', { step, person: personWords(speaking, person) })}
      </p>
      <div className={styles.columns}>
        <div className={styles.story}>
          {story && playing ? (
            <>
              <TrialStory
                definitions={speaking.definitions}
                story={story}
                rehearsal={playing.rehearsal}
                moments={playing.moments}
                onBack={desk.back}
                onBringBack={desk.bringBack}
              />
              <TrialFacts script={played(story)} onAct={act} tree={tree} rehearsal={playing.rehearsal} definitions={speaking.definitions} />
            </>
          ) : (
            <p className={styles.quiet}>{say('trial.nothing-yet')}</p>
          )}
        </div>
        <div className={styles.map}>
          <TrialMap document={document} marks={playing && marksOf(tree, playing)} />
        </div>
        <section ref={acts} key={story?.upTo ?? -1} tabIndex={-1} className={styles.acts} aria-label={say('trial.acts')}>
          {!setting ? (
            <SkeletonRows rows={4} />
          ) : playing && story ? (
            <TrialActs
              key={`${story.upTo} ${person}`}
              definitions={setting.definitions}
              people={story.script.people}
              trial={playing}
              person={person}
              onPerson={setPerson}
              onAnother={() => {
                const added = withAnother(story, person);
                desk.open(added.story);
                setPerson(added.person);
              }}
              onAct={act}
            />
          ) : story ? (
            <SkeletonRows rows={4} />
          ) : (
            <TrialBegin definition={definition} at={new Date(now).toISOString()} isReady={stops.length === 0} onBegin={begin} />
          )}
        </section>
      </div>
      <ScenarioBar
        scenarios={document.scenarios}
        gate={tried.answer?.gate}
        working={tried.state === 'playing'}
        story={story}
        trial={playing}
        tree={tree}
        definition={definition}
        {...(drawing.mayDraw ? { act: drawing.act } : {})}
        onOpen={(opened) => {
          setPerson(undefined);
          desk.open(opened);
        }}
      />
      <p className={unseen.unseen} role="status">
        {drawing.told}
      </p>
    </div>
  );
}

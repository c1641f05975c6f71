import type { JsonObject, ScriptStep } from '@redress/engine';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import unseen from '../base/unseen.module.css';
import { useNow } from '../calendar/now.tsx';
import { useText, useTimeZone, useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import { treeOf } from '../model/tree.ts';
import { useNarrow } from '../shell/narrow-window.ts';
import { nextPerson } from './offer-groups.ts';
import styles from './trial.module.css';
import { TrialActs } from './trial-acts.tsx';
import { TrialBegin } from './trial-begin.tsx';
import { TrialClock } from './trial-clock.tsx';
import { TrialFacts } from './trial-facts.tsx';
import { TrialMap } from './trial-map.tsx';
import { marksOf } from './trial-marks.ts';
import type { Trial } from './trial-play.ts';
import { beginning, brokenAt, played, starterIn, withAnother } from './trial-script.ts';
import { TrialStory } from './trial-story.tsx';
import { personWords, stepsWords } from './trial-words.ts';
import type { StoryDesk } from './use-story.ts';
import { type TrialSetting, useTrial } from './use-trial.ts';

/** On a phone a story is read and played without its map. */
const mapless = 47.5;

/** The story so far, the map it walks on, and what each person could do now, on a pretend clock. Nothing leaves the window. */
export function TrialBoard({
  document,
  desk,
  setting,
  isReady,
  top,
  notes,
  foot,
}: {
  readonly document: Pick<DesignDocument, 'definition' | 'layout'>;
  readonly desk: StoryDesk;
  /** Nothing until everything is there that a story needs. */
  readonly setting: TrialSetting | undefined;
  /** Whether a story can begin. */
  readonly isReady: boolean;
  readonly top: ReactNode;
  readonly notes?: ReactNode;
  readonly foot?: (trial: Extract<Trial, { readonly ok: true }> | undefined) => ReactNode;
}) {
  const say = useWords();
  const text = useText();
  const timeZone = useTimeZone();
  const now = useNow();
  const isNarrow = useNarrow(mapless);
  const { definition } = document;
  const tree = treeOf(definition);
  const { answer: trial, state } = useTrial(setting, desk.story);
  const [wanted, setPerson] = useState<{ readonly person: string; readonly story: object }>();
  const [moves, setMoves] = useState(0);
  const acts = useRef<HTMLElement>(null);
  const { story } = desk;
  const playing = story && trial?.ok ? trial : undefined;
  // Whom somebody chose to play is played until something happens; then whoever has the next thing to do.
  const chosen = wanted?.story === story?.script.steps ? wanted?.person : undefined;
  const person = playing ? (chosen ?? nextPerson(playing.offers, starterIn(definition) ?? '')) : '';
  const act = (step: ScriptStep) => {
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
  const broken = playing && brokenAt(playing.rehearsal);
  const speaking = { definitions: setting?.definitions ?? [], ...(story ? { people: story.script.people } : {}), say, text };
  const step = main ? stepsWords(speaking, main.process, main.steps) : '';
  return (
    <div className={styles.page}>
      {top}
      <TrialClock rehearsal={playing?.rehearsal} process={String(definition.id ?? '')} onAct={act} />
      {notes}
      {broken !== undefined && (
        <Note
          tone="bad"
          actions={
            broken > 0 ? <Button onPress={() => desk.back(broken - 1)}>{say('trial.back-before', { line: broken + 1 })}</Button> : undefined
          }
        >
          {say('trial.broken-from', { line: broken + 1 })}
        </Note>
      )}
      {desk.isTooLong && (
        <Note tone="time" live>
          {say('trial.too-long')}
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
                begins={say(setting?.running ? 'trial.running' : 'trial.begun')}
                rehearsal={playing.rehearsal}
                moments={playing.moments}
                onBack={desk.back}
                onBringBack={desk.bringBack}
              />
              <TrialFacts script={played(story)} onAct={act} tree={tree} rehearsal={playing.rehearsal} definitions={speaking.definitions} />
            </>
          ) : (
            !story && <p className={styles.quiet}>{say('trial.nothing-yet')}</p>
          )}
        </div>
        {!isNarrow && (
          <div className={styles.map}>
            <TrialMap document={document} marks={playing && marksOf(tree, playing)} />
          </div>
        )}
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
              onPerson={(next) => setPerson({ person: next, story: story.script.steps })}
              onAnother={() => {
                const added = withAnother(story, person);
                desk.open(added.story);
                setPerson({ person: added.person, story: added.story.script.steps });
              }}
              onAct={act}
            />
          ) : story ? (
            trial?.ok !== false && <SkeletonRows rows={4} />
          ) : (
            <TrialBegin
              definition={definition}
              others={setting.definitions}
              at={new Date(now).toISOString()}
              isReady={isReady}
              onBegin={begin}
            />
          )}
        </section>
      </div>
      {foot?.(playing)}
    </div>
  );
}

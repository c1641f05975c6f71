import type { Rehearsal } from '@redress/engine';
import { RotateCcw, TriangleAlert } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import styles from './story.module.css';
import { linesOf } from './trial-marks.ts';
import type { Moment } from './trial-play.ts';
import { problemWords, reasonWords } from './trial-problems.ts';
import type { Story } from './trial-script.ts';
import { doerOf, doneWords, lineWords, personWords } from './trial-words.ts';

/** What happened so far, line by line; each line is a way back to that point. What lies ahead of it waits there until something else is done. */
export function TrialStory({
  definitions,
  story,
  begins,
  rehearsal,
  moments,
  onBack,
  onBringBack,
}: {
  readonly definitions: readonly object[];
  readonly story: Story;
  /** How it begins, in words. */
  readonly begins: string;
  readonly rehearsal: Rehearsal;
  readonly moments: readonly Moment[];
  readonly onBack: (upTo: number) => void;
  readonly onBringBack: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const speaking = { definitions, people: story.script.people, say, text };
  const lines = [
    { words: begins, by: story.script.by },
    ...story.script.steps.map((step) => ({ words: doneWords(step, speaking), by: doerOf(step) })),
  ];
  return (
    <section aria-labelledby="trial-story">
      <h2 id="trial-story">{say('trial.story')}</h2>
      <p className={styles.hint}>{say('trial.story-hint')}</p>
      <ol className={styles.story}>
        {lines.map(({ words, by }, index) => {
          const moment = moments[index];
          const isNow = index === story.upTo;
          const beside =
            index > story.upTo || !moment ? [] : linesOf(rehearsal, moments, index).slice(by === undefined && index > 0 ? 0 : 1);
          const problems = rehearsal.problems.filter(({ at }) => at === (index === 0 ? '' : `/steps/${index - 1}`));
          return (
            // The same step can be told twice: its place is what it is known by.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index} data-now={isNow || undefined} data-ahead={index > story.upTo || undefined}>
              <button type="button" onClick={() => onBack(index)} {...(isNow ? { 'aria-current': 'step' as const } : {})}>
                <span className={styles.number} aria-hidden="true">
                  {dates.number(index + 1)}
                </span>
                <span className={styles.words}>
                  <b dir="auto">{words}</b>
                  {by !== undefined && <small dir="auto">{personWords(speaking, by)}</small>}
                </span>
                {moment && <time dateTime={moment.at}>{dates.short(moment.at, Date.parse(moment.at))}</time>}
              </button>
              {beside.length > 0 && (
                <ul>
                  {beside.map((line) => (
                    <li key={`${line.caseId} ${line.revision}`} data-time={line.timer !== undefined || undefined}>
                      <bdi>{lineWords(line, speaking)}</bdi>
                    </li>
                  ))}
                </ul>
              )}
              {problems.map((problem) => {
                const what = problemWords(problem, speaking);
                const why = reasonWords(problem, speaking);
                return (
                  <p key={what} className={styles.problem}>
                    <Icon of={TriangleAlert} />
                    <span>
                      {what}
                      {why !== undefined && <small>{why}</small>}
                    </span>
                  </p>
                );
              })}
            </li>
          );
        })}
      </ol>
      {story.before && (
        <Button kind="link" icon={RotateCcw} onPress={onBringBack}>
          {say('trial.bring-back', { count: story.before.script.steps.length - story.upTo + 1 })}
        </Button>
      )}
    </section>
  );
}

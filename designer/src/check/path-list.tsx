import { ArrowLeft } from 'lucide-react';
import { Button } from '../base/button.tsx';
import styles from './check.module.css';
import { messageWords } from './message-words.ts';
import own from './path-list.module.css';
import { stepWords, toldSoFar } from './path-words.ts';
import { type SpeakingOfDraft, stepName } from './speaking.ts';
import type { Check, PlayedPath } from './use-check.ts';
import { VerdictChip } from './verdict-chip.tsx';

/** The run that breaks a rule as a numbered list: each step a sentence with its day, the last one why it breaks here. */
export function PathList({
  played,
  go,
  speaking,
  onChoose,
}: {
  readonly played: PlayedPath;
  readonly go: Check['go'];
  readonly speaking: SpeakingOfDraft;
  readonly onChoose: (element: string) => void;
}) {
  const { say, text } = speaking;
  const { rule, failure, way, step } = played;
  const { path } = failure;
  const { words } = rule;
  const ways = rule.failures.filter((one) => one.path.length > 0);
  return (
    <section className={own.path} aria-labelledby="check-path">
      <Button forReaders kind="link" icon={ArrowLeft} turn onPress={() => go({ rule: rule.rule })}>
        {say('check.back')}
      </Button>
      <p className={styles.line}>
        <VerdictChip verdict={rule.verdict} />
        <span className={styles.severity}>{say(`check.severity.${rule.severity}`)}</span>
      </p>
      <h3 id="check-path" className={styles.requirement}>
        {text(words.requirement)}
      </h3>
      {rule.verdict === 'possible' && <p className={styles.quiet}>{say('check.possible-why')}</p>}
      {ways.length > 1 && (
        <div className={own.ways} role="toolbar" aria-label={say('check.path.ways')}>
          <span>{say('check.path.other-ways', { count: ways.length - 1 })}</span>
          {ways.map((one, index) => (
            <button
              key={one.element + one.path.map(({ step: at }) => at).join(' ')}
              type="button"
              aria-pressed={one === failure}
              aria-label={say('check.path.way', { number: index + 1, count: ways.length })}
              onClick={() => go({ rule: rule.rule, way: rule.failures.indexOf(one), step: 0 })}
            >
              {say('check.number', { number: index + 1 })}
            </button>
          ))}
        </div>
      )}
      <ol className={own.steps}>
        {path.map((one, index) => {
          const { what, beside } = stepWords(path, index, speaking);
          const isLast = index === path.length - 1;
          return (
            // A run may come to the same step twice: its place is what it is known by.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index} data-now={index === step || undefined} {...(index === step ? { 'aria-current': 'step' as const } : {})}>
              <button type="button" className={own.to} onClick={() => go({ rule: rule.rule, way, step: index })}>
                <span className={own.bead} aria-hidden="true">
                  {say('check.number', { number: index + 1 })}
                </span>
                <span>
                  <small>{say('check.path.day', { day: Math.floor(one.day) })}</small>
                  {what}
                </span>
              </button>
              {beside.map((line) => (
                <p key={line} className={styles.quiet}>
                  {line}
                </p>
              ))}
              {isLast && (
                <p className={own.breaks}>
                  <b>{say('check.path.breaks')}</b> {messageWords(words.message, failure, speaking)}
                  {rule.isAboutTelling && <span className={own.soFar}>{toldSoFar(path, speaking)}</span>}
                </p>
              )}
              {one.step !== '' && (
                <Button forReaders kind="link" onPress={() => onChoose(one.step)}>
                  {say('check.path.open', { step: stepName(speaking, one.step) })}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

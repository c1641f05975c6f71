import { ChevronFirst, ChevronLeft, ChevronRight, Pause, Play, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import type { ProcedureTree } from '../model/tree.ts';
import { messageWords } from './message-words.ts';
import styles from './path-bar.module.css';
import { stepWords } from './path-words.ts';
import type { Check, PlayedPath } from './use-check.ts';
import { useSpeaking } from './use-speaking.ts';

/** So long a step stays while the run plays by itself. */
const stepMs = 2_400;

/** Plays the run that breaks a rule over the map or the outline, step by step or by itself; Escape puts it away. */
export default function PathBar({
  played,
  check,
  definition,
  tree,
}: {
  readonly played: PlayedPath;
  readonly check: Pick<Check, 'go' | 'isCalled'>;
  readonly definition: object;
  readonly tree: ProcedureTree;
}) {
  const say = useWords();
  const speaking = useSpeaking(definition, tree);
  const { rule, failure, way, step } = played;
  const { path } = failure;
  const last = path.length - 1;
  const [isPlaying, setPlaying] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const { go, isCalled } = check;
  const to = (next: number) => go({ rule: rule.rule, way, step: Math.max(0, Math.min(next, last)) });
  const latest = useRef({ to, end: () => go({ rule: rule.rule }) });
  latest.current = { to, end: () => go({ rule: rule.rule }) };
  useEffect(() => {
    if (!isPlaying) return;
    if (step >= last) {
      setPlaying(false);
      return;
    }
    const next = setTimeout(() => latest.current.to(step + 1), stepMs);
    return () => clearTimeout(next);
  }, [isPlaying, step, last]);
  useEffect(() => {
    if (isCalled) bar.current?.focus();
  }, [isCalled]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]'))
        return;
      latest.current.end();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const press = (next: number) => () => {
    setPlaying(false);
    to(next);
  };
  return (
    <section ref={bar} tabIndex={-1} className={styles.bar} aria-label={say('check.path.label')} aria-description={say('check.path.keys')}>
      <div className={styles.tools} role="toolbar" aria-label={say('check.path.label')}>
        <Button forReaders kind="quiet" icon={ChevronFirst} turn label={say('check.path.first')} onPress={press(0)} />
        <Button forReaders kind="quiet" icon={ChevronLeft} turn label={say('check.path.previous')} onPress={press(step - 1)} />
        <Button
          forReaders
          icon={isPlaying ? Pause : Play}
          turn
          label={say(isPlaying ? 'check.path.pause' : 'check.path.play')}
          onPress={() => {
            if (!isPlaying && step === last) to(0);
            setPlaying(!isPlaying);
          }}
        />
        <Button forReaders kind="quiet" icon={ChevronRight} turn label={say('check.path.next')} onPress={press(step + 1)} />
      </div>
      <p className={styles.words} role="status">
        <small>{say('check.path.at', { number: step + 1, count: path.length, day: Math.floor(path[step]?.day ?? 0) })}</small>
        <span>
          {stepWords(path, step, speaking).what}
          {step === last && (
            <span className={styles.why}>
              {' '}
              {say('check.path.breaks')} {messageWords(rule.words.message, failure, speaking)}
            </span>
          )}
        </span>
      </p>
      <span className={styles.dots} aria-hidden="true">
        {path.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
          <i key={index} data-now={index === step || undefined} />
        ))}
      </span>
      <Button forReaders kind="quiet" icon={X} label={say('check.path.end')} onPress={() => go({ rule: rule.rule })} />
    </section>
  );
}

import { useWords } from '../language/words.tsx';
import styles from './severity-bars.module.css';

/** Severity 1 to 4 as ink bars and a word, never a colour. */
export function SeverityBars({ severity, wordHidden = false }: { readonly severity: number; readonly wordHidden?: boolean }) {
  const say = useWords();
  const level = Math.min(4, Math.max(1, Math.round(severity)));
  const word = say(words[level - 1] ?? 'severity.1');
  return (
    <span className={styles.severity} {...(wordHidden ? { role: 'img', 'aria-label': word } : {})}>
      <span className={styles.bars} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} className={bar <= level ? styles.on : ''} style={{ blockSize: `${(3 + bar * 2.5) / 16}rem` }} />
        ))}
      </span>
      {!wordHidden && word}
    </span>
  );
}

const words = ['severity.1', 'severity.2', 'severity.3', 'severity.4'] as const;

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Icon } from './icon.tsx';

export type Tone = 'neutral' | 'line' | 'accent' | 'time' | 'good' | 'negative' | 'danger' | 'task' | 'decision' | 'external';

/** A fact, not a button: icon and word, so that colour is never alone. At most three in a row. */
export function Chip({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {icon && <Icon of={icon} size={12} />}
      {children}
    </span>
  );
}

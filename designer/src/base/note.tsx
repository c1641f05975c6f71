import { CircleCheck, Clock, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './note.module.css';

export type NoteTone = 'neutral' | 'accent' | 'time' | 'good' | 'bad';

/** A sentence beside the work: what to know, what went wrong, what comes next. `live` reads it out when it appears. */
export function Note({ tone = 'neutral', icon, children, live = false, actions }: NoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} {...(live ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}>
      <Icon of={icon ?? iconOf[tone]} />
      <div className={styles.words}>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

interface NoteProps {
  readonly tone?: NoteTone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
  readonly live?: boolean;
  readonly actions?: ReactNode;
}

const iconOf: Readonly<Record<NoteTone, LucideIcon>> = { neutral: Info, accent: Info, time: Clock, good: CircleCheck, bad: TriangleAlert };

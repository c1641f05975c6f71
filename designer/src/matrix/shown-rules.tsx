import type { ReactNode } from 'react';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import styles from './matrix.module.css';

/** How many rules are shown, and they. Where a row goes because somebody signed, the next one has the focus; after the last, their number. */
export function ShownRules({ count, children }: { readonly count: string; readonly children: ReactNode }) {
  const place = useKeptFocus<HTMLDivElement>('[data-kept]');
  return (
    <div className={styles.shown} ref={place} tabIndex={-1}>
      <p className={styles.count} role="status" tabIndex={-1} data-kept>
        {count}
      </p>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './outline.module.css';

/** A key, as it stands on the keyboard. */
export const Kbd = ({ children }: { readonly children: ReactNode }) => (
  <kbd lang="en" className={styles.kbd}>
    {children}
  </kbd>
);

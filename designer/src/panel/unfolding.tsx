import { type ReactNode, useState } from 'react';
import styles from './panel.module.css';

/** What is seldom said: it begins open where something is. Then it is the reader's, so that what he empties takes nothing away from under his hands. */
export function Unfolding({
  title,
  isSaid,
  children,
}: {
  readonly title: ReactNode;
  readonly isSaid: boolean;
  readonly children: ReactNode;
}) {
  const [opened, setOpened] = useState(isSaid);
  return (
    <details className={styles.more} open={opened} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{title}</summary>
      <section>{children}</section>
    </details>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../language/words.tsx';
import styles from './page.module.css';

/**
 * A page: its title in the tab and as the one h1, which takes the focus when the page opens, so that a screen reader starts there.
 * `plain` leaves the layout to the page itself (lists with a panel beside them).
 */
export function Page({ title, of = '', lead, above, beside, actions, children, width = 'normal' }: PageProps) {
  useTitle(of === '' ? title : `${title} – ${of}`);
  return (
    <div className={`${styles.page} ${styles[width]}`}>
      <header className={styles.header}>
        <div className={styles.words}>
          {above && <div className={styles.above}>{above}</div>}
          <PageHeading>{title}</PageHeading>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {beside ? (
        <div className={styles.columns}>
          <div className={styles.main}>{children}</div>
          <aside className={styles.beside}>{beside}</aside>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

export interface PageProps {
  readonly title: string;
  /** The one of several that the page is about: several tabs are told apart by it. */
  readonly of?: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** Where one is: the way back. */
  readonly above?: ReactNode;
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `narrow` for forms of one column, `wide` for tables. */
  readonly width?: 'narrow' | 'normal' | 'wide';
}

/** The h1 of a page that has a layout of its own. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field that asks for the focus itself (sign in) keeps it.
    if (!document.activeElement || document.activeElement === document.body || document.activeElement.closest('nav, [data-navigates]'))
      heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  );
}

/** Title of the tab: the page first, then where one is. */
export function useTitle(title: string): void {
  const say = useWords();
  const whole = say('page.title', { title });
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}

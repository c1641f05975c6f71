import { useEffect } from 'react';
import unseen from '../base/unseen.module.css';
import type { OutlineActs } from './outline-acts.ts';
import styles from './told.module.css';

/** Long enough to be read twice; the next act takes it away earlier. */
const shownMs = 10_000;

/** What was done or refused last, for whoever hears the page; seen as well where nothing on the page would show it: a refusal, or a hint. */
export function Told({ acts: { told, isShown, hide } }: { readonly acts: Pick<OutlineActs, 'told' | 'isShown' | 'hide'> }) {
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(hide, shownMs);
    return () => clearTimeout(timer);
  });
  return (
    <p className={isShown ? styles.told : unseen.unseen} role="status">
      {told}
    </p>
  );
}

import type { MessageId } from '../language/messages.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import type { OfferView } from '../server/shapes/work.ts';
import styles from './outcome.module.css';

const reasons: Readonly<Record<string, MessageId>> = {
  role: 'outcome.because.role',
  excluded: 'outcome.because.excluded',
  claimed: 'outcome.because.claimed',
  condition: 'outcome.because.condition',
};

/** What cannot be pressed now, and why not. */
export function ImpossibleOutcome({ offer }: { readonly offer: OfferView }) {
  const say = useWords();
  const text = useText();
  const reason = say(reasons[offer.because ?? ''] ?? 'outcome.because.other');
  return (
    <p className={styles.impossible}>
      <Words id="outcome.impossible" facts={{ outcome: text(offer.label), reason }} />
    </p>
  );
}

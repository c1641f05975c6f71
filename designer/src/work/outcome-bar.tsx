import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useText, Words } from '../language/words.tsx';
import type { OfferView } from '../server/shapes/work.ts';
import { ImpossibleOutcome } from './impossible-outcome.tsx';
import styles from './outcome.module.css';
import { leadingOf, lookOf } from './outcome-look.ts';

interface OutcomeBarProps {
  readonly offers: readonly OfferView[];
  /** Event whose request is on the way. */
  readonly busy: string | undefined;
  /** Whether the first good outcome is the one primary button of the view. */
  readonly leads: boolean;
  /** Stays in sight at the bottom of a long form. */
  readonly sticky: boolean;
  readonly onPress: (offer: OfferView) => void;
  readonly children?: ReactNode;
}

/** Buttons that say the outcome; what comes after each, said beside it; and why others cannot be pressed now. */
export function OutcomeBar({ offers, busy, leads, sticky, onPress, children }: OutcomeBarProps) {
  const text = useText();
  const possible = offers.filter((offer) => offer.possible);
  const first = leads ? leadingOf(possible) : undefined;
  const known = possible.filter((offer) => offer.leadsTo !== undefined);
  return (
    <>
      {known.length > 0 ? (
        <Note tone="accent" icon={ArrowRight}>
          {known.map((offer) => (
            <p key={offer.event}>
              <Words id="outcome.leads-to" facts={{ outcome: text(offer.label), step: text(offer.leadsTo) }} />
            </p>
          ))}
        </Note>
      ) : null}
      {offers
        .filter((offer) => !offer.possible && offer.because !== 'role')
        .map((offer) => (
          <ImpossibleOutcome key={`${offer.from} ${offer.event}`} offer={offer} />
        ))}
      <div className={sticky ? `${styles.buttons} ${styles.sticky}` : styles.buttons}>
        {[...possible]
          .sort((one) => (one === first ? -1 : 0))
          .map((offer) => (
            <Button
              key={`${offer.from} ${offer.event}`}
              kind={lookOf(offer, first)}
              {...(offer === first ? { size: 'big' as const } : {})}
              isPending={busy === offer.event}
              onPress={() => onPress(offer)}
            >
              {text(offer.label)}
            </Button>
          ))}
        {children}
      </div>
    </>
  );
}

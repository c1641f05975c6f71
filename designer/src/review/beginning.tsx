import type { JsonObject } from '@redress/engine';
import { useMemo, useState } from 'react';
import { RadioCards } from '../base/radio-cards.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { Drawn } from '../compare/union.ts';
import type { DraftFacts } from '../draft/draft-link.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import styles from './review.module.css';
import { useReviewed } from './use-review.ts';

/** Where the comparison of a draft begins. */
export interface Beginning {
  /** Nothing: the whole procedure is new. */
  readonly drawn: Drawn | undefined;
  readonly name: string;
  /** Since when, in words; empty: the whole procedure is new. */
  readonly since: string;
  readonly isRead: boolean;
  readonly error: Error | null;
  /** Nothing where there is no choice. */
  readonly choice: Choice | undefined;
}
interface Choice {
  readonly isSinceReturned: boolean;
  readonly version: number | undefined;
  readonly onChange: (isSinceReturned: boolean) => void;
}

/** After a draft was sent back the next review begins with what was looked at then; the reader may look from the version in force on. */
export function useBeginning(
  { id, facts }: { readonly id: string; readonly facts: DraftFacts | undefined },
  inForce: { readonly version: number | undefined; readonly drawn: Drawn | undefined; readonly isRead: boolean },
): Beginning {
  const say = useWords();
  const dates = useDates();
  const [isWanted, setWanted] = useState(true);
  const returned = facts?.reviewed;
  const { data, error } = useReviewed(id, returned?.at);
  const reviewed = useMemo(() => data && { definition: data.document as JsonObject, layout: data.layout as JsonObject }, [data]);
  const { version } = inForce;
  if (!returned || !isWanted)
    return {
      drawn: inForce.drawn,
      name: version === undefined ? '' : say('review.version', { version }),
      since: version === undefined ? '' : say('review.since-version', { version }),
      isRead: inForce.isRead,
      error: null,
      choice: returned && { isSinceReturned: false, version, onChange: setWanted },
    };
  const name = isolated(returned.by?.name ?? say('review.person-unknown'));
  return {
    drawn: reviewed,
    name: say('review.returned-then', { name, at: dates.moment(returned.at) }),
    since: say('review.since-returned'),
    isRead: data !== undefined,
    error,
    choice: { isSinceReturned: true, version, onChange: setWanted },
  };
}

/** From where on the reader wants to see what differs. */
export function BeginningChoice({ choice: { isSinceReturned, version, onChange } }: { readonly choice: Choice }) {
  const say = useWords();
  return (
    <div className={styles.beginning}>
      <RadioCards
        label={say('review.since')}
        labelHidden
        look="segments"
        cards={[
          { id: 'returned', name: say('review.since-returned') },
          { id: 'in-force', name: version === undefined ? say('review.since-nothing') : say('review.since-version', { version }) },
        ]}
        value={isSinceReturned ? 'returned' : 'in-force'}
        onChange={(one) => onChange(one === 'returned')}
      />
    </div>
  );
}

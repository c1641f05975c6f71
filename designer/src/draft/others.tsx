import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Avatar } from '../base/avatar.tsx';
import { useWords, Words } from '../language/words.tsx';
import type { Company } from './company.ts';
import styles from './draft.module.css';

/** Who else draws, and at which element; tells them where this reader is. */
export function Others({
  company,
  at,
  nameOf,
}: {
  readonly company: Company;
  readonly at: string | undefined;
  /** What an element is called; nothing if it is not there any more. */
  readonly nameOf: (element: string) => string | undefined;
}) {
  const say = useWords();
  const others = useStore(company.others);
  useEffect(() => company.tell(at ?? ''), [company, at]);
  if (others.length === 0) return null;
  return (
    <ul className={styles.others} aria-label={say('draft.others')}>
      {others.map(({ person, name, element }) => {
        const place = element === undefined ? undefined : nameOf(element);
        return (
          <li key={person}>
            <Avatar name={name} />
            <span>
              {place === undefined ? (
                <bdi>{name}</bdi>
              ) : (
                <Words id="draft.other-at" facts={{ person: <bdi>{name}</bdi>, place: <bdi>{place}</bdi> }} />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

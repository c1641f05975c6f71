import type { ReactNode } from 'react';
import { useWords } from '../language/words.tsx';

/** In a list of facts: what the reader did, and what the other person did. */
export function TwoSides({ person, mine, theirs }: { readonly person: string; readonly mine: ReactNode; readonly theirs: ReactNode }) {
  const say = useWords();
  return (
    <>
      <div>
        <dt>{say('draft.yours')}</dt>
        <dd>{mine}</dd>
      </div>
      <div>
        <dt>
          <bdi>{person}</bdi>
        </dt>
        <dd>{theirs}</dd>
      </div>
    </>
  );
}

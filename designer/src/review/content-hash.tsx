import { useWords } from '../language/words.tsx';

/** Enough of a version's hash to tell two apart; no words of any language. */
export function ContentHash({ hash }: { readonly hash: string }) {
  const say = useWords();
  return (
    <span>
      {say('review.hash')}{' '}
      <bdi dir="ltr" lang="zxx">
        {hash.slice(0, 4)}…{hash.slice(-4)}
      </bdi>
    </span>
  );
}

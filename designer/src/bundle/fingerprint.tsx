import { useQuery } from '@tanstack/react-query';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import { readSigningKey } from '../server/bundles.ts';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './bundle.module.css';

/** The fingerprint of the organisation's key, in groups of four as people compare it. */
export function Fingerprint() {
  const say = useWords();
  const key = useQuery({
    queryKey: keys.signingKey,
    queryFn: async () => answerOf(await readSigningKey()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (key.error) return <ProblemNote problem={problemOf(key.error)} onRetry={() => void key.refetch()} />;
  if (!key.data) return <SkeletonRows rows={1} />;
  return (
    <dl className={styles.fingerprint}>
      <dt>{say('bundle.fingerprint')}</dt>
      <dd>
        <code dir="ltr" lang="zxx">
          {key.data.fingerprint.match(/.{1,4}/g)?.join(' ')}
        </code>
      </dd>
    </dl>
  );
}

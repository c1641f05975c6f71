import type { JsonObject } from '@redress/engine';
import { Eye, ShieldAlert } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import type { Permit } from '../compare/change.ts';
import { permitWords } from '../compare/permit-words.ts';
import { useComparing } from '../compare/use-comparing.ts';
import { useWords } from '../language/words.tsx';
import styles from './review.module.css';

/** First of all, whoever approves sees what people and cases may do from now on that they might not before. */
export function Permits({
  permits,
  before,
  after,
  onChoose,
}: {
  readonly permits: readonly Permit[];
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly onChoose: (element: string) => void;
}) {
  const say = useWords();
  const comparing = useComparing(before, after);
  return (
    <section className={styles.part}>
      <h2>{say('review.allowed')}</h2>
      {permits.length === 0 ? (
        <p className={styles.none}>
          <Icon of={Eye} />
          {say('review.allowed-nothing')}
        </p>
      ) : (
        <ul className={styles.permits}>
          {permits.map((permit) => (
            <li key={`${permit.kind} ${permit.element} ${permit.ids.join(' ')}`}>
              <Icon of={ShieldAlert} />
              <Button kind="link" onPress={() => onChoose(permit.element)}>
                {permitWords(permit, comparing)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { CheckCheck } from 'lucide-react';
import { Chip } from '../base/chip.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import type { VersionFinding } from '../server/shapes/definitions.ts';
import own from './comments.module.css';
import { FindingWords } from './finding.tsx';
import styles from './review.module.css';
import { Said } from './said.tsx';

/** What was found in the review of a version, as it was settled: about what, how grave, by which clause, what was answered. */
export function KeptFindings({
  procedure,
  version,
  findings,
}: {
  readonly procedure: string;
  readonly version: number;
  readonly findings: readonly VersionFinding[];
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const placeOf = ({ element, called = {} }: VersionFinding): string => {
    if (element === '') return say('review.comment-whole');
    const [step, way] = [text(called.name), text(called.way)];
    return way === '' ? step || element : say('problems.way', { way: isolated(way), step: isolated(step || say('outline.procedure')) });
  };
  return (
    <ul>
      {findings.map((one) => (
        <li key={one.id} className={own.thread}>
          <FindingWords finding={one.finding} proof={{ procedure, of: String(version) }} />
          <bdi dir="auto">{placeOf(one)}</bdi>
          <Said {...one} />
          {one.replies.map((reply) => (
            <Said key={`${reply.at} ${reply.person?.id ?? ''}`} {...reply} />
          ))}
          {one.resolved && (
            <div className={styles.acts}>
              <Chip tone="good" icon={CheckCheck}>
                {say('review.seen', { name: isolated(one.resolved.person?.name ?? say('review.person-unknown')) })}
              </Chip>
              <time className={styles.quiet} dateTime={one.resolved.at}>
                {dates.moment(one.resolved.at)}
              </time>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

import type { Clause } from '@redress/definitions';
import { Link } from '@tanstack/react-router';
import { Flag } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { useLedTo } from '../base/use-led-to.ts';
import { useDates } from '../calendar/use-dates.ts';
import type { SpeakingOfDraft } from '../check/speaking.ts';
import { placeName } from '../findings/draft-problems.ts';
import { isolated } from '../language/isolated.ts';
import { useLanguage } from '../language/words.tsx';
import { clauseNumber } from '../proof/clause-number.ts';
import type { VersionFinding } from '../server/shapes/definitions.ts';
import styles from './matrix.module.css';
import own from './open-findings.module.css';

/** A clause above its rules, with what is open of it in the review; for an officer the button that raises a finding about it. */
export function ClauseRows({
  id,
  clause,
  columns,
  open,
  isMeant,
  speaking,
  onRaise,
}: {
  readonly id: string;
  readonly clause: Clause;
  /** How many the table has. */
  readonly columns: number;
  readonly open: readonly VersionFinding[];
  /** Somebody came for it. */
  readonly isMeant: boolean;
  readonly speaking: SpeakingOfDraft;
  readonly onRaise: (() => void) | undefined;
}) {
  const { say, text } = speaking;
  const language = useLanguage();
  const number = clauseNumber(language, clause.number);
  const row = useLedTo<HTMLTableRowElement>(isMeant);
  return (
    <>
      <tr ref={row} className={styles.clause} data-meant={isMeant || undefined} tabIndex={-1}>
        <th scope="rowgroup" colSpan={onRaise ? columns - 1 : columns}>
          {number} <bdi>{text(clause.title)}</bdi>
        </th>
        {onRaise && (
          <td>
            <Button kind="link" icon={Flag} label={`${say('matrix.raise')}: ${number}`} onPress={onRaise}>
              {say('matrix.raise')}
            </Button>
          </td>
        )}
      </tr>
      {open.length > 0 && (
        <tr>
          <td colSpan={columns}>
            <ul className={own.found}>
              {open.map((finding) => (
                <OpenFinding key={finding.id} id={id} finding={finding} speaking={speaking} />
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

/** How grave it is, in whose words, and where it is settled. */
function OpenFinding({
  id,
  finding,
  speaking,
}: {
  readonly id: string;
  readonly finding: VersionFinding;
  readonly speaking: SpeakingOfDraft;
}) {
  const { say, tree } = speaking;
  const dates = useDates();
  const { grade } = finding.finding;
  const place = finding.element === '' ? say('review.comment-whole') : placeName(tree, finding.element, speaking);
  return (
    <li data-grade={grade}>
      <p>
        <strong>{say(`review.grade-${grade}`)}</strong>{' '}
        <small>
          {say('review.by', { name: isolated(finding.person?.name ?? say('review.person-unknown')), at: dates.moment(finding.at) })}
        </small>
      </p>
      <p className={styles.said} dir="auto">
        {finding.text}
      </p>
      <Link to="/procedures/$procedure/review" params={{ procedure: id }} search={{ at: finding.element }} hash={finding.id}>
        {say('matrix.finding-review', { place: isolated(place) })}
      </Link>
    </li>
  );
}

import { clauseOf } from '@redress/definitions';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Note } from '../base/note.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isEverything, periodIn } from '../calendar/usual-periods.ts';
import { groupsOf } from '../check/check-groups.ts';
import { LawCatalogue } from '../check/law-catalogue.tsx';
import { LawLabel, useGroupName } from '../check/law-words.tsx';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import { drewIn } from '../review/drew-in.ts';
import { problemOf } from '../server/problem.ts';
import { NotFound } from '../shell/not-found.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { CountedVersion } from './counted-version.tsx';
import { Deviations } from './deviations.tsx';
import { useFound } from './found.ts';
import styles from './matrix.module.css';
import { isWaived, keepsBack, type MatrixFilter, matrixRows, shownRows } from './matrix-rows.ts';
import { MatrixShares } from './matrix-shares.tsx';
import { type SideName, useMatrixSide } from './matrix-side.ts';
import { MatrixTable } from './matrix-table.tsx';
import { OperationPeriod } from './operation-period.tsx';
import { ShownRules } from './shown-rules.tsx';
import { useSigned } from './signed.ts';
import { useOperation } from './use-operation.ts';
import { useWaiving } from './waiving.ts';

interface Place {
  readonly standard?: string | undefined;
  readonly show?: string | undefined;
  /** The rule whose breaking run is unfolded. */
  readonly rule?: string | undefined;
  /** The clause that somebody came for. */
  readonly clause?: string | undefined;
  /** The days between which complaints were received whose cases are counted. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One procedure as it is in a version or in the draft against every rule that concerns it; beside it what another one made of the same rules. */
export function Matrix({
  id,
  of,
  compared,
  place,
  go,
}: {
  readonly id: string;
  readonly of: SideName;
  readonly compared: SideName | undefined;
  readonly place: Place;
  readonly go: (more: Readonly<Record<string, string | undefined>>) => void;
}) {
  const say = useWords();
  const nameOf = useGroupName(say('matrix.no-standard'));
  const today = useDates().localDay(useNow());
  const side = useMatrixSide(id, of);
  const other = useMatrixSide(id, compared);
  const { attestations, waivers, again } = useSigned(id);
  const period = periodIn(place);
  const { operation, isAsked } = useOperation(id, of, period);
  const waiving = useWaiving(side);
  const found = useFound(id, of);
  const others = compared === undefined ? undefined : other.checked.answer?.rules;
  const { drawn } = side;
  const { answer, state } = side.checked;
  const rows = useMemo(
    () =>
      matrixRows({
        rules: answer?.rules ?? [],
        ...(others ? { others } : {}),
        attestations: attestations.data ?? [],
        // What somebody waived who drew lifts nothing.
        waivers: (waivers.data ?? []).filter(({ person }) => !drawn || !drewIn(drawn, person?.id)),
        ...(operation.data ? { operation: operation.data } : {}),
      }),
    [answer, others, attestations.data, waivers.data, drawn, operation.data],
  );
  const failed = side.error ?? other.error ?? attestations.error ?? waivers.error;
  const isUsed = operation.data !== undefined && operation.data.cases > 0;
  if (side.error && problemOf(side.error).status === 404) return <NotFound />;
  if (failed)
    return <ProblemNote problem={problemOf(failed)} onRetry={() => [side.retry, other.retry, again].forEach((retry) => void retry())} />;
  if (side.document && state === 'stopped') return <Stopped id={id} />;
  if (state === 'failed') return <Note tone="bad">{say('check.failed')}</Note>;
  if (!side.document || !answer || state !== 'checked' || (compared !== undefined && !others)) return <Checking />;
  if (rows.length === 0) return <p className={styles.quiet}>{say('matrix.none')}</p>;
  const filters: readonly MatrixFilter[] = others ? ['all', 'mine', 'changed'] : ['all', 'mine'];
  const filter = filters.find((one) => one === place.show) ?? 'all';
  const all = groupsOf(answer.rules);
  const standards = all.map(({ name }) => name ?? sound);
  const standard =
    standards.find((one) => one === (place.standard ?? clauseOf(place.clause ?? '')?.standard)) ??
    standards.find((one) => one !== sound) ??
    sound;
  const groups = groupsOf(shownRows(rows, filter, today).map(({ rule }) => rule));
  const groupOf = (name: string) => groups.find((one) => (one.name ?? sound) === name);
  const count = (name: string) => groupOf(name)?.clauses.reduce((sum, { rules }) => sum + rules.length, 0) ?? 0;
  const group = groupOf(standard);
  const isHeldBack = rows.some((row) => keepsBack(row, today) && !isWaived(row, today));
  return (
    <>
      <MatrixShares answer={answer} rows={rows} today={today} isUsed={isUsed} />
      {isAsked && (
        <OperationPeriod
          period={period}
          cases={operation.isPlaceholderData ? undefined : operation.data?.cases}
          onChange={({ from, to }) => go({ from, to })}
        />
      )}
      {isAsked && <CountedVersion id={id} version={Number(of)} operation={operation.data} />}
      <div className={styles.tools}>
        <RadioCards
          label={say('matrix.standard')}
          labelHidden
          look="segments"
          cards={all.map((one) => ({
            id: one.name ?? sound,
            name: nameOf(one),
            note: say('check.number', { number: count(one.name ?? sound) }),
          }))}
          value={standard}
          onChange={(name) => go({ standard: name, rule: undefined })}
        />
        <RadioCards
          label={say('matrix.show')}
          labelHidden
          look="segments"
          cards={filters.map((one) => ({ id: one, name: say(`matrix.show-${one}`) }))}
          value={filter}
          onChange={(one) => go({ show: one, rule: undefined })}
        />
      </div>
      <ShownRules
        count={
          group ? say('matrix.shown', { count: count(standard) }) : say(filter === 'changed' ? 'matrix.changed-none' : 'matrix.none-mine')
        }
      >
        {found.open.length > 0 && (
          <p className={styles.quiet}>
            <Link to="/procedures/$procedure/review" params={{ procedure: id }}>
              {say('matrix.findings-open', { count: found.open.length })}
            </Link>
          </p>
        )}
        {(found.raising === 'later' || found.raising === 'approved') && (
          <p className={styles.quiet}>{say(`matrix.raising-${found.raising}`)}</p>
        )}
        {isHeldBack && (waiving === 'version' || waiving === 'drew') && <p className={styles.quiet}>{say(`matrix.waiving-${waiving}`)}</p>}
        <LawCatalogue isNeeded={group?.law !== undefined}>
          {group?.law && (
            <p className={styles.quiet}>
              <LawLabel law={group.law} />
            </p>
          )}
          {group && (
            <MatrixTable
              id={id}
              group={group}
              rows={rows}
              definition={side.document.definition}
              isDraft={of === 'draft'}
              isUsed={isUsed}
              waives={waiving === 'may'}
              found={found}
              meant={place.clause}
              today={today}
              opened={place.rule}
              onOpen={(rule) => go({ rule })}
              onSigned={again}
            />
          )}
        </LawCatalogue>
      </ShownRules>
      {operation.data && <Deviations operation={operation.data} definition={side.document.definition} isOfPeriod={!isEverything(period)} />}
      {operation.error && <ProblemNote problem={problemOf(operation.error)} onRetry={() => void operation.refetch()} />}
      <p className={styles.quiet}>
        {say('matrix.footer', {
          packs: answer.packs.map(({ id, version }) => isolated(`${id} ${version}`)).join(say('list.separator')),
        })}
      </p>
    </>
  );
}

/** Rules that no standard asks for stand under a name of their own. */
const sound = 'sound';

function Stopped({ id }: { readonly id: string }) {
  const say = useWords();
  return (
    <Note tone="bad">
      {say('matrix.stopped')}{' '}
      <Link to="/procedures/$procedure/outline" params={{ procedure: id }} search={{ check: 'all' }}>
        {say('matrix.stopped-draft')}
      </Link>
    </Note>
  );
}

function Checking() {
  const say = useWords();
  return (
    <>
      <p className={styles.quiet} role="status">
        {say('matrix.checking')}
      </p>
      <SkeletonRows rows={10} />
    </>
  );
}

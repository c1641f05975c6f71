import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Menu } from '../base/menu.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { confirm } from '../base/toast.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import { HistoryLines } from '../draft/history-lines.tsx';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import { useRetirement } from '../procedures/retirement.ts';
import { problemOf } from '../server/problem.ts';
import { republishDraft } from '../server/procedures.ts';
import type { RunningCases, VersionRow } from '../server/shapes/definitions.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ContentHash } from './content-hash.tsx';
import styles from './review.module.css';
import { StayingCases } from './staying-cases.tsx';
import { useVersionHistory, VersionFindings } from './version-findings.tsx';
import own from './versions.module.css';

/** One version: whether it counts, who made it, when and why, and what can be done with it. */
export function VersionCard({
  id,
  version,
  running,
  others,
  before,
  mayPublish,
  onCompare,
}: {
  readonly id: string;
  readonly version: VersionRow;
  /** Cases by each version; nothing where the reader is not told. */
  readonly running: RunningCases | undefined;
  /** What it can be compared with: numbers of versions, `draft`. */
  readonly others: readonly string[];
  readonly before: number | undefined;
  /** Whether the reader may publish it anew; where a newer version is to come that takes it back. */
  readonly mayPublish: boolean;
  readonly onCompare: (from: string, to: string) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  const retirement = useRetirement();
  const number = version.version;
  const cases = running?.versions.find((one) => one.version === number)?.cases;
  const { publishedAt, validFrom, inForce, state } = version;
  const bringBack = async (why: string) => {
    const answer = await republishDraft(id, number, { why });
    if (!answer.ok) return answer.problem;
    confirm(say('review.brought-back', { version: answer.value.version }));
    return undefined;
  };
  return (
    <li className={own.version}>
      <header>
        <h2>{say('review.version', { version: number })}</h2>
        {inForce ? (
          <Chip tone="good">{say('review.in-force')}</Chip>
        ) : state === 'retired' ? (
          <Chip tone="line">{say('review.retired')}</Chip>
        ) : validFrom !== undefined && Date.parse(validFrom) > now ? (
          <Chip tone="time">{say('review.in-force-from', { at: dates.moment(validFrom) })}</Chip>
        ) : (
          <Chip tone="line">{say('review.older')}</Chip>
        )}
        {version.restores !== undefined && <span>{say('review.restores', { version: version.restores })}</span>}
        {cases !== undefined && <span>{say('review.cases', { count: cases })}</span>}
      </header>
      <p className={own.made}>
        {publishedAt !== undefined && <time dateTime={publishedAt}>{dates.moment(publishedAt)}</time>}
        {version.shippedWith !== undefined && <span>{say('review.shipped', { version: version.shippedWith })}</span>}
        {version.publishedBy && <span>{say('review.published-by', { name: isolated(version.publishedBy.name) })}</span>}
        {version.retiredAt !== undefined && <span>{retirement(version)}</span>}
        {version.approvedBy && <span>{say('review.approved-by', { name: isolated(version.approvedBy.name) })}</span>}
        <ContentHash hash={version.hash} />
      </p>
      {version.why !== undefined && (
        <p className={own.why} dir="auto">
          {version.why}
        </p>
      )}
      {version.retiredWhy !== undefined && (
        <p className={own.why}>
          {say('review.retired')}: <q dir="auto">{version.retiredWhy}</q>
        </p>
      )}
      {version.findings && <VersionFindings id={id} version={number} counts={version.findings} />}
      <div className={styles.acts}>
        {before !== undefined && <Button onPress={() => onCompare(String(before), String(number))}>{say('review.changes')}</Button>}
        {others.length > 0 && (
          <Menu
            label={say('review.compare-to')}
            groups={[
              {
                id: 'others',
                entries: others.map((other) => ({
                  id: other,
                  name: other === 'draft' ? say('review.draft-now') : say('review.version', { version: Number(other) }),
                })),
              },
            ]}
            onAction={(other) => (other === 'draft' ? onCompare(String(number), other) : onCompare(other, String(number)))}
          >
            <Button>{say('review.compare-to')}</Button>
          </Menu>
        )}
        <Button kind="quiet" onPress={() => setOpen(!open)}>
          {say(open ? 'review.history-less' : 'review.history-of')}
        </Button>
        {mayPublish && (
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {say('review.bring-back', { version: number })}
          </Button>
        )}
      </div>
      {open && <Done id={id} version={number} />}
      {asking && (
        <ReasonDialog
          title={say('review.bring-back', { version: number })}
          words={say('review.bring-back-words')}
          label={say('review.why-again')}
          act={say('review.bring-back-act')}
          keep={say('review.keep')}
          onAct={bringBack}
          onClose={() => setAsking(false)}
        >
          <StayingCases running={running} />
        </ReasonDialog>
      )}
    </li>
  );
}

/** Who drew what for it. */
function Done({ id, version }: { readonly id: string; readonly version: number }) {
  const query = useVersionHistory(id, version);
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  return query.data ? <HistoryLines history={query.data} /> : <SkeletonRows rows={3} />;
}

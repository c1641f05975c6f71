import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { Chip } from '../base/chip.tsx';
import { DueLabel } from '../base/due-label.tsx';
import { SeverityBars } from '../base/severity-bars.tsx';
import unseen from '../base/unseen.module.css';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { CaseStatus } from '../case/case-status.tsx';
import { matterOf } from '../case/matter.ts';
import { useText, useWords } from '../language/words.tsx';
import type { CaseRow } from '../server/shapes/cases.ts';
import styles from './cases.module.css';
import type { SteadyRow } from './steady-rows.ts';

/** Cases as a table; the matter is the way to the case. */
export function CaseTable({ rows }: { readonly rows: readonly SteadyRow<CaseRow>[] }) {
  const say = useWords();
  return (
    <table className={styles.table}>
      <caption className={unseen.unseen}>{say('cases.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('cases.column.due')}</th>
          <th scope="col">{say('cases.column.matter')}</th>
          <th scope="col">{say('cases.column.step')}</th>
          <th scope="col">{say('cases.column.severity')}</th>
          <th scope="col">{say('cases.column.received')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, mark }) => (
          <Row key={row.id} row={row} isNew={mark === 'new'} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, isNew }: { readonly row: CaseRow; readonly isNew: boolean }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const now = useNow();
  return (
    <tr>
      <td className={styles.due}>
        {row.status === 'active' && row.nextDueAt !== undefined ? <DueLabel at={row.nextDueAt} /> : <span className={styles.quiet}>–</span>}
      </td>
      <td className={styles.matter}>
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          <bdi dir="auto">{matterOf(row.title)}</bdi>
        </Link>
        <small>
          {isNew ? <Chip tone="accent">{say('work.new')}</Chip> : null}
          <bdi className={styles.number}>{row.number ?? row.businessKey ?? say('case.no-number')}</bdi>
          <span>{text(row.definitionTitle)}</span>
        </small>
      </td>
      <td className={styles.step}>
        {row.status === 'active' ? (
          row.steps.map((step) => text(step.title)).join(' › ')
        ) : (
          <CaseStatus status={row.status} outcome={row.outcome} />
        )}
        {row.incidents > 0 ? (
          <Chip tone="danger" icon={TriangleAlert}>
            {say('cases.incidents', { count: row.incidents })}
          </Chip>
        ) : null}
      </td>
      <td className={styles.severity}>{row.severity === undefined ? null : <SeverityBars severity={row.severity} />}</td>
      <td className={styles.received}>
        <time dateTime={row.receivedAt} title={dates.moment(row.receivedAt)}>
          {dates.short(row.receivedAt, now)}
        </time>
      </td>
    </tr>
  );
}

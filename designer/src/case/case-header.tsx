import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Ban, ChevronRight, Ellipsis, Route, ScanSearch, Split, TriangleAlert, Workflow } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { DueLabel } from '../base/due-label.tsx';
import { Icon } from '../base/icon.tsx';
import { Menu } from '../base/menu.tsx';
import { SeverityBars } from '../base/severity-bars.tsx';
import { confirm } from '../base/toast.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { PageHeading } from '../shell/page.tsx';
import { holdsRight, inspects, useSession } from '../shell/session.tsx';
import { useIntentKey } from '../work/intent-key.ts';
import { RaceNote } from '../work/lost-race.tsx';
import styles from './case.module.css';
import { RelatedNumber } from './case-children.tsx';
import { cancelCase } from './case-requests.ts';
import { CaseStatus } from './case-status.tsx';
import { Clocks } from './clocks.tsx';
import { matterOf } from './matter.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useOvertaken } from './use-overtaken.ts';

/** Number, matter, where it is, what is due, and the clocks. */
export function CaseHeader({ found }: { readonly found: CaseView }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const session = useSession();
  const [cancelling, setCancelling] = useState(false);
  const mayCancel = found.status === 'active' && holdsRight(session, 'team-lead');
  const where = found.steps.map((step) => text(step.title)).join(' › ');
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <nav aria-label={say('case.where')} className={styles.crumbs}>
          <Link to="/cases">{say('cases.title')}</Link>
          <Icon of={ChevronRight} size={14} turn />
          {found.origin ? (
            <>
              <RelatedNumber related={found.origin} />
              <Icon of={ChevronRight} size={14} turn />
            </>
          ) : null}
          <bdi className={styles.number}>{found.number ?? found.businessKey ?? say('case.no-number')}</bdi>
        </nav>
        {found.severity === undefined ? null : <SeverityBars severity={found.severity} />}
        <span className={styles.version}>
          {text(found.definitionTitle)}
          <Chip tone="line">{say('case.version', { version: dates.number(found.definitionVersion) })}</Chip>
        </span>
        {found.status === 'imported' ? null : (
          <ButtonLink kind="quiet" icon={Workflow} to="/cases/$caseId/map" params={{ caseId: found.id }}>
            {say('case.live-map')}
          </ButtonLink>
        )}
        {found.status === 'active' ? (
          <ButtonLink kind="quiet" icon={Split} to="/cases/$caseId/what-if" params={{ caseId: found.id }}>
            {say('case.what-if')}
          </ButtonLink>
        ) : null}
        {inspects(session) ? (
          <ButtonLink kind="quiet" icon={ScanSearch} to="/inspect/$caseId" params={{ caseId: found.id }}>
            {say('inspect.link')}
          </ButtonLink>
        ) : null}
        {mayCancel ? (
          <Menu
            label={say('case.more')}
            placement="bottom end"
            groups={[{ id: 'acts', entries: [{ id: 'cancel', name: say('case.cancel'), icon: Ban, danger: true }] }]}
            onAction={() => setCancelling(true)}
          >
            <Button kind="quiet" icon={Ellipsis} label={say('case.more')} />
          </Menu>
        ) : null}
      </div>
      <div className={styles.title}>
        <PageHeading>
          <bdi dir="auto">{matterOf(found.title)}</bdi>
        </PageHeading>
        {found.status === 'active' ? (
          <Chip tone="accent" icon={Route}>
            {where}
          </Chip>
        ) : (
          <CaseStatus status={found.status} outcome={found.outcome} />
        )}
        {found.status === 'active' && found.nextDueAt !== undefined ? <DueLabel at={found.nextDueAt} /> : null}
        {found.incidentList.length > 0 ? (
          <Chip tone="danger" icon={TriangleAlert}>
            {say('cases.incidents', { count: found.incidentList.length })}
          </Chip>
        ) : null}
      </div>
      <Clocks caseId={found.id} clocks={found.clocks} />
      {cancelling ? <CancelDialog found={found} onClose={() => setCancelling(false)} /> : null}
    </header>
  );
}

/** Ends the case without its procedure: what ends with it is said before. */
function CancelDialog({ found, onClose }: { readonly found: CaseView; readonly onClose: () => void }) {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intent = useIntentKey();
  const lost = useOvertaken(found, found.status !== 'active');
  return (
    <ReasonDialog
      {...(lost ? { late: <RaceNote problem={lost} /> } : {})}
      isDanger
      title={say('case.cancel-title', { number: found.number ?? matterOf(found.title) })}
      words={say('case.cancel-words', {
        tasks: found.tasks.length,
        timers: found.timers.length,
        children: found.children.filter((child) => child.status === 'active').length,
      })}
      act={say('case.cancel-yes')}
      keep={say('case.cancel-no')}
      onClose={onClose}
      onAct={async (reason) => {
        const answer = await cancelCase(found.id, reason, intent.keyOf({ cancel: found.id, reason }));
        if (!answer.ok) return answer.problem;
        confirm(say('case.cancelled'), { name: say('case.to-list'), run: () => void navigate({ to: '/cases' }) });
        await client.invalidateQueries({ queryKey: keys.case(found.id) });
        await client.invalidateQueries({ queryKey: keys.cases() });
        return undefined;
      }}
    />
  );
}

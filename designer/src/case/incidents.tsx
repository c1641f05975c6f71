import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { confirm } from '../base/toast.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { CaseView, IncidentView } from '../server/shapes/cases.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useIntentKey } from '../work/intent-key.ts';
import styles from './case.module.css';
import { retryIncident, skipIncident } from './case-requests.ts';
import { incidentReason, incidentSubject, isAboutProcedure } from './incident-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** What could not run and waits for a person: what failed, why, and the ways out. */
export function Incidents({ found, mayAct }: { readonly found: CaseView; readonly mayAct: boolean }) {
  const say = useWords();
  const dates = useDates();
  return (
    <>
      {found.incidentList.map((incident) => (
        <section key={incident.id} className={styles.incident} aria-label={say('incident.title')}>
          <p className={styles.incidentHead}>
            <Chip tone="danger" icon={TriangleAlert}>
              {say('incident.title')}
            </Chip>
            <time dateTime={incident.at}>{dates.moment(incident.at)}</time>
          </p>
          <IncidentWords incident={incident} />
          {mayAct || isAboutProcedure(incident) ? <IncidentActs caseId={found.id} incident={incident} /> : <p>{say('incident.told')}</p>}
        </section>
      ))}
    </>
  );
}

/** What failed and why. */
export function IncidentWords({ incident }: { readonly incident: IncidentView }) {
  const text = useText();
  const intl = useIntl();
  return (
    <p>
      {isAboutProcedure(incident) ? (
        <Words id="incident.procedure" facts={{ reason: incidentReason(intl, incident) }} />
      ) : (
        <Words id="incident.what" facts={{ what: incidentSubject(intl, incident, text), reason: incidentReason(intl, incident) }} />
      )}
    </p>
  );
}

interface IncidentActsProps {
  readonly caseId: string;
  readonly incident: IncidentView;
  /** Is told what was done. */
  readonly onDone?: (act: 'retried' | 'skipped') => void;
}

/** Try again, or skip it with a reason. Where the procedure itself cannot run there is neither. */
export function IncidentActs(of: IncidentActsProps) {
  const say = useWords();
  return isAboutProcedure(of.incident) ? <p>{say('incident.procedure-told')}</p> : <EventActs {...of} />;
}

function EventActs({ caseId, incident, onDone }: IncidentActsProps) {
  const say = useWords();
  const text = useText();
  const intl = useIntl();
  const client = useQueryClient();
  const intent = useIntentKey();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [skipping, setSkipping] = useState(false);
  const done = async (act: 'retried' | 'skipped') => {
    intent.done();
    confirm(say(act === 'retried' ? 'incident.retried' : 'incident.skipped'));
    onDone?.(act);
    await Promise.all([keys.case(caseId), keys.incidents].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const retry = async () => {
    setBusy(true);
    const answer = await retryIncident(caseId, incident.id, intent.keyOf({ retry: incident.id }));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await done('retried');
  };
  return (
    <>
      <ProblemNote problem={problem} />
      <p className={styles.buttons}>
        <Button isPending={isBusy} onPress={() => void retry()}>
          {say('incident.retry')}
        </Button>
        <Button kind="quiet" onPress={() => setSkipping(true)}>
          {say('incident.skip')}
        </Button>
      </p>
      {skipping ? (
        <ReasonDialog
          title={say('incident.skip-title', { what: incidentSubject(intl, incident, text) })}
          words={say('incident.skip-words')}
          act={say('incident.skip-yes')}
          keep={say('incident.skip-no')}
          onClose={() => setSkipping(false)}
          onAct={async (reason) => {
            const answer = await skipIncident(caseId, incident.id, reason, intent.keyOf({ skip: incident.id, reason }));
            if (!answer.ok) return answer.problem;
            await done('skipped');
            return undefined;
          }}
        />
      ) : null}
    </>
  );
}

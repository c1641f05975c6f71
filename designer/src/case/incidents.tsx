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
import { incidentReason, incidentSubject } from './incident-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** What could not run and waits for a person: what failed, why, and the ways out. */
export function Incidents({ found, mayAct }: { readonly found: CaseView; readonly mayAct: boolean }) {
  return (
    <>
      {found.incidentList.map((incident) => (
        <Incident key={incident.id} found={found} incident={incident} mayAct={mayAct} />
      ))}
    </>
  );
}

function Incident({ found, incident, mayAct }: { readonly found: CaseView; readonly incident: IncidentView; readonly mayAct: boolean }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const intl = useIntl();
  const client = useQueryClient();
  const intent = useIntentKey();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [skipping, setSkipping] = useState(false);
  const subject = incidentSubject(incident, found, text);
  const done = async (words: string) => {
    intent.done();
    confirm(words);
    await client.invalidateQueries({ queryKey: keys.case(found.id) });
  };
  const retry = async () => {
    setBusy(true);
    const answer = await retryIncident(found.id, incident.id, intent.keyOf({ retry: incident.id }));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await done(say('incident.retried'));
  };
  return (
    <section className={styles.incident} aria-label={say('incident.title')}>
      <p className={styles.incidentHead}>
        <Chip tone="danger" icon={TriangleAlert}>
          {say('incident.title')}
        </Chip>
        <time dateTime={incident.at}>{dates.moment(incident.at)}</time>
      </p>
      <p>
        <Words id="incident.what" facts={{ what: subject, reason: incidentReason(intl, incident) }} />
      </p>
      <ProblemNote problem={problem} />
      {mayAct ? (
        <p className={styles.buttons}>
          <Button isPending={isBusy} onPress={() => void retry()}>
            {say('incident.retry')}
          </Button>
          <Button kind="quiet" onPress={() => setSkipping(true)}>
            {say('incident.skip')}
          </Button>
        </p>
      ) : (
        <p>{say('incident.told')}</p>
      )}
      {skipping ? (
        <ReasonDialog
          title={say('incident.skip-title', { what: subject })}
          words={say('incident.skip-words')}
          act={say('incident.skip-yes')}
          keep={say('incident.skip-no')}
          onClose={() => setSkipping(false)}
          onAct={async (reason) => {
            const answer = await skipIncident(found.id, incident.id, reason, intent.keyOf({ skip: incident.id, reason }));
            if (!answer.ok) return answer.problem;
            await done(say('incident.skipped'));
            return undefined;
          }}
        />
      ) : null}
    </section>
  );
}

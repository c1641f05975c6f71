import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { confirm } from '../base/toast.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { CaseView, IncidentView } from '../server/shapes/cases.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useIntentKey } from '../work/intent-key.ts';
import { RaceNote } from '../work/lost-race.tsx';
import styles from './case.module.css';
import { retryIncident, skipIncident } from './case-requests.ts';
import { incidentReason, incidentSubject, isAboutProcedure } from './incident-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useHeld } from './use-held.ts';
import { useOvertaken } from './use-overtaken.ts';

/** What could not run and waits for a person: what failed, why, and the ways out. */
export function Incidents({ found, mayAct }: { readonly found: CaseView; readonly mayAct: boolean }) {
  const held = useHeld(found.incidentList);
  return [...held.gone, ...found.incidentList].map((incident) => (
    <Incident
      key={incident.id}
      found={found}
      incident={incident}
      mayAct={mayAct}
      isGone={held.gone.includes(incident)}
      onHold={held.onHold}
    />
  ));
}

function Incident({
  found,
  incident,
  mayAct,
  isGone,
  onHold,
}: {
  readonly found: CaseView;
  readonly incident: IncidentView;
  readonly mayAct: boolean;
  /** A colleague decided while somebody here wrote why. */
  readonly isGone: boolean;
  readonly onHold: (id: string, isHeld: boolean) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const { id } = incident;
  const lost = useOvertaken(found, isGone, id);
  const hold = useCallback((isHeld: boolean) => onHold(id, isHeld), [onHold, id]);
  return (
    <section className={styles.incident} aria-label={say('incident.title')}>
      <p className={styles.incidentHead}>
        <Chip tone="danger" icon={TriangleAlert}>
          {say('incident.title')}
        </Chip>
        <time dateTime={incident.at}>{dates.moment(incident.at)}</time>
      </p>
      <IncidentWords incident={incident} />
      {mayAct || isAboutProcedure(incident) ? (
        <IncidentActs caseId={found.id} incident={incident} lost={lost} onAsking={hold} />
      ) : (
        <p>{say('incident.told')}</p>
      )}
    </section>
  );
}

/** What failed and why: most cases have no use for these words. */
export function IncidentWords({ incident }: { readonly incident: IncidentView }) {
  return (
    <PartCatalogue of="incidents" waiting={null}>
      <Told incident={incident} />
    </PartCatalogue>
  );
}

function Told({ incident }: { readonly incident: IncidentView }) {
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
  /** A colleague was faster. */
  readonly lost?: Problem | undefined;
  /** Is told while somebody writes why it is skipped. */
  readonly onAsking?: (isAsking: boolean) => void;
  /** Is told what was done. */
  readonly onDone?: (act: 'retried' | 'skipped') => void;
}

/** Try again, or skip it with a reason. Where the procedure itself cannot run there is neither. */
export function IncidentActs(of: IncidentActsProps) {
  const say = useWords();
  return isAboutProcedure(of.incident) ? <p>{say('incident.procedure-told')}</p> : <EventActs {...of} />;
}

function EventActs({ caseId, incident, lost, onAsking, onDone }: IncidentActsProps) {
  const say = useWords();
  const text = useText();
  const intl = useIntl();
  const client = useQueryClient();
  const intent = useIntentKey();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [skipping, setSkipping] = useState(false);
  useEffect(() => onAsking?.(skipping), [onAsking, skipping]);
  const renew = () => Promise.all([keys.case(caseId), keys.incidents].map((queryKey) => client.invalidateQueries({ queryKey })));
  const done = async (act: 'retried' | 'skipped') => {
    intent.done();
    confirm(say(act === 'retried' ? 'incident.retried' : 'incident.skipped'));
    onDone?.(act);
    await renew();
  };
  const refused = (told: Problem): Problem => {
    if (told.code === 'incident-not-found') void renew(); // A colleague decided first: who and when comes with what is there now.
    return told;
  };
  const retry = async () => {
    setBusy(true);
    const answer = await retryIncident(caseId, incident.id, intent.keyOf({ retry: incident.id }));
    setBusy(false);
    setProblem(answer.ok ? undefined : refused(answer.problem));
    if (answer.ok) await done('retried');
  };
  return (
    <>
      <ProblemNote problem={problem} />
      {lost ? null : (
        <p className={styles.buttons}>
          <Button isPending={isBusy} onPress={() => void retry()}>
            {say('incident.retry')}
          </Button>
          <Button kind="quiet" onPress={() => setSkipping(true)}>
            {say('incident.skip')}
          </Button>
        </p>
      )}
      {skipping ? (
        <ReasonDialog
          {...(lost ? { late: <RaceNote problem={lost} /> } : {})}
          title={say('incident.skip-title', { what: incidentSubject(intl, incident, text) })}
          words={say('incident.skip-words')}
          act={say('incident.skip-yes')}
          keep={say('incident.skip-no')}
          onClose={() => setSkipping(false)}
          onAct={async (reason) => {
            const answer = await skipIncident(caseId, incident.id, reason, intent.keyOf({ skip: incident.id, reason }));
            if (!answer.ok) return refused(answer.problem);
            await done('skipped');
            return undefined;
          }}
        />
      ) : null}
    </>
  );
}

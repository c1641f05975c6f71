import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, TriangleAlert } from 'lucide-react';
import { Note } from '../base/note.tsx';
import { CaseChart } from '../chart/case-chart.tsx';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { CaseView, LetterView } from '../server/shapes/cases.ts';
import { leadsTeam, useSession } from '../shell/session.tsx';
import { CaseActs } from './case-acts.tsx';
import { RunningChildren, StepChildren } from './case-children.tsx';
import { readOffers } from './case-requests.ts';
import { CaseTask } from './case-task.tsx';
import { Incidents } from './incidents.tsx';
import { LettersToSend } from './letters-to-send.tsx';
import { useDefinition } from './use-definition.ts';
import { useHeld } from './use-held.ts';

/** Why something is not possible, where that concerns the reader: what other roles do does not. */
const toldWhyNot = ['condition', 'excluded'];

/** The middle of the page: what went wrong, where the case is, what there is to do, what else is possible. */
export function CaseWork({ found, letters }: { readonly found: CaseView; readonly letters: readonly LetterView[] }) {
  const say = useWords();
  const text = useText();
  const session = useSession();
  const client = useQueryClient();
  const definition = useDefinition(found.definition, found.definitionVersion);
  const offers = useQuery({
    queryKey: keys.offers(found.id),
    queryFn: async () => answerOf(await readOffers(found.id)),
    enabled: found.status === 'active',
  });
  const moved = () => {
    void client.invalidateQueries({ queryKey: keys.case(found.id) });
    void client.invalidateQueries({ queryKey: keys.tasks() });
    void client.invalidateQueries({ queryKey: keys.cases() });
  };
  // The task in hand leads the page: mine before those of others.
  const kept = useHeld(found.tasks);
  const tasks = [...kept.gone, ...found.tasks].sort(
    (one, two) => Number(two.assignee?.id === session.person.id) - Number(one.assignee?.id === session.person.id),
  );
  const acts =
    found.status === 'active'
      ? (offers.data?.rows ?? []).filter(
          (offer) =>
            (offer.possible || toldWhyNot.includes(offer.because ?? '')) &&
            offer.task === undefined &&
            !found.tasks.some((task) => task.step === offer.from),
        )
      : [];
  return (
    <>
      <Incidents found={found} mayAct={leadsTeam(session)} />
      {found.unheldRoles.length > 0 ? (
        <Note tone="bad" icon={TriangleAlert}>
          {say('case.unheld', {
            count: found.unheldRoles.length,
            roles: found.unheldRoles.map((role) => text(role.title)).join(say('case.list-comma')),
          })}
        </Note>
      ) : null}
      {found.status === 'imported' ? (
        <Note icon={Download}>
          <span id="chart-title">{say('case.imported')}</span>
        </Note>
      ) : definition ? (
        <CaseChart definition={definition} path={found.path} steps={found.steps.map((step) => step.id)} isOver={found.status !== 'active'}>
          {(card) => <StepChildren found={found} step={card} />}
        </CaseChart>
      ) : null}
      <RunningChildren found={found} />
      {found.status === 'cancelled' ? null : <LettersToSend found={found} letters={letters} />}
      {tasks.map((task, index) => (
        <CaseTask
          key={task.id}
          task={task}
          leads={index === 0}
          isGone={!found.tasks.some(({ id }) => id === task.id)}
          onTyped={kept.onHold}
          onMoved={moved}
        />
      ))}
      <CaseActs found={found} offers={acts} onMoved={moved} />
    </>
  );
}

import type { CaseState, JsonObject } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useNow } from '../calendar/now.tsx';
import { useTimeZone, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readProcedureVersion } from '../server/procedures.ts';
import { ask } from '../server/request.ts';
import { NotFound } from '../shell/not-found.tsx';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './trial.module.css';
import { TrialBoard } from './trial-board.tsx';
import { peopleOf, type Story } from './trial-script.ts';
import { useStory } from './use-story.ts';
import { useTrialSetting } from './use-trial.ts';

interface WhatIf {
  readonly definition: string;
  readonly version: number;
  readonly state: CaseState;
  readonly real: boolean;
}

/** What could become of a running case: its procedure tried out from how the case stands now. Nothing that is tried reaches it. */
export const WhatIfPage = () => (
  <PartCatalogue of="trial">
    <WhatIfOf />
  </PartCatalogue>
);

function WhatIfOf() {
  const { caseId } = useParams({ from: '/inside/drawing/closer/cases/$caseId/what-if' });
  const say = useWords();
  useTitle(say('case.what-if'));
  const query = useQuery({
    queryKey: [...keys.case(caseId), 'what-if'],
    queryFn: async () => {
      const running = answerOf(await ask<WhatIf>({ method: 'GET', path: `/cases/${encodeURIComponent(caseId)}/what-if` }));
      const { document, layout } = answerOf(await readProcedureVersion(running.definition, running.version));
      return { running, definition: document as JsonObject, layout: layout as JsonObject };
    },
    staleTime: Number.POSITIVE_INFINITY, // The case may go on meanwhile: what is tried begins at one moment.
    gcTime: 0,
  });
  if (query.error) {
    const problem = problemOf(query.error);
    return problem.status === 404 ? <NotFound /> : <ProblemNote problem={problem} onRetry={() => void query.refetch()} />;
  }
  return query.data ? <Running caseId={caseId} {...query.data} onAnew={() => void query.refetch()} /> : <SkeletonRows rows={10} />;
}

function Running({
  caseId,
  running,
  definition,
  layout,
  onAnew,
}: {
  readonly caseId: string;
  readonly running: WhatIf;
  readonly definition: JsonObject;
  readonly layout: JsonObject;
  readonly onAnew: () => void;
}) {
  const say = useWords();
  const timeZone = useTimeZone();
  const now = useNow();
  const setting = useTrialSetting(definition, { running: running.state });
  const first = (): Story => ({
    script: {
      process: running.definition,
      at: new Date(now).toISOString(),
      timeZone,
      people: { ...peopleOf([definition]), ...playersOf(running.state) },
      input: {},
      steps: [],
    },
    upTo: 0,
  });
  const desk = useStory(running, { first });
  return (
    <TrialBoard
      document={{ definition, layout }}
      desk={desk}
      setting={setting}
      isReady={false}
      top={
        <header className={styles.top}>
          <div className={styles.titles}>
            <div className={styles.above}>
              <Link to="/cases/$caseId" params={{ caseId }}>
                {say('trial.to-case')}
              </Link>
            </div>
            <PageHeading>{say('case.what-if')}</PageHeading>
          </div>
          <Button
            onPress={() => {
              desk.open(first());
              onAnew();
            }}
          >
            {say('trial.begin-anew')}
          </Button>
        </header>
      }
      notes={!running.real && <Note>{say('trial.samples')}</Note>}
    />
  );
}

/** Who did something in the case is somebody of the story: what keeps him away keeps him away here. */
function playersOf({ performedBy, tasks }: CaseState): Readonly<Record<string, readonly string[]>> {
  const did = Object.values(performedBy).flatMap((list) =>
    list.map(({ role, person, onBehalfOf }) => [onBehalfOf ?? person, role] as const),
  );
  const holds = tasks.map(({ assignee, role }) => [assignee, role] as const);
  return Object.fromEntries([...did, ...holds].flatMap(([person, role]) => (person === undefined ? [] : [[person, [role]]])));
}

import type { Calendars, CaseState, JsonObject } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type DeskWorker, openWorkerDesk, type WorkerDesk } from '../base/worker-desk.ts';
import { keys } from '../server/keys.ts';
import { useInForce } from '../server/nested.ts';
import { listCalendars } from '../server/office.ts';
import { answerOf } from '../server/problem.ts';
import { ours } from '../when/calendars.ts';
import type { GateAsked, StoryAsked, Trial, Tried } from './trial-play.ts';
import { needsOthers, played, type Story } from './trial-script.ts';

const hireWorker = <Question, Answer>(): DeskWorker<Question, Answer> =>
  new Worker(new URL('./trial-worker.ts', import.meta.url), { type: 'module' });

export interface TrialSetting {
  /** What is drawn first, then what is in force beside it, where a story or scenario of it leads there. */
  readonly definitions: readonly JsonObject[];
  readonly calendars: Calendars;
  /** A case that runs already: stories go on from how it stands. */
  readonly running?: CaseState;
}

/** The draft with everything that a story of it needs; nothing until that is there. */
export function useTrialSetting(
  drawn: JsonObject,
  { running, scenarios }: { readonly running?: CaseState; readonly scenarios?: JsonObject },
): TrialSetting | undefined {
  const calendars = useQuery({ queryKey: keys.calendars, queryFn: async () => answerOf(await listCalendars()).rows });
  // What a sub-procedure starts itself is asked for as well: whatever is in force is a few documents.
  const others = useInForce(needsOthers(drawn, scenarios) ? 'all' : []);
  return useMemo(() => {
    const organisation = calendars.data?.find(({ id }) => id === ours);
    if (!calendars.data || !organisation || !others) return undefined;
    return {
      definitions: [drawn, ...others.flatMap(({ id, document }) => (id === drawn.id ? [] : [document as JsonObject]))],
      calendars: { ...Object.fromEntries(calendars.data.map((calendar) => [calendar.id, calendar])), organisation },
      ...(running ? { running } : {}),
    };
  }, [drawn, running, calendars.data, others]);
}

export interface Worked<Answer> {
  readonly state: 'playing' | 'played' | 'failed';
  /** To the question before, while a new one is worked on. */
  readonly answer?: Answer;
}

/** The story played on the draft as it is now, beside the page; again after each change of either. */
export function useTrial(setting: TrialSetting | undefined, story: Story | undefined): Worked<Trial> {
  const question = useMemo(
    (): StoryAsked | undefined => (setting && story ? { kind: 'story', ...setting, script: played(story) } : undefined),
    [setting, story],
  );
  return useWorked(question);
}

/** Every scenario of the draft, played again after each change of either. */
export function useGate(setting: TrialSetting | undefined, scenarios: JsonObject): Worked<Tried> {
  const question = useMemo(
    (): GateAsked | undefined => (setting ? { kind: 'gate', ...setting, scenarios } : undefined),
    [setting, scenarios],
  );
  return useWorked(question);
}

function useWorked<Question, Answer>(question: Question | undefined): Worked<Answer> {
  const [state, setState] = useState<Worked<Answer>>({ state: 'playing' });
  const desk = useRef<WorkerDesk<Question>>(undefined);
  useEffect(() => {
    const opened = openWorkerDesk<Question, Answer>({
      hire: hireWorker,
      answered: (_, answer) => setState({ state: 'played', answer }),
      failed: () => setState((before) => ({ ...before, state: 'failed' })),
    });
    desk.current = opened;
    return opened.close;
  }, []);
  useEffect(() => {
    if (question === undefined) return;
    setState((before) => ({ ...before, state: 'playing' }));
    desk.current?.ask(question);
  }, [question]);
  return state;
}

import { canBeExplored } from '@redress/engine';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type DeskWorker, openWorkerDesk, type WorkerDesk } from '../base/worker-desk.ts';
import type { Findings } from '../findings/use-findings.ts';
import { useNested } from '../server/nested.ts';
import type { CheckAnswer, CheckAsked } from './checked-draft.ts';
import { useLaws } from './use-laws.ts';

/** `stopped`: as long as it is not clear by which ways a case of the draft goes, no run of it can be checked. */
export interface CheckedDraft {
  readonly state: 'checking' | 'checked' | 'stopped' | 'failed';
  /** Of the draft as it was checked last: without `checked` it is from before. */
  readonly answer?: CheckAnswer;
}

type CheckWorker = DeskWorker<CheckAsked, CheckAnswer>;
const hireWorker = (): CheckWorker => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });

/** The draft against the rules, worked out beside the page as soon as the compiler has found nothing that leaves its ways unclear. */
export function useChecked(definition: object, findings: Findings, hire: () => CheckWorker = hireWorker): CheckedDraft {
  const [checked, setChecked] = useState<{ readonly of?: CheckAsked; readonly answer?: CheckAnswer; readonly hasFailed?: boolean }>({});
  const desk = useRef<WorkerDesk<CheckAsked>>(undefined);
  const nested = useNested(definition);
  const laws = useLaws();
  const isStopped = !canBeExplored(findings.findings);
  const isLooked = findings.of?.definition === definition;
  const asked = useMemo(
    (): CheckAsked | undefined => (isLooked && !isStopped && nested ? { definition, nested, laws } : undefined),
    [definition, isLooked, isStopped, nested, laws],
  );
  useEffect(() => {
    const opened = openWorkerDesk<CheckAsked, CheckAnswer>({
      hire,
      answered: (of, answer) => setChecked({ of, answer }),
      failed: () => setChecked((before) => ({ ...before, hasFailed: true })),
    });
    desk.current = opened;
    return opened.close;
  }, [hire]);
  useEffect(() => {
    if (asked) desk.current?.ask(asked);
  }, [asked]);
  const { answer } = checked;
  const isOfThis = asked !== undefined && checked.of === asked;
  const state = isStopped ? 'stopped' : checked.hasFailed === true ? 'failed' : isOfThis ? 'checked' : 'checking';
  return useMemo(() => ({ state, ...(answer ? { answer } : {}) }), [state, answer]);
}

import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type DeskWorker, openWorkerDesk, type WorkerDesk } from '../base/worker-desk.ts';
import type { Findings } from '../findings/use-findings.ts';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readProcedureVersion } from '../server/procedures.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import { startedBy } from '../trial/trial-script.ts';
import type { CheckAnswer, CheckAsked, Nested } from './checked-draft.ts';
import { useLaws } from './use-laws.ts';

/** `stopped`: as long as the draft has problems that stop it from running, no run of it can be checked. */
export interface CheckedDraft {
  readonly state: 'checking' | 'checked' | 'stopped' | 'failed';
  /** Of the draft as it was checked last: without `checked` it is from before. */
  readonly answer?: CheckAnswer;
}

type CheckWorker = DeskWorker<CheckAsked, CheckAnswer>;
const hireWorker = (): CheckWorker => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });

/** The draft against the rules, worked out beside the page as soon as the compiler has found nothing that stops it. */
export function useChecked(definition: object, findings: Findings, hire: () => CheckWorker = hireWorker): CheckedDraft {
  const [checked, setChecked] = useState<{ readonly of?: CheckAsked; readonly answer?: CheckAnswer; readonly hasFailed?: boolean }>({});
  const desk = useRef<WorkerDesk<CheckAsked>>(undefined);
  const nested = useNested(definition);
  const laws = useLaws();
  const isStopped = findings.findings.some(({ severity, code }) => severity === 'error' && code !== 'words-open');
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

/** What is in force of the procedures that the draft starts; nothing until that is known. One that cannot be had is left out. */
export function useNested(definition: object): readonly Nested[] | undefined {
  const procedures = useQuery(proceduresQuery);
  const wanted = startedBy(definition).join(' ');
  const versions = useMemo(() => {
    const inForce = new Map((procedures.data ?? []).flatMap(({ id, current }) => (current === undefined ? [] : [[id, current] as const])));
    return (wanted === '' ? [] : wanted.split(' ')).flatMap((id) => {
      const version = inForce.get(id);
      return version === undefined ? [] : [{ id, version }];
    });
  }, [procedures.data, wanted]);
  const nested = useQueries({
    queries: versions.map(({ id, version }) => ({
      queryKey: keys.definition(id, version),
      queryFn: async () => answerOf(await readProcedureVersion(id, version)),
      staleTime: Number.POSITIVE_INFINITY, // What was published never changes.
    })),
    combine: (found) => ({
      isKnown: found.every(({ isPending }) => !isPending),
      documents: found.flatMap(({ data }) => (data ? [{ id: data.id, version: data.version, document: data.document }] : [])),
    }),
  });
  const isKnown = wanted === '' || (!procedures.isPending && nested.isKnown);
  return useMemo(() => (isKnown ? nested.documents : undefined), [isKnown, nested.documents]);
}

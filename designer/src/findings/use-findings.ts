import { useEffect, useMemo, useRef, useState } from 'react';
import { type DeskWorker, openWorkerDesk, type WorkerDesk } from '../base/worker-desk.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Drafted, ElementFinding } from '../model/findings.ts';
import { useAround } from '../server/nested.ts';

export interface Findings {
  readonly state: 'looking' | 'looked' | 'failed';
  /** Of the document that was looked at last: while somebody types these are a moment old. */
  readonly findings: readonly ElementFinding[];
  readonly of?: DesignDocument;
}

/** Somebody who types is left alone for so long. */
const quietMs = 250;

type FindingsWorker = DeskWorker<Drafted, readonly ElementFinding[]>;
const hireWorker = (): FindingsWorker => new Worker(new URL('./findings-worker.ts', import.meta.url), { type: 'module' });

/** What the engine finds in a draft, a moment after its last change, worked out beside the page. */
export function useFindings(document: DesignDocument, hire: () => FindingsWorker = hireWorker): Findings {
  const [findings, setFindings] = useState<Findings>({ state: 'looking', findings: [] });
  const desk = useRef<WorkerDesk<Drafted>>(undefined);
  useEffect(() => {
    const opened = openWorkerDesk<Drafted, readonly ElementFinding[]>({
      hire,
      answered: (looked, found) => setFindings({ state: 'looked', findings: found, of: looked.document }),
      failed: () => setFindings((before) => ({ ...before, state: 'failed' })),
    });
    desk.current = opened;
    return opened.close;
  }, [hire]);
  const around = useAround(document.definition);
  const beside = useMemo(() => around?.map((one) => one.document), [around]);
  useEffect(() => {
    const quiet = setTimeout(() => desk.current?.ask({ document, beside }), quietMs);
    return () => clearTimeout(quiet);
  }, [document, beside]);
  return findings;
}

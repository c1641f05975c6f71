import { useEffect, useRef, useState } from 'react';
import type { DesignDocument } from '../model/document.ts';
import type { ElementFinding } from '../model/findings.ts';
import { type FindingsDesk, type FindingsWorker, openFindingsDesk } from './findings-desk.ts';

export interface Findings {
  readonly state: 'looking' | 'looked' | 'failed';
  /** Of the document that was looked at last: while somebody types these are a moment old. */
  readonly findings: readonly ElementFinding[];
}

/** Somebody who types is left alone for so long. */
const quietMs = 250;

const hireWorker = (): FindingsWorker => new Worker(new URL('./findings-worker.ts', import.meta.url), { type: 'module' });

/** What the engine finds in a draft, a moment after its last change, worked out beside the page. */
export function useFindings(document: DesignDocument, hire: () => FindingsWorker = hireWorker): Findings {
  const [findings, setFindings] = useState<Findings>({ state: 'looking', findings: [] });
  const desk = useRef<FindingsDesk>(undefined);
  useEffect(() => {
    const opened = openFindingsDesk({
      hire,
      found: (_, found) => setFindings({ state: 'looked', findings: found }),
      failed: () => setFindings((before) => ({ ...before, state: 'failed' })),
    });
    desk.current = opened;
    return opened.close;
  }, [hire]);
  useEffect(() => {
    const quiet = setTimeout(() => desk.current?.look(document), quietMs);
    return () => clearTimeout(quiet);
  }, [document]);
  return findings;
}

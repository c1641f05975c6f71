import type { DesignDocument } from '../model/document.ts';
import type { ElementFinding } from '../model/findings.ts';

export interface Asked {
  readonly number: number;
  readonly document: DesignDocument;
}
export interface Found {
  readonly number: number;
  readonly findings: readonly ElementFinding[];
}

/** As much of a worker as the desk needs. */
export interface FindingsWorker {
  postMessage(asked: Asked): void;
  onmessage: ((message: MessageEvent<Found>) => void) | null;
  onerror: ((problem: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface FindingsDesk {
  /** Looks at this document as soon as the one before is done; of several that wait only the latest is looked at. */
  readonly look: (document: DesignDocument) => void;
  readonly close: () => void;
}

/**
 * One draft at a time goes to the worker, so that typing never waits and nothing piles up. A worker that takes too long (a draft is a program of
 * somebody's) or breaks is given up; the next draft gets a new one.
 */
export function openFindingsDesk(desk: {
  readonly hire: () => FindingsWorker;
  readonly found: (document: DesignDocument, findings: readonly ElementFinding[]) => void;
  readonly failed: () => void;
  readonly patienceMs?: number;
}): FindingsDesk {
  let worker: FindingsWorker | undefined;
  let working: { readonly number: number; readonly document: DesignDocument; readonly patience: ReturnType<typeof setTimeout> } | undefined;
  let waiting: DesignDocument | undefined;
  let number = 0;

  const next = (): void => {
    const document = waiting;
    waiting = undefined;
    if (document) begin(document);
  };
  const end = (): DesignDocument | undefined => {
    clearTimeout(working?.patience);
    const document = working?.document;
    working = undefined;
    return document;
  };
  const giveUp = (): void => {
    end();
    worker?.terminate();
    worker = undefined;
    desk.failed();
    next();
  };
  const hired = (): FindingsWorker => {
    const fresh = desk.hire();
    fresh.onmessage = ({ data }) => {
      if (data.number !== working?.number) return;
      const document = end();
      if (document) desk.found(document, data.findings);
      next();
    };
    fresh.onerror = giveUp;
    return fresh;
  };
  const begin = (document: DesignDocument): void => {
    worker ??= hired();
    number += 1;
    working = { number, document, patience: setTimeout(giveUp, desk.patienceMs ?? 10_000) };
    worker.postMessage({ number, document });
  };
  return {
    look: (document) => {
      if (working) waiting = document;
      else begin(document);
    },
    close: () => {
      waiting = undefined;
      end();
      worker?.terminate();
      worker = undefined;
    },
  };
}

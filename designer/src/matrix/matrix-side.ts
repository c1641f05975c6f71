import { useMemo } from 'react';
import { type CheckedDraft, useChecked } from '../check/use-checked.ts';
import { useFindings } from '../findings/use-findings.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { useDrawing } from '../review/use-review.ts';
import type { DraftView } from '../server/shapes/definitions.ts';

/** A version by its number, or what is drawn now. */
export type SideName = 'draft' | `${number}`;
export interface MatrixSide {
  readonly document: DesignDocument | undefined;
  /** Who drew it; nothing of a version. */
  readonly drawn: Pick<DraftView, 'editors' | 'submittedBy'> | undefined;
  readonly checked: CheckedDraft;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Nothing that could run: it costs no look at any rule. */
const nothing: DesignDocument = { definition: {}, layout: {}, scenarios: {} };

/** One of the procedures that stand side by side, checked beside the page; without a name there is none. */
export function useMatrixSide(id: string, name: SideName | undefined): MatrixSide {
  const { data, error, refetch } = useDrawing(id, name);
  const document = useMemo(() => {
    if (name === undefined || !data) return undefined;
    const opened = openDocument(data.document, data.layout);
    return opened.ok ? opened.value : nothing;
  }, [name, data]);
  const looked = document ?? nothing;
  const checked = useChecked(looked.definition, useFindings(looked));
  const drawn = name === 'draft' && data && 'editors' in data ? data : undefined;
  return { document, drawn, checked, error, retry: () => void refetch() };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openDocument } from '../model/document.ts';
import { type Editor, openEditor } from '../model/editor.ts';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readDraftChanges, readProcedureDraft, saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { DraftView } from '../server/shapes/definitions.ts';
import { useLive } from '../server/use-live.tsx';
import { type DraftLink, openDraftLink } from './draft-link.ts';

export interface OpenDraft {
  readonly editor: Editor;
  readonly link: DraftLink;
}
export type DraftState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | ({ readonly status: 'open' } & OpenDraft);

/** A draft to draw on, kept together with the server for as long as the page is there. Leaving with something unsaved asks first. */
export function useDraft(definition: string): DraftState {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: keys.procedureDraft(definition),
    queryFn: async () => answerOf(await readProcedureDraft(definition)),
    staleTime: Number.POSITIVE_INFINITY, // From now on the link tells what changes.
    gcTime: 0,
  });
  const [open, setOpen] = useState<OpenDraft>();
  const view = query.data;
  useEffect(() => {
    const opened = view && openWith(definition, view);
    setOpen(opened);
    return () => {
      if (!opened) return;
      void opened.link.send().then(() => opened.link.close()); // Whoever leaves at once has saved as well.
      queries.removeQueries({ queryKey: keys.procedureDraft(definition) });
    };
  }, [definition, view, queries]);
  useLive(open ? 'organisation' : undefined, {
    hint: ({ kind }) => {
      if (kind === 'definition') void open?.link.hear();
    },
    refill: () => void open?.link.hear(),
  });
  useEffect(() => {
    if (!open) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (open.link.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [open]);
  if (query.error && !open) return { status: 'failed', problem: problemOf(query.error), retry: () => void query.refetch() };
  return open ? { status: 'open', ...open } : { status: 'loading' };
}

function openWith(definition: string, view: DraftView): OpenDraft | undefined {
  const document = openDocument(view.document, view.layout);
  if (!document.ok) return undefined;
  const editor = openEditor(document.value, { now: () => performance.now(), name: crypto.randomUUID() });
  const link = openDraftLink(editor, view, {
    save: (body, base) => saveProcedureDraft(definition, body, base),
    changes: (after) => readDraftChanges(definition, after),
    read: () => readProcedureDraft(definition),
    later: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  });
  return { editor, link };
}

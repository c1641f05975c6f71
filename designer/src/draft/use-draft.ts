import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { openDocument } from '../model/document.ts';
import { type Editor, openEditor } from '../model/editor.ts';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { readDraftChanges, readProcedureDraft, saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import { useLive, useLiveLine } from '../server/use-live.tsx';
import { useSession } from '../shell/session.tsx';
import { type Company, openCompany } from './company.ts';
import { browserKeep } from './draft-keep.ts';
import { type DraftLink, factsOf, openDraftLink } from './draft-link.ts';

export interface OpenDraft {
  /** Of the procedure. */
  readonly id: string;
  readonly editor: Editor;
  readonly link: DraftLink;
  readonly company: Company;
}
export type DraftState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | ({ readonly status: 'open' } & OpenDraft);

/** What another process saved is not told: it is asked for. */
const askMs = 30_000;
const unreadable: Problem = { type: 'about:blank', status: 0, code: 'unreadable-answer' };

/** A draft to draw on, kept together with the server for as long as the page is there. Leaving with something unsaved asks first. */
export function useDraft(definition: string): DraftState {
  const queries = useQueryClient();
  const me = useSession().person.id;
  const line = useLiveLine();
  const live = useRef(line);
  const [open, setOpen] = useState<OpenDraft>();
  const query = useQuery({
    queryKey: keys.procedureDraft(definition),
    queryFn: async () => await begin(me, definition),
    staleTime: Number.POSITIVE_INFINITY, // From now on the link tells what changes.
    gcTime: 0,
    enabled: open === undefined, // What everybody asks anew, after a sign-in that had ended, takes nothing from whoever draws.
  });
  const begun = query.data;
  const broken = begun !== undefined && !begun.document.ok;
  useEffect(() => {
    live.current = line;
  });
  useEffect(() => () => queries.removeQueries({ queryKey: keys.procedureDraft(definition) }), [definition, queries]);
  useEffect(() => {
    const opened = begun && openWith(definition, me, begun, (element) => live.current?.here(roomOf(definition), element));
    setOpen(opened);
    return () => {
      // Whoever leaves at once has saved as well; what could not go stays kept.
      void opened?.link.send().finally(() => {
        opened.link.close();
        begun?.keep.close();
      });
    };
  }, [definition, me, begun]);
  useLive(open ? roomOf(definition) : undefined, {
    hint: () => void open?.link.hear(),
    refill: () => {
      open?.company.again();
      void open?.link.hear();
    },
    present: (people) => open?.company.meet(people),
  });
  useAsking(open?.link);
  if (broken) return { status: 'failed', problem: unreadable, retry: () => void query.refetch() };
  if (query.error && !open) return { status: 'failed', problem: problemOf(query.error), retry: () => void query.refetch() };
  return open ? { status: 'open', ...open } : { status: 'loading' };
}

const roomOf = (definition: string) => `definition:${definition}`;

/** Asks what others saved when the page comes to the front, the connection is back, and now and then; warns whoever leaves with something unsaved. */
function useAsking(link: DraftLink | undefined): void {
  useEffect(() => {
    if (!link) return;
    const hear = () => void link.hear();
    const warn = (event: BeforeUnloadEvent) => {
      if (link.unsaved()) event.preventDefault();
    };
    const timer = setInterval(hear, askMs);
    window.addEventListener('focus', hear);
    window.addEventListener('online', hear);
    window.addEventListener('beforeunload', warn);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', hear);
      window.removeEventListener('online', hear);
      window.removeEventListener('beforeunload', warn);
    };
  }, [link]);
}

/** The draft on the server; with what an earlier window could not save, the draft that was made on: the link brings in the rest. */
async function begin(me: string, definition: string) {
  const answer = await readProcedureDraft(definition);
  const keep = await browserKeep(me, definition);
  const { left } = keep;
  const waits = !answer.ok && answer.problem.code === 'offline' && left !== undefined;
  if (!answer.ok && !waits) keep.close();
  const from = left && (answer.ok || waits) ? { ...left, revision: left.base } : answerOf(answer);
  const document = openDocument(from.document, from.layout, from.scenarios);
  if (!document.ok) keep.close();
  return { document, keep, revision: from.revision, updatedAt: from.updatedAt, facts: answer.ok ? factsOf(answer.value) : undefined };
}

type Begun = Awaited<ReturnType<typeof begin>>;

function openWith(
  definition: string,
  me: string,
  { document, keep, ...at }: Begun,
  here: (element: string) => void,
): OpenDraft | undefined {
  if (!document.ok) return undefined;
  const { entries = [], quarrels = [] } = keep.left ?? {};
  const editor = openEditor(document.value, { now: () => performance.now(), name: crypto.randomUUID(), pending: entries });
  const wires = {
    save: (body: Parameters<typeof saveProcedureDraft>[1], base: number) => saveProcedureDraft(definition, body, base),
    changes: (after: number) => readDraftChanges(definition, after),
    read: () => readProcedureDraft(definition),
    later: (ms: number, call: () => void) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
  const link = openDraftLink(editor, { ...at, quarrels }, wires, keep);
  return { id: definition, editor, link, company: openCompany(me, here) };
}

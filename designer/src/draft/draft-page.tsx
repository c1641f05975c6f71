import { Outlet, useParams } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import { lateDetail } from '../shell/late-detail.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { readsDrafts, useSession } from '../shell/session.tsx';
import { type OpenDraft, useDraft } from './use-draft.ts';

const NoDraft = lateDetail(async () => (await import('./no-draft.tsx')).NoDraft, <SkeletonRows rows={4} />);
const KeptBehind = lateDetail(async () => (await import('./kept-behind.tsx')).KeptBehind, null);

const DraftContext = createContext<OpenDraft | undefined>(undefined);

/** The draft of the address, open for all its views: whoever goes from the map to the outline keeps what he may undo. */
export function DraftPage() {
  const { procedure } = useParams({ from: '/inside/drawing/procedures/$procedure' });
  return <Draft key={procedure} id={procedure} />;
}

function Draft({ id }: { readonly id: string }) {
  const say = useWords();
  const draft = useDraft(id);
  const reads = readsDrafts(useSession());
  useTitle(say('outline.title'));
  if (draft.status === 'failed')
    return draft.problem.status === 404 ? (
      reads ? (
        <NoDraft procedure={id} onBegun={draft.retry} />
      ) : (
        <NotFound />
      )
    ) : (
      <>
        <ProblemNote problem={draft.problem} onRetry={draft.retry} />
        <KeptBehind procedure={id} />
      </>
    );
  if (draft.status !== 'open') return <SkeletonRows rows={10} />;
  return (
    <DraftContext.Provider value={draft}>
      <Outlet />
    </DraftContext.Provider>
  );
}

/** The open draft, for what stands inside its page. */
export function useOpenDraft(): OpenDraft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('no draft is open here');
  return draft;
}

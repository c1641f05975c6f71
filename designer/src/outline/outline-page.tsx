import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useStore } from 'zustand';
import { SkeletonRows } from '../base/skeleton.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { NotFound } from '../shell/not-found.tsx';
import { useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { OutlineEditor } from './outline-editor.tsx';

/** The outline of a draft by its address: which step is chosen stands in it. */
export function OutlinePage() {
  const { procedure } = useParams({ from: '/inside/procedures/$procedure/outline' });
  return <Draft key={procedure} id={procedure} />;
}

function Draft({ id }: { readonly id: string }) {
  const say = useWords();
  const draft = useDraft(id);
  useTitle(say('outline.title'));
  if (draft.status === 'failed')
    return draft.problem.status === 404 ? <NotFound /> : <ProblemNote problem={draft.problem} onRetry={draft.retry} />;
  return draft.status === 'open' ? <Named id={id} draft={draft} /> : <SkeletonRows rows={10} />;
}

function Named({ id, draft }: { readonly id: string; readonly draft: OpenDraft }) {
  const text = useText();
  const say = useWords();
  const { at } = useSearch({ strict: false });
  const navigate = useNavigate();
  const title = useStore(draft.editor.store, ({ document }) => treeOf(document.definition).title);
  useTitle(text(title) || say('outline.title'));
  return (
    <OutlineEditor
      draft={draft}
      chosen={at}
      above={<Link to="/procedures">{say('procedures.title')}</Link>}
      onChoose={(next) =>
        void navigate({
          to: '/procedures/$procedure/outline',
          params: { procedure: id },
          search: next === '' ? {} : { at: next },
          replace: true,
        })
      }
    />
  );
}

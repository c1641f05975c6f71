import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useStore } from 'zustand';
import { useOpenDraft } from '../draft/draft-page.tsx';
import { DraftViews } from '../draft/draft-views.tsx';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { useTitle } from '../shell/page.tsx';
import { OutlineEditor } from './outline-editor.tsx';

/** The outline of a draft by its address: which step is chosen stands in it. */
export function OutlinePage() {
  const { procedure } = useParams({ from: '/inside/procedures/$procedure/outline' });
  const draft = useOpenDraft();
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
      above={
        <>
          <Link to="/procedures">{say('procedures.title')}</Link>
          <DraftViews procedure={procedure} chosen={at} />
        </>
      }
      onChoose={(next) =>
        void navigate({
          to: '/procedures/$procedure/outline',
          params: { procedure },
          search: next === '' ? {} : { at: next },
          replace: true,
        })
      }
    />
  );
}

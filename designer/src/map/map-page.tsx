import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useStore } from 'zustand';
import { useOpenDraft } from '../draft/draft-page.tsx';
import { DraftViews } from '../draft/draft-views.tsx';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { useTitle } from '../shell/page.tsx';
import { MapEditor } from './map-editor.tsx';

/** The map of a draft by its address: what is chosen stands in it, so that a step can be linked. */
export function MapPage() {
  const { procedure } = useParams({ from: '/inside/procedures/$procedure/map' });
  const { at } = useSearch({ from: '/inside/procedures/$procedure/map' });
  const draft = useOpenDraft();
  const navigate = useNavigate();
  const say = useWords();
  const text = useText();
  const title = useStore(draft.editor.store, ({ document }) => treeOf(document.definition).title);
  useTitle(text(title) || say('design.map'));
  const search = (next: string | undefined) => (next === undefined || next === '' ? {} : { at: next });
  return (
    <MapEditor
      draft={draft}
      chosen={at}
      above={
        <>
          <Link to="/procedures">{say('procedures.title')}</Link>
          <DraftViews procedure={procedure} chosen={at} />
        </>
      }
      onChoose={(next) => void navigate({ to: '/procedures/$procedure/map', params: { procedure }, search: search(next), replace: true })}
      onOutline={(next) => void navigate({ to: '/procedures/$procedure/outline', params: { procedure }, search: search(next) })}
    />
  );
}

import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CircleQuestionMark } from 'lucide-react';
import { useStore } from 'zustand';
import { ButtonLink } from '../base/button.tsx';
import { type CheckPlace, placeIn, searchOf } from '../check/check-place.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { useOwnPage } from '../shell/narrow-window.ts';
import { useTitle } from '../shell/page.tsx';
import { useOpenDraft } from './draft-page.tsx';
import { DraftViews } from './draft-views.tsx';

const addresses = {
  map: '/procedures/$procedure/map',
  outline: '/procedures/$procedure/outline',
  text: '/procedures/$procedure/text',
  table: '/procedures/$procedure/table',
  try: '/procedures/$procedure/try',
  review: '/procedures/$procedure/review',
} as const;

/** One view of the open draft by its address: what is chosen stands in it, so that a step can be linked and goes with the reader to the other view. */
export function useDraftView(view: keyof typeof addresses) {
  const { procedure } = useParams({ from: '/inside/drawing/procedures/$procedure' });
  const { at, ...found } = useSearch({ strict: false });
  const check = placeIn(found);
  const draft = useOpenDraft();
  const navigate = useNavigate();
  // Of the outline alone: a map stays in sight beside what is chosen in it.
  const turn = useOwnPage(view === 'outline' ? 45 : 0);
  const say = useWords();
  const text = useText();
  const title = useStore(draft.editor.store, ({ document }) => treeOf(document.definition).title);
  useTitle(text(title) || say(`design.${view}`));
  const search = (chosen: string | undefined, place: CheckPlace | undefined = check) => ({
    ...(chosen === undefined || chosen === '' ? {} : { at: chosen }),
    ...searchOf(place),
  });
  return {
    draft,
    chosen: at,
    above: (
      <>
        <Link to="/procedures">{say('procedures.title')}</Link>
        <ButtonLink kind="quiet" icon={CircleQuestionMark} label={say('guide.title')} to="/guide" search={{ procedure }} />
        <DraftViews procedure={procedure} search={search(at)} />
      </>
    ),
    /** Where one is in the check of the draft, if that is looked at. */
    check,
    /** Goes there; with nothing the check is put away. What is chosen is said anew. */
    onCheck: (place: CheckPlace | undefined, next = '') =>
      void navigate({
        to: addresses[view],
        params: { procedure },
        search: { ...(next === '' ? {} : { at: next }), ...searchOf(place) },
        replace: true,
      }),
    onChoose: (next: string) =>
      turn(
        { open: at, next: next || undefined },
        (how) => void navigate({ to: addresses[view], params: { procedure }, search: search(next), ...how }),
      ),
    /** The same draft in another view. */
    goTo: (other: keyof typeof addresses, next: string | undefined) =>
      void navigate({ to: addresses[other], params: { procedure }, search: search(next) }),
  };
}

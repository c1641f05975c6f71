import { useDraftView } from '../draft/use-draft-view.tsx';
import { ReviewEditor } from './review-editor.tsx';

/** A draft on its way to being in force, by its address. */
export function ReviewPage() {
  const { goTo, ...view } = useDraftView('review');
  return <ReviewEditor {...view} onTry={() => goTo('try', undefined)} onRepair={(at) => goTo('outline', at)} />;
}

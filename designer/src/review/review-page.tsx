import { useNavigate } from '@tanstack/react-router';
import { useDraftView } from '../draft/use-draft-view.tsx';
import { ReviewEditor } from './review-editor.tsx';

/** A draft on its way to being in force, by its address. */
export function ReviewPage() {
  const { goTo, ...view } = useDraftView('review');
  const navigate = useNavigate();
  return (
    <ReviewEditor
      {...view}
      onTry={() => goTo('try', undefined)}
      onRepair={(at) => goTo('outline', at)}
      onPublished={() => void navigate({ to: '/procedures/$procedure/versions', params: { procedure: view.draft.id } })}
    />
  );
}

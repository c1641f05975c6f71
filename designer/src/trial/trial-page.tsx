import { useDraftView } from '../draft/use-draft-view.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { TrialEditor } from './trial-editor.tsx';

/** A draft tried out, by its address. */
export function TrialPage() {
  const { goTo, ...view } = useDraftView('try');
  return (
    <PartCatalogue of="trial">
      <TrialEditor {...view} onRepair={(at) => goTo('outline', at)} />
    </PartCatalogue>
  );
}

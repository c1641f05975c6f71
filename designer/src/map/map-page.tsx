import { useDraftView } from '../draft/use-draft-view.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { MapEditor } from './map-editor.tsx';

/** The map of a draft by its address. */
export function MapPage() {
  const { goTo, ...view } = useDraftView('map');
  return (
    <PartCatalogue of="check">
      <MapEditor {...view} onOutline={(chosen) => goTo('outline', chosen)} />
    </PartCatalogue>
  );
}

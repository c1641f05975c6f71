import { useDraftView } from '../draft/use-draft-view.tsx';
import { MapEditor } from './map-editor.tsx';

/** The map of a draft by its address. */
export function MapPage() {
  const { goTo, ...view } = useDraftView('map');
  return <MapEditor {...view} onOutline={(chosen) => goTo('outline', chosen)} />;
}

import { useDraftView } from '../draft/use-draft-view.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { TextView } from './text-view.tsx';

/** A draft in plain sentences, by its address. */
export function TextPage() {
  const { draft, above } = useDraftView('text');
  return (
    <PartCatalogue of="text">
      <TextView draft={draft} above={above} />
    </PartCatalogue>
  );
}

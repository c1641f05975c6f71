import { useDraftView } from '../draft/use-draft-view.tsx';
import { TableEditor } from './table-editor.tsx';

/** A decision table of a draft by its address. */
export function TablePage() {
  const { onChoose: _choose, ...view } = useDraftView('table');
  return <TableEditor {...view} />;
}

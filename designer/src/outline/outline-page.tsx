import { useDraftView } from '../draft/use-draft-view.tsx';
import { OutlineEditor } from './outline-editor.tsx';

/** The outline of a draft by its address. */
export function OutlinePage() {
  const { goTo: _other, ...view } = useDraftView('outline');
  return <OutlineEditor {...view} />;
}

import { useDeferredValue } from 'react';
import { isTyping } from '../shell/shortcuts.tsx';

/**
 * For what takes long to draw, and draws itself anew only if what it is given is another: while somebody writes beside it, what it was given before, and
 * what it is given now once he pauses. What a dialog does shows at once. `own`: a selector of what it stands in; not for what is moved by hand, where
 * the focus may stay in a field beside it.
 */
export function useWhenPaused<Given>(given: Given, own: string): Given {
  const later = useDeferredValue(given);
  const { activeElement } = document;
  const writesBeside = isTyping(activeElement) && activeElement?.closest(`${own}, [role="dialog"]`) === null;
  return writesBeside ? later : given;
}

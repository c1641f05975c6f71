import { useDeferredValue } from 'react';
import { isTyping } from '../shell/shortcuts.tsx';

/**
 * For what takes long to draw, and draws itself anew only if what it is given is another: while somebody writes beside it, what it was given before, and
 * what it is given now once he pauses. `own`: a selector of what it stands in. A dialog over it waits for it as well.
 */
export function useWhenPaused<Given>(given: Given, own: string): Given {
  const later = useDeferredValue(given);
  const { activeElement } = document;
  const writesBeside = isTyping(activeElement) && activeElement?.closest(`${own}, [role="dialog"]`) === null;
  return writesBeside ? later : given;
}

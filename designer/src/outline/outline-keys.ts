import type { KeyboardEvent } from 'react';

export type OutlineKey = 'rename' | 'add' | 'connect' | 'move' | 'remove' | 'up' | 'down';

const plain: Readonly<Record<string, OutlineKey>> = { KeyA: 'add', KeyC: 'connect', KeyM: 'move', F2: 'rename', Delete: 'remove' };
const shifted: Readonly<Record<string, OutlineKey>> = { ArrowUp: 'up', ArrowDown: 'down' };

/**
 * What a key means in the outline, by its place on the keyboard, so that Persian and Polish layouts have the same. Letters can be switched off with
 * the other shortcuts of the window; F2, Delete and Alt+Shift with an arrow stay. Never with Ctrl and Alt, which belong to the system.
 */
export function outlineKey(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
  letters: boolean,
): OutlineKey | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) return event.shiftKey ? shifted[event.code] : undefined;
  if (event.shiftKey) return undefined;
  return event.code.startsWith('Key') && !letters ? undefined : plain[event.code];
}

/** Ctrl+Z, Ctrl+Shift+Z (⌘ on a Mac), wherever nobody types. */
export function historyKey(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
): 'undo' | 'redo' | undefined {
  if (event.altKey || event.ctrlKey === event.metaKey) return undefined;
  if (event.code === 'KeyY' && event.ctrlKey && !event.shiftKey) return 'redo'; // As it is called on Windows.
  if (event.code !== 'KeyZ') return undefined;
  return event.shiftKey ? 'redo' : 'undo';
}

import { useEffect, useRef } from 'react';
import { isTyping } from '../shell/shortcuts.tsx';
import { historyKey } from './outline-keys.ts';

/** Undo and redo by key, wherever nobody types: there they belong to the field. */
export function useHistoryKeys(turn: Readonly<Record<'undo' | 'redo', () => void>>): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const which = historyKey(event);
      if (which === undefined || isTyping(event.target)) return;
      event.preventDefault();
      latest.current[which]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

import { useCallback, useRef } from 'react';

/**
 * A key for what somebody wants done: the same request sent again carries the same key and is done once; a changed request is another intent.
 * `done` forgets it, so that the next act is a new one even with the same words.
 */
export function useIntentKey(): { readonly keyOf: (request: unknown) => string; readonly done: () => void } {
  const last = useRef<{ readonly text: string; readonly key: string }>(undefined);
  const keyOf = useCallback((request: unknown) => {
    const text = JSON.stringify(request) ?? '';
    if (last.current?.text !== text) last.current = { text, key: newKey() };
    return last.current.key;
  }, []);
  const done = useCallback(() => {
    last.current = undefined;
  }, []);
  return { keyOf, done };
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';

interface Move {
  readonly currentLocation: { readonly pathname: string };
  readonly nextLocation: { readonly pathname: string };
  readonly action: 'PUSH' | 'REPLACE' | 'FORWARD' | 'BACK' | 'GO';
}

interface Leaving {
  readonly isAsked: boolean;
  /** Asks whether whoever is here stays. */
  readonly ask: () => Promise<boolean>;
  readonly answer: (stays: boolean) => void;
}

/** Whoever goes while something is typed is asked first; who closes the window is asked by the browser. */
export function useLeaving(wish: {
  readonly isWritten: () => boolean;
  /** Which moves take away what is typed. */
  readonly isLeft: (move: Move) => boolean;
  /** Nothing is asked while it is off. */
  readonly isOn: boolean;
}): Leaving {
  const { isOn } = wish;
  const history = useRouter({ warn: false })?.history; // A part of the window that is drawn alone has none.
  const [answer, setAnswer] = useState<(stays: boolean) => void>();
  const latest = useRef(wish);
  latest.current = wish;
  const ask = useCallback(async () => await new Promise<boolean>((answered) => setAnswer(() => answered)), []);
  useEffect(() => {
    if (!isOn) return undefined;
    return history?.block({
      enableBeforeUnload: () => latest.current.isWritten(),
      blockerFn: async (move: Move) => latest.current.isWritten() && latest.current.isLeft(move) && (await ask()),
    });
  }, [history, isOn, ask]);
  return {
    isAsked: answer !== undefined,
    ask,
    answer: (stays) => {
      setAnswer(undefined);
      answer?.(stays);
    },
  };
}

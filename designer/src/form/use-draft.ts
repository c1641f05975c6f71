import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../server/drafts.ts';
import type { Problem, Values } from '../server/shapes/basics.ts';

export interface Draft {
  /** What was kept before; `undefined` until it is known, empty where nothing was. */
  readonly found: Values | undefined;
  /** UTC ISO of the last keeping. */
  readonly keptAt: string | undefined;
  /** `failed` is tried again by itself; what is `too-large` is not kept until it is shorter. */
  readonly state: 'idle' | 'waiting' | 'keeping' | 'failed' | 'too-large';
  readonly keep: (values: Values) => void;
  /** Keeps what waits at once. */
  readonly flush: () => void;
  readonly drop: () => Promise<void>;
  /** What is typed is kept by itself. */
  readonly isKept: boolean;
}

const pauseMs = 900;
const againMs = 3_000;
/** Nobody answers, nobody is signed in, too much at once: the same may be taken later. */
const mayPass = ({ status }: Problem) => status === 0 || status === 401 || status === 429 || status >= 500;

/** What was typed in this window and is not kept yet, by the key of its draft: a form that is left and opened again goes on with it. */
const unkept = new Map<string, Values>();

/** Half-filled answers, kept on the server a moment after the last key, for this person alone. Without a key nothing is kept. */
export function useDraft(key: string | undefined): Draft {
  const [found, setFound] = useState<Values | undefined>(key === undefined ? {} : undefined);
  const [keptAt, setKeptAt] = useState<string>();
  const [state, setState] = useState<Draft['state']>('idle');
  const waiting = useRef<{ readonly key: string; readonly values: Values } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const next = waiting.current;
    if (!next) return;
    waiting.current = undefined;
    if (unkept.get(next.key) !== next.values) return; // Gone on with, or dropped, where the form was opened again.
    setState('keeping');
    void keepDraft(next.key, next.values).then((answer) => {
      if (answer.ok) setKeptAt(answer.value.savedAt);
      if (answer.ok && unkept.get(next.key) === next.values) unkept.delete(next.key);
      if (waiting.current || (!answer.ok && unkept.get(next.key) !== next.values)) return; // Gone on with meanwhile.
      if (!answer.ok) {
        waiting.current = next;
        clearTimeout(timer.current);
        if (mayPass(answer.problem)) timer.current = setTimeout(flush, againMs); // The next key, or the way out, tries sooner.
      }
      setState(answer.ok ? 'idle' : answer.problem.status === 413 ? 'too-large' : 'failed');
    });
  }, []);
  useKeepOnLeaving(waiting, flush);

  useEffect(() => {
    if (key === undefined) return;
    let again: ReturnType<typeof setTimeout>;
    let current = true;
    const read = () => {
      clearTimeout(again);
      void readDraft(key).then((answer) => {
        if (!current || unkept.has(key)) return;
        if (answer.ok) setKeptAt(answer.value.savedAt);
        // An empty form would be kept over what lies there.
        if (!answer.ok && mayPass(answer.problem)) again = setTimeout(read, againMs);
        else setFound(answer.ok ? answer.value.values : {});
      });
    };
    const values = unkept.get(key);
    if (values) {
      setFound(values);
      waiting.current = { key, values };
      flush();
    } else read();
    window.addEventListener('focus', read); // What the same person typed in another window is not kept over.
    return () => {
      current = false;
      clearTimeout(again);
      window.removeEventListener('focus', read);
    };
  }, [key, flush]);

  const keep = useCallback(
    (values: Values) => {
      if (key === undefined) return;
      waiting.current = { key, values };
      unkept.set(key, values);
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [key, flush],
  );
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    waiting.current = undefined;
    setState('idle');
    setKeptAt(undefined);
    setFound({});
    if (key === undefined) return;
    unkept.delete(key);
    await dropDraft(key);
  }, [key]);
  return { found, keptAt, state, keep, flush, drop, isKept: key !== undefined };
}

/** Leaving the page keeps what waits; leaving the window asks first while something is not kept. */
function useKeepOnLeaving(waiting: { readonly current: unknown }, flush: () => void): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (waiting.current === undefined) return;
      flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      flush();
    };
  }, [waiting, flush]);
}

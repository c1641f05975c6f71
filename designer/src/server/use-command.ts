import { useRef, useState } from 'react';
import type { Answer } from './request.ts';
import type { Problem } from './shapes/basics.ts';

export interface Command<Words extends readonly unknown[], Value> {
  readonly run: (...words: Words) => Promise<Value | undefined>;
  readonly isBusy: boolean;
  /** Of the last attempt; gone as soon as the next begins. */
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/** One command at a time: its progress and its refusal, for the button and the note beside it. A second press while it runs does nothing. */
export function useCommand<Words extends readonly unknown[], Value>(
  send: (...words: Words) => Promise<Answer<Value>>,
  done?: (value: Value) => void | Promise<void>,
): Command<Words, Value> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const run = async (...words: Words) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await send(...words);
      if (answer.ok) await done?.(answer.value);
      else setProblem(answer.problem);
      return answer.ok ? answer.value : undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, isBusy, problem, forget: () => setProblem(undefined) };
}

/** A key for one intent: kept while the same thing is tried again, new after it was done. */
export const newIntent = (): string => crypto.randomUUID();

import { useState } from 'react';
import { upon } from './upon.ts';

interface Typed<Value> {
  /** What is saved, with what is typed here upon it. */
  readonly wish: Value;
  readonly isWritten: boolean;
  readonly type: (part: Partial<Value>) => void;
  /** It is saved now. */
  readonly forget: () => void;
}

/** What is typed over what is saved. What a colleague saves meanwhile, a later revision, is put beneath it and takes nothing away. */
export function useTyped<Value extends { readonly revision: number }>(saved: Value): Typed<Value> {
  const [typed, setTyped] = useState<{ readonly before: Value; readonly mine: Value }>();
  const wish = typed ? upon({ ...typed, theirs: saved }) : saved;
  return {
    wish,
    isWritten: JSON.stringify(wish) !== JSON.stringify(saved),
    type: (part) => setTyped({ before: saved, mine: { ...wish, ...part } }),
    forget: () => setTyped(undefined),
  };
}

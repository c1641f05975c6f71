import { useState } from 'react';
import { useDraft } from '../form/use-draft.ts';

export interface WrittenComment {
  readonly words: string;
  /** The element that it is about: what was chosen when somebody began to write, whatever is looked at meanwhile. */
  readonly about: string;
  readonly write: (words: string) => void;
  readonly moveTo: (element: string) => void;
  /** It was added: nothing of it is kept any more. */
  readonly finish: () => void;
}

/** A comment while somebody writes it, kept like a form: whoever leaves the page meanwhile finds it when he is back. */
export function useWrittenComment(procedure: string, chosen: string): WrittenComment {
  const { found, keep, drop } = useDraft(`comment:${procedure}`);
  const [written, setWritten] = useState<{ readonly words: string; readonly about: string }>();
  const { words, about } = written ?? { words: textOf(found?.words), about: textOf(found?.about) };
  const hold = (next: { readonly words: string; readonly about: string }) => {
    setWritten(next);
    keep(next);
  };
  const isBegun = words.trim() !== '';
  return {
    words,
    about: isBegun ? about : chosen,
    write: (next) => hold({ words: next, about: isBegun ? about : chosen }),
    moveTo: (element) => hold({ words, about: element }),
    finish: () => {
      setWritten(undefined);
      void drop();
    },
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

import { useState } from 'react';
import { useDraft } from './use-draft.ts';

export interface KeptWords {
  readonly words: string;
  readonly type: (words: string) => void;
  /** They were taken: nothing of them is kept any more. */
  readonly finish: () => void;
}

/** What somebody writes in one field, kept like a form: whoever leaves the page meanwhile finds it when he is back. `key` names it, e.g. `comment:complaint`. */
export function useKeptWords(key: string): KeptWords {
  const { found, keep, drop } = useDraft(key);
  const [typed, setTyped] = useState<string>();
  return {
    words: typed ?? (typeof found?.words === 'string' ? found.words : ''),
    type: (words) => {
      setTyped(words);
      keep({ words });
    },
    finish: () => {
      setTyped(undefined);
      void drop();
    },
  };
}

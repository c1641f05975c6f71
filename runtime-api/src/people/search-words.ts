import { wordsOf } from '../search/fold.ts';

/** The words somebody is looked for by, folded: name, e-mail, firm. */
export const searchWordsOf = (...texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => wordsOf(text ?? ''))),
];

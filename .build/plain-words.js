// Reads words in which nothing but names stands in braces, in place of a parser that reads everything: what is more than that was read when the window was built.
export * from '@formatjs/icu-messageformat-parser/no-parser.js';

/** Elements as the whole parser gives them: literal words (0) and values by their name (1). */
export const parse = (message) =>
  message
    .split(/\{(\w+)\}/)
    .map((value, at) => ({ type: at % 2, value }))
    .filter(({ value }) => value !== '');

// The words of the window as they are built in: those with plurals, numbers or choices are read here already, so that no page brings a parser for them.
import { isDeepStrictEqual } from 'node:util';
import { parse } from '@formatjs/icu-messageformat-parser';
import { parse as parsePlain } from './plain-words.js';

const plainWords = new URL('plain-words.js', import.meta.url).pathname;

/** A catalogue whose words are all either plain, or read. */
export const compiled = (catalogue) => Object.fromEntries(Object.entries(catalogue).map(([key, words]) => [key, compiledWords(words)]));

function compiledWords(words) {
  const elements = parse(words, { captureLocation: false });
  return isDeepStrictEqual(parsePlain(words), elements) ? words : elements;
}

export function compiledCatalogues() {
  return {
    name: 'compiled-catalogues',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@formatjs\/icu-messageformat-parser$/ },
      handler: () => plainWords,
    },
    transform: {
      filter: { id: /\/locales\/[\w.]+\.json$/ },
      handler: (code) => ({ code: JSON.stringify(compiled(JSON.parse(code))), map: null }),
    },
  };
}

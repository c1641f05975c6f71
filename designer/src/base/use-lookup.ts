import { useFilter } from 'react-aria-components';
import { sameLetters } from '../language/same-letters.ts';

/** How what was typed is looked for everywhere in the window: case, accents and the Arabic forms of Persian letters make no difference. */
export function useLookup(): { readonly contains: (text: string, typed: string) => boolean } {
  const { contains } = useFilter({ sensitivity: 'base' });
  return {
    contains: (text, typed) => contains(sameLetters(text), sameLetters(typed)),
  };
}

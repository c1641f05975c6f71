import { useFilter } from 'react-aria-components';
import { sameLetters } from '../language/same-letters.ts';

/** How what was typed is looked for everywhere in the window: case, accents and the Arabic forms of Persian letters make no difference. */
export function useLookup(): Readonly<Record<'contains' | 'startsWith', (text: string, typed: string) => boolean>> {
  const { contains, startsWith } = useFilter({ sensitivity: 'base' });
  return {
    contains: (text, typed) => contains(sameLetters(text), sameLetters(typed)),
    startsWith: (text, typed) => startsWith(sameLetters(text), sameLetters(typed)),
  };
}

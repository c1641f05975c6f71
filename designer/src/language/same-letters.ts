/** Arabic keyboards write Persian words with letters of their own, and not everybody types the joiner between two parts of a word. */
export const sameLetters = (text: string): string => text.replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll('\u200c', '');

import type { Text } from '@redress/engine';
import type { Say } from '../language/words.tsx';
import type { Sentence } from './command.ts';

/** What an edit did, in the reader's language; names as the procedure says them. */
export function editWords(sentence: Sentence, say: Say, text: (words: Text) => string): string {
  const facts = Object.entries(sentence.facts).map(([name, value]) => [name, typeof value === 'object' ? text(value) : value]);
  return say(sentence.id, Object.fromEntries(facts));
}

/** The two buttons of the history: "Undo: rename “Assess”". */
export const undoWords = (sentence: Sentence, say: Say, text: (words: Text) => string): string =>
  say('edit.undo', { what: editWords(sentence, say, text) });
export const redoWords = (sentence: Sentence, say: Say, text: (words: Text) => string): string =>
  say('edit.redo', { what: editWords(sentence, say, text) });

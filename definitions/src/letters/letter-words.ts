import type { LetterWords } from '@redress/engine';
import words from './letter-words.json' with { type: 'json' };

/** What stands in letters without being written in them: the hour beside a day, yes and no. */
export const letterWords: LetterWords = words;

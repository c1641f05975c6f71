import type { Text } from '@redress/engine';
import words from './measure-words.json' with { type: 'json' };

/** What a measure is called, and what is counted of what: numerator and denominator, in one sentence. */
export interface MeasureWords {
  readonly title: Text;
  readonly counted: Text;
}
export const measureWords: ReadonlyMap<string, MeasureWords> = new Map(Object.entries(words));

import type { Text } from '@redress/engine';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** Records that forms, letters and ways file, by the word that definitions use; procedures may have others. */
export const recordWords: ReadonlyMap<string, Text> = new Map(Object.entries(vocabulary.records));
/** What somebody must be able to do; procedures may ask for more. */
export const competenceWords: ReadonlyMap<string, Text> = new Map(Object.entries(vocabulary.competences));

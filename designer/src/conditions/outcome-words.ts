import { meanings } from '@redress/definitions';
import type { Text } from '../outline/outline-words.ts';

/** How a procedure ended, by the word of its `outcome:` mark; a word of somebody's own as it is written. */
export const outcomeName = (outcome: string, text: Text): string => text(meanings.tags.get(`outcome:${outcome}`)?.title) || outcome;

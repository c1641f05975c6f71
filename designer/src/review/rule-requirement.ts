import { lawPointOf, ruleWords } from '@redress/definitions';
import type { Text } from '@redress/engine';

/** What a rule of a standard or of a law asks for; nothing of a rule that this product does not have any more. */
export const requirementOf = (rule: string): Text => (lawPointOf(rule)?.words ?? ruleWords.get(rule))?.requirement ?? {};

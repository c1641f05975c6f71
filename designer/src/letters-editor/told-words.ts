import { carrierOf } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import { fieldsOf, isFields, listOf, textOf } from '../model/loose-json.ts';
import { namedIn } from './chip-words.ts';

/** What a paragraph can tell, as the rules of the standards name it. */
export const told = [
  ...['receipt', 'case-id', 'contact', 'next-steps', 'expected-date', 'progress', 'delay-reason', 'new-date', 'what-needed', 'until-when'],
  ...['decision', 'reasons', 'remedy', 'review-route', 'external-route', 'time-limits', 'provider', 'method', 'costs', 'voluntary'],
  ...['binding-effect', 'legal-effect', 'possible-outcomes', 'legal-route', 'how-to-apply', 'assistance', 'terms', 'reflection-period'],
  ...['closure', 'survey', 'overdue', 'other-body', 'final-position', 'refusal-ground', 'acceptance', 'recommendation', 'position'],
  ...['dispute-notice', 'implementation', 'privacy', 'purpose', 'results', 'code-text', 'training', 'complaint-route', 'effective-date'],
  ...['open-promises', 'retirement', 'consultation', 'answer'],
] as const;

const isTold = (word: string): word is (typeof told)[number] => told.some((one) => one === word);

/** In plain words; what an organisation names for itself stands as it is written. */
export const toldName = (word: string, say: Say): string => (isTold(word) ? say(`letters.told.${word}`) : word.replace(/^x-/, ''));

/** What has to be in the words of a paragraph that tells this; nothing where words alone can tell it. */
export function factName(word: string): MessageId | undefined {
  if (carrierOf(word, () => undefined) === undefined) return undefined;
  if (word === 'case-id') return 'letters.fact.number';
  return word === 'time-limits' ? 'letters.fact.limit' : 'letters.fact.date';
}

/** The languages in which a paragraph, or other words of it, says it tells something and does not carry it. */
export function languagesWithout(word: string, block: unknown, definition: object): readonly string[] {
  const carries = carrierOf(word, (field) => fieldsOf(fieldsOf(fieldsOf(fieldsOf(definition).data)[field]).schema).format);
  if (!carries) return [];
  const { text, variants } = fieldsOf(block);
  const texts = [text, ...listOf(variants).map((variant) => fieldsOf(variant).text)].filter(isFields).map(textOf);
  const without = texts.flatMap((words) =>
    Object.entries(words).flatMap(([language, said]) => (namedIn(said).some(({ name }) => carries(name)) ? [] : [language])),
  );
  return [...new Set(without)];
}

import { belongsTo, meanings } from '@redress/definitions';
import { fieldsOf, isText } from '../model/loose-json.ts';
import { kindOf } from './kind-of.ts';

/** How something is made public. */
export const publishedWays = ['nothing', 'generated', 'own'] as const;
export type PublishedHow = (typeof publishedWays)[number] | 'other';

export const howPublished = (value: unknown): PublishedHow =>
  value === undefined ? 'nothing' : value === 'generated' ? 'generated' : isText(value) ? 'own' : 'other';

/** What the public page has to say for this kind of procedure, and what it says besides. */
export function publishedLines(definition: object): readonly (readonly [word: string, value: unknown])[] {
  const published = fieldsOf(fieldsOf(definition).publishes);
  const asked = [...meanings.publishes].filter(([, meaning]) => belongsTo(meaning, kindOf(definition))).map(([word]) => word);
  return [...asked, ...Object.keys(published).filter((word) => !asked.includes(word))].map((word) => [word, published[word]]);
}

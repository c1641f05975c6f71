import { meanings } from '@redress/definitions';
import type { MessageId } from '../language/messages.ts';

/** What tags say: what a step is for, whose move it is, which level of escalation, what an end means. */
const tagSorts = ['stage', 'outcome', 'level', 'wait'] as const;
type TagSort = (typeof tagSorts)[number];

export const sortOfTag = (tag: string): TagSort | undefined =>
  meanings.tags.has(tag) ? tagSorts.find((sort) => tag.startsWith(`${sort}:`)) : undefined;

/** What is said of a tag that is evidence for no clause. */
export function clauselessWords(tag: string): MessageId {
  const sort = sortOfTag(tag);
  return sort === 'level' || sort === 'wait' ? `proof.sort.${sort}` : 'proof.no-clause';
}

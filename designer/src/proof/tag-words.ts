import { meanings } from '@redress/definitions';
import type { MessageId } from '../language/messages.ts';

/** What tags say: what a step is for, whose move it is, which level of escalation, what an end means. */
export const tagSorts = ['stage', 'outcome', 'level', 'wait'] as const;
export type TagSort = (typeof tagSorts)[number];
export const sortNames = {
  stage: 'proof.sort.stage',
  outcome: 'proof.sort.outcome',
  level: 'proof.sort.level',
  wait: 'proof.sort.wait',
} as const satisfies Readonly<Record<TagSort, MessageId>>;

export const sortOfTag = (tag: string): TagSort | undefined =>
  meanings.tags.has(tag) ? tagSorts.find((sort) => tag.startsWith(`${sort}:`)) : undefined;

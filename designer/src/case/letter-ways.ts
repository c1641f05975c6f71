import type { MessageId } from '../language/messages.ts';

/** How a letter that people send themselves leaves the house. */
export const letterWays = ['post', 'email', 'hand', 'other'] as const;
export type LetterWay = (typeof letterWays)[number];
export const letterWayWords: Readonly<Record<LetterWay, MessageId>> = {
  post: 'letter.way.post',
  email: 'letter.way.email',
  hand: 'letter.way.hand',
  other: 'letter.way.other',
};

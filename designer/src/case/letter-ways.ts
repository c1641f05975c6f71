import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';

/** How a letter that people send themselves leaves the house. */
export const letterWays = ['post', 'email', 'hand', 'other'] as const;
export type LetterWay = (typeof letterWays)[number];
export const letterWayWords: Readonly<Record<LetterWay, MessageId>> = {
  post: 'letter.way.post',
  email: 'letter.way.email',
  hand: 'letter.way.hand',
  other: 'letter.way.other',
};

/** How a letter went, in the reader's words, whoever noted it; what a program wrote in words of its own stands as it is. */
export function useSentBy(): (how: string) => string {
  const say = useWords();
  return (how) => {
    const way = letterWays.find((each) => each === how);
    return way ? say(letterWayWords[way]) : how;
  };
}

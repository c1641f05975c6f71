import {
  acknowledgeMost,
  answerLeast,
  answerMost,
  defaultAnswers,
  drawSkeleton,
  type SkeletonAnswers,
  skeletonLanguages,
} from '@redress/definitions';
import { useState } from 'react';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';

interface Typed {
  readonly answer: string;
  readonly acknowledge: string;
}

/** What was answered so far; numbers as they are typed, in Persian or Latin digits. `languages`: of the procedure and of the organisation. */
export function useAnswers(languages: readonly string[]) {
  const say = useWords();
  const dates = useDates();
  const [given, setGiven] = useState<SkeletonAnswers>(defaultAnswers);
  const [typed, setTyped] = useState<Typed>({
    answer: dates.number(defaultAnswers.answerBy.amount),
    acknowledge: dates.number(defaultAnswers.acknowledgeBy),
  });
  const [tried, setTried] = useState(false);
  const answers = { ...given, languages: skeletonLanguages(languages) };
  const { unit } = answers.answerBy;
  const acknowledgeBy = whole(typed.acknowledge, 1, acknowledgeMost);
  const least = answerLeast(unit, acknowledgeBy ?? defaultAnswers.acknowledgeBy);
  const amount = whole(typed.answer, least, answerMost(unit));
  const tell = (value: number | undefined, from: number, to: number) =>
    tried && value === undefined ? say('skeleton.when.wrong', { least: from, most: to }) : undefined;
  return {
    answers,
    typed,
    wrong: { acknowledge: tell(acknowledgeBy, 1, acknowledgeMost), answer: tell(amount, least, answerMost(unit)) },
    set: (change: Partial<SkeletonAnswers>) => setGiven({ ...given, ...change }),
    type: (change: Partial<Typed>) => setTyped({ ...typed, ...change }),
    /** The procedure, unless a number is none. */
    draw: () => {
      setTried(true);
      return acknowledgeBy === undefined || amount === undefined
        ? undefined
        : drawSkeleton({ ...answers, acknowledgeBy, answerBy: { unit, amount } });
    },
  };
}

function whole(text: string, least: number, most: number): number | undefined {
  const value = readNumber(text);
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

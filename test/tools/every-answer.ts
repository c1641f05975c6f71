import { answerLeast, answerMost, type SkeletonAnswers } from '@redress/definitions';

/** Every combination of answers, in turn with the shortest, a usual and the longest times. For tests. */
export const everyAnswer = (): readonly SkeletonAnswers[] =>
  [true, false]
    .flatMap((representative) => [true, false].map((desk) => ({ representative, desk })))
    .flatMap((who) => (['one', 'two', 'three'] as const).map((answering) => ({ ...who, answering })))
    .flatMap((who) => [true, false].map((again) => ({ ...who, again })))
    .flatMap((who) => (['named', 'awaited', 'procedure'] as const).map((outside) => ({ ...who, outside })))
    .flatMap((answers) => (['days', 'workingDays'] as const).map((unit) => ({ ...answers, unit })))
    .map(({ unit, ...answers }, index) => ({ ...answers, languages: ['pl'], ...(lengthsIn(unit)[index % 9] ?? usual) }));

/** Every combination of lengths that can be given. */
export const lengthsIn = (unit: 'days' | 'workingDays') =>
  [1, 2, 10].flatMap((acknowledgeBy) =>
    [answerLeast(unit, acknowledgeBy), 30, answerMost(unit)].map((amount) => ({ acknowledgeBy, answerBy: { unit, amount } })),
  );
const usual = { acknowledgeBy: 2, answerBy: { unit: 'days' as const, amount: 30 } };

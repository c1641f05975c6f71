/** What the four questions ask, and what was answered. */
export interface SkeletonAnswers {
  /** Who can complain, beside the person whom it concerns. */
  readonly representative: boolean;
  /** Whether the organisation writes down what somebody comes, calls or writes for. */
  readonly desk: boolean;
  /** Who answers: one person does everything, another one decides, or the front desk stands apart as well. */
  readonly answering: 'one' | 'two' | 'three';
  /** By when the answer has to be there. */
  readonly answerBy: { readonly unit: 'days' | 'workingDays'; readonly amount: number };
  /** By when the complainant has a number and a date, in working days. */
  readonly acknowledgeBy: number;
  /** What if they disagree: whether somebody else of the organisation looks at it again before the outside body is offered. */
  readonly again: boolean;
  /** The outside body is named and the case closed; its result is waited for here; its procedure is a sub-procedure. */
  readonly outside: 'named' | 'awaited' | 'procedure';
  /** Of the procedure, its own first: the texts stand in those of them that the skeleton has, and in the other ones of the skeleton. */
  readonly languages: readonly string[];
}

export const defaultAnswers: SkeletonAnswers = {
  representative: true,
  desk: true,
  answering: 'two',
  answerBy: { unit: 'days', amount: 30 },
  acknowledgeBy: 2,
  again: true,
  outside: 'named',
  languages: [],
};

export const acknowledgeMost = 10;
/** Eight weeks: a promise of more would break the rule of ISO 10002, 4.15. */
export const answerMost = (unit: 'days' | 'workingDays'): number => (unit === 'days' ? 56 : 40);
/** Working days that the steps share at most: each of them may meet weekends of its own, and together they stay within eight weeks. */
const sharedMost = 34;
/** With a weekend in it and another one before the letter goes, two working days are four of seven. */
const decideMost = 2;
/** Writing down, assessing, examining, deciding and sending take a working day each, whatever the limit. */
const daysBesides = 5;

/** The least a limit can be beside that for the acknowledgement: in each step somebody has at least a day. */
export function answerLeast(unit: 'days' | 'workingDays', acknowledgeBy: number): number {
  const workingDays = acknowledgeBy + daysBesides;
  return unit === 'workingDays' ? workingDays : Math.ceil((workingDays * 7) / 5);
}

/** Working days of each step, together at most the limit of the answer: what is left is for looking into it, a quarter of it for deciding, but no more than leaves a week to tell it (ISO 10002, 7.8). */
export function shareOut({
  answerBy,
  acknowledgeBy,
}: SkeletonAnswers): Readonly<Record<'receive' | 'assess' | 'investigate' | 'decide' | 'respond', number>> {
  const promised = answerBy.unit === 'workingDays' ? answerBy.amount : Math.floor((answerBy.amount * 5) / 7);
  const total = Math.min(promised, sharedMost);
  const assess = total - acknowledgeBy > daysBesides + 3 ? 2 : 1;
  const left = Math.max(2, total - acknowledgeBy - assess - 2);
  const decide = Math.min(decideMost, Math.max(1, Math.round(left / 4)));
  return { receive: 1, assess, investigate: Math.max(1, left - decide), decide, respond: 1 };
}

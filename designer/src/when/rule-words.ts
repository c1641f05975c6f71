import type { MessageId } from '../language/messages.ts';
import type { clockMeanings } from '../model/clock-commands.ts';

/** From which day a length of time counts, and whether its last day counts to the end: words of the format and what they are called. */
export const countsWords = {
  nextDay: 'when.counts.next-day',
  sameDay: 'when.counts.same-day',
  nextWorkingDay: 'when.counts.next-working-day',
} as const satisfies Readonly<Record<string, MessageId>>;
export const endsWords = { exact: 'when.ends.exact', endOfDay: 'when.ends.end-of-day' } as const satisfies Readonly<
  Record<string, MessageId>
>;

/** What it means that a clock has run out. */
export const expiryWords = {
  breach: 'when.means.breach',
  accepted: 'when.means.accepted',
  refused: 'when.means.refused',
} as const satisfies Readonly<Record<(typeof clockMeanings)[number], MessageId>>;

import type { Delay } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';

const units = {
  minutes: 'length.minutes',
  hours: 'length.hours',
  workingHours: 'length.working-hours',
  days: 'length.days',
  workingDays: 'length.working-days',
  weeks: 'length.weeks',
  months: 'length.months',
  years: 'length.years',
} as const satisfies Record<string, MessageId>;

/** "3 working days", or what other words say of each unit; nothing for a length that is computed or a fixed date. */
export function lengthWords(say: Say, delay: Delay, words: Readonly<Record<string, MessageId>> = units): string {
  for (const [unit, word] of Object.entries(words)) {
    const amount = Object.entries(delay).find(([name]) => name === unit)?.[1];
    if (typeof amount === 'number') return say(word, { amount });
  }
  return '';
}

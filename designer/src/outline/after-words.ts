import type { Delay } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import { lengthWords } from '../work/length-words.ts';

const units = {
  minutes: 'outline.after.minutes',
  hours: 'outline.after.hours',
  workingHours: 'outline.after.working-hours',
  days: 'outline.after.days',
  workingDays: 'outline.after.working-days',
  weeks: 'outline.after.weeks',
  months: 'outline.after.months',
  years: 'outline.after.years',
} as const satisfies Record<string, MessageId>;

/** "After 3 working days": a sentence a unit, since Polish declines what stands after such a word; nothing for a length that is computed. */
export const afterWords = (say: Say, delay: Delay): string => lengthWords(say, delay, units);

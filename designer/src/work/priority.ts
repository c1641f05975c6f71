import type { MessageId } from '../language/messages.ts';

/** Priorities of tasks in words, from 1 to 4. */
export const priorities = [
  { level: 1, word: 'priority.1' },
  { level: 2, word: 'priority.2' },
  { level: 3, word: 'priority.3' },
  { level: 4, word: 'priority.4' },
] as const satisfies readonly { readonly level: number; readonly word: MessageId }[];

/** Only what presses more than usual is said in a list: where everything shouts, nothing is heard. */
export const pressingWord = (priority: number | undefined): MessageId | undefined =>
  priority === undefined || priority < 3 ? undefined : priority < 4 ? 'priority.3' : 'priority.4';

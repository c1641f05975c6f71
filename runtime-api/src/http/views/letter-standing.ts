import type { LetterDocument } from '../../store/models/letter.ts';
import type { ReadCase } from './read-case.ts';

/** How a letter stands. What waited for somebody to print it waits no more in a case that was cancelled: its task ended with the case. */
export const letterStanding = (
  { document }: Pick<ReadCase, 'document'>,
  state: LetterDocument['state'] | 'waiting',
): LetterDocument['state'] | 'waiting' | 'dropped' => (state === 'to-print' && document.status === 'cancelled' ? 'dropped' : state);

import type { LetterDocument } from '../../store/models/letter.ts';
import type { ReadCase } from './read-case.ts';

/**
 * How a letter stands. What waited for somebody to print it waits no more in a case that was cancelled: its task ended with the case, unless the letter was
 * still on its way then and its task came afterwards.
 */
export function letterStanding(
  { document, state }: Pick<ReadCase, 'document' | 'state'>,
  { key, stands }: { readonly key: string; readonly stands: LetterDocument['state'] | 'waiting' },
): LetterDocument['state'] | 'waiting' | 'dropped' {
  const isOff = stands === 'to-print' && document.status === 'cancelled' && !state.tasks.some(({ letter }) => letter?.key === key);
  return isOff ? 'dropped' : stands;
}

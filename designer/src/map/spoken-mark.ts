import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import type { Mark } from './map-view.ts';

interface Marked {
  readonly mark?: Mark | undefined;
  /** Which steps of a played run end there. */
  readonly numbers?: readonly number[] | undefined;
  readonly say: Say;
}

const markWords: Readonly<Record<Exclude<Mark, 'off-path'>, MessageId>> = {
  here: 'map.mark.here',
  walked: 'map.mark.walked',
  next: 'map.mark.next',
  'not-now': 'map.mark.not-now',
  later: 'map.mark.later',
  added: 'compare.mark.added',
  removed: 'compare.mark.removed',
  changed: 'compare.mark.changed',
  'on-path': 'check.mark.on-path',
  breaks: 'check.mark.breaks',
};

/** What is told of it, in words; nothing of what a played run does not come to. */
export function spokenMark({ mark, numbers = [], say }: Marked): string {
  const at =
    numbers.length === 0
      ? ''
      : say('check.mark.numbers', {
          count: numbers.length,
          numbers: numbers.map((number) => say('map.count', { count: number })).join(say('list.separator')),
        });
  return [at, mark === undefined || mark === 'off-path' ? '' : say(markWords[mark])].filter((words) => words !== '').join(' ');
}

import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { DraftComment } from '../server/shapes/definitions.ts';
import own from './comments.module.css';

/** Who said something and when, in the words of that person. */
export function Said({ person, at, text }: Pick<DraftComment, 'person' | 'at' | 'text'>) {
  const say = useWords();
  const dates = useDates();
  return (
    <div className={own.said}>
      <p>
        <bdi dir="auto">{person?.name ?? say('review.person-unknown')}</bdi>
        <time dateTime={at}>{dates.moment(at)}</time>
      </p>
      <p dir="auto">{text}</p>
    </div>
  );
}

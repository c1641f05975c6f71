import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../base/button.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import type { GuideTarget } from './guide-tasks.ts';

const pages = {
  map: { to: '/procedures/$procedure/map', word: 'design.map' },
  outline: { to: '/procedures/$procedure/outline', word: 'design.outline' },
  try: { to: '/procedures/$procedure/try', word: 'design.try' },
  review: { to: '/procedures/$procedure/review', word: 'design.review' },
  versions: { to: '/procedures/$procedure/versions', word: 'review.history' },
} as const satisfies Readonly<Record<Exclude<GuideTarget, 'procedures'>, { readonly to: string; readonly word: MessageId }>>;

/** The page where a task is done: of the draft the reader comes from, else the list of procedures, from where each draft is reached. */
export function GuideWay({ opens, procedure }: { readonly opens: GuideTarget; readonly procedure: string | undefined }) {
  const say = useWords();
  if (opens === 'procedures' || procedure === undefined)
    return <ButtonLink to="/procedures">{say('guide.open', { page: say('procedures.title') })}</ButtonLink>;
  const { to, word } = pages[opens];
  return (
    <ButtonLink to={to} params={{ procedure }}>
      {say('guide.open', { page: say(word) })}
    </ButtonLink>
  );
}

/** For whoever opened the guide beside a draft. */
export function BackToDraft({ procedure }: { readonly procedure: string | undefined }) {
  const say = useWords();
  if (procedure === undefined) return null;
  return (
    <Link to="/procedures/$procedure/map" params={{ procedure }}>
      {say('guide.back-to-draft')}
    </Link>
  );
}

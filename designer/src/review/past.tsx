import { Link } from '@tanstack/react-router';
import { CornerUpLeft } from 'lucide-react';
import { Note } from '../base/note.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { DraftFacts } from '../draft/draft-link.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import type { VersionRow } from '../server/shapes/definitions.ts';
import said from './comments.module.css';
import { ContentHash } from './content-hash.tsx';

export interface PastProps {
  readonly procedure: string;
  readonly facts: DraftFacts;
  /** The newest version: once the draft is over it is what became of it. */
  readonly newest?: VersionRow | undefined;
}

/** Who sent, approved, published it or sent it back, when and in which words. */
export function Past({ procedure, facts, newest }: PastProps) {
  const say = useWords();
  const dates = useDates();
  const { state, submittedBy, submittedAt, why, approvedBy, approvedAt, returned, hash } = facts;
  const nobody = say('review.person-unknown');
  if (state === 'published')
    return (
      <Note tone="good">
        {newest?.publishedBy && <p>{say('review.published-by', { name: isolated(newest.publishedBy.name) })}</p>}
        {newest?.publishedAt !== undefined && <p>{dates.moment(newest.publishedAt)}</p>}
        <Link to="/procedures/$procedure/versions" params={{ procedure }}>
          {say('review.history')}
        </Link>
      </Note>
    );
  if (returned)
    return (
      <Note tone="time" icon={CornerUpLeft}>
        <p>{say('review.returned', { name: isolated(returned.by?.name ?? nobody), at: dates.moment(returned.at) })}</p>
        {returned.why !== undefined && <p dir="auto">{returned.why}</p>}
      </Note>
    );
  return (
    <>
      {submittedAt !== undefined && (
        <div className={said.said}>
          <p>{say('review.sent-by', { name: isolated(submittedBy?.name ?? nobody), at: dates.moment(submittedAt) })}</p>
          {why !== undefined && <p dir="auto">{why}</p>}
        </div>
      )}
      {approvedBy && (
        <Note tone="good">
          <p>{say('review.approved-by', { name: isolated(approvedBy.name) })}</p>
          {approvedAt !== undefined && <p>{dates.moment(approvedAt)}</p>}
          {hash !== undefined && (
            <p>
              <ContentHash hash={hash} />
            </p>
          )}
        </Note>
      )}
    </>
  );
}

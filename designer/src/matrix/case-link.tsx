import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.tsx';
import type { CasePlace } from '../server/shapes/operation.ts';

/** A case by its number, opened at the line that is meant. */
export function CaseLink({ place: { case: of, revision } }: { readonly place: CasePlace }) {
  const say = useWords();
  return (
    <Link to="/cases/$caseId" params={{ caseId: of.id }} search={revision === undefined ? {} : { line: String(revision) }}>
      <bdi>{of.number ?? say('matrix.case-unnumbered')}</bdi>
    </Link>
  );
}

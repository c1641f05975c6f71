import { useWords } from '../language/words.tsx';
import type { RunningCases } from '../server/shapes/definitions.ts';

/** How many cases run on which version, and that they stay there: said before a version is published anew, or the procedure retired. */
export function StayingCases({ running }: { readonly running: RunningCases | undefined }) {
  const say = useWords();
  const versions = running?.versions.filter(({ cases }) => cases > 0) ?? [];
  if (versions.length === 0) return null;
  return (
    <ul>
      {versions.map(({ version, cases }) => (
        <li key={version}>{say('review.cases-stay', { count: cases, version })}</li>
      ))}
      {running?.capped && <li>{say('review.cases-capped')}</li>}
    </ul>
  );
}

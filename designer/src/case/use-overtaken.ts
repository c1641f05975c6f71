import type { Problem } from '../server/shapes/basics.ts';
import type { CaseView, TimelineLine } from '../server/shapes/cases.ts';
import { useSession } from '../shell/session.tsx';
import { overtaken } from '../work/lost-race.tsx';
import { useTimeline } from './use-timeline.ts';

/** What happened in the case, where what somebody was about to do can be done no more: who did it and when. A case that was cancelled says so. */
export function useOvertaken(found: CaseView, isGone: boolean, incident?: string): Problem | undefined {
  const lines = useTimeline(found);
  const told = useTold();
  const about = found.status === 'cancelled' ? lines.findLast(({ event }) => event === 'case.cancel') : settling(lines, incident);
  return isGone ? told(about ?? lines.at(-1)) : undefined;
}

/** By which line of the journal a failure was tried again or skipped. */
export const settling = (lines: readonly TimelineLine[], incident: string | undefined): TimelineLine | undefined =>
  lines.findLast((line) => incident !== undefined && line.incident === incident);

/** What overtook the reader, in words for him; what he did himself names nobody. */
export function useTold(): (line: TimelineLine | undefined) => Problem {
  const me = useSession().person.id;
  return (line) => overtaken({ by: line?.by?.id === me ? undefined : line?.by, at: line?.at, event: line?.event });
}

import type { Problem } from '../server/shapes/basics.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { useSession } from '../shell/session.tsx';
import { overtaken } from '../work/lost-race.tsx';
import { useTimeline } from './use-timeline.ts';

/** What happened last in the case, where what somebody was about to do can be done no more: who did it and when. */
export function useOvertaken(found: CaseView, isGone: boolean): Problem | undefined {
  const last = useTimeline(found).at(-1);
  const me = useSession().person.id;
  return isGone ? overtaken(last?.by?.id === me ? undefined : last?.by, last?.at) : undefined;
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { CaseView, TimelineLine } from '../server/shapes/cases.ts';
import { readTimeline } from './case-requests.ts';

const pagesMost = 50;

/** All lines of a case, oldest first. The journal only grows: after a change only what is newer is asked for. */
export function useTimeline(found: Pick<CaseView, 'id'>, isAsked = true): readonly TimelineLine[] {
  const client = useQueryClient();
  const key = keys.timeline(found.id);
  const query = useQuery({
    queryKey: key,
    enabled: isAsked,
    queryFn: async () => {
      const known = client.getQueryData<readonly TimelineLine[]>(key) ?? [];
      // The last lines are asked again: their letters may have been sent meanwhile.
      const kept = known.slice(0, -20);
      const lines = [...kept];
      for (let page = 0; page < pagesMost; page++) {
        const answer = answerOf(await readTimeline(found.id, lines.at(-1)?.revision ?? 0));
        lines.push(...answer.rows);
        if (!answer.more) break;
      }
      return lines;
    },
  });
  return query.data ?? [];
}

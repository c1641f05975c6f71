import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { WireEvent } from '../server/shapes/inspection.ts';
import { useLive } from '../server/use-live.tsx';
import { wholeUpTo } from './inspected.ts';
import { readInspection } from './inspection-requests.ts';

const pagesMost = 100;

/** All events of a case, oldest first, live: a hint of the case asks for what is newer than what is known without a gap. */
export function useInspection(caseId: string, enabled: boolean): UseQueryResult<readonly WireEvent[]> {
  const client = useQueryClient();
  const key = keys.inspection(caseId);
  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const known = client.getQueryData<readonly WireEvent[]>(key) ?? [];
      const whole = wholeUpTo(known);
      const events = known.filter(({ revision }) => revision <= whole);
      for (let page = 0; page < pagesMost; page++) {
        const answer = answerOf(await readInspection(caseId, events.at(-1)?.revision ?? 0));
        events.push(...answer.rows);
        if (!answer.more) break;
      }
      return events;
    },
    enabled,
  });
  const refill = () => {
    void client.invalidateQueries({ queryKey: keys.case(caseId) });
  };
  useLive(enabled ? `case:${caseId}` : undefined, {
    hint: ({ revision }) => {
      if (revision === undefined || revision > (query.data?.at(-1)?.revision ?? 0)) refill();
    },
    refill,
  });
  return query;
}

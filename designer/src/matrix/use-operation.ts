import { useQuery } from '@tanstack/react-query';
import { isReversed, type Period } from '../calendar/usual-periods.ts';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readOperation } from '../server/procedures.ts';
import { readsProof, useSession } from '../shell/session.tsx';
import type { SideName } from './matrix-side.ts';

/** What became of a version in the cases of a period, for those who may ask; on a draft no case runs. Another period's stays until it is read. */
export function useOperation(id: string, of: SideName, period: Period) {
  const mayAsk = readsProof(useSession());
  const isAsked = mayAsk && of !== 'draft';
  const operation = useQuery({
    queryKey: keys.operation(id, of, period),
    queryFn: async () => answerOf(await readOperation(id, Number(of), period)),
    enabled: isAsked && !isReversed(period),
    placeholderData: (before, query) => (query?.queryKey[2] === of ? before : undefined),
  });
  return { operation, isAsked };
}

import { useQuery } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readOperation } from '../server/procedures.ts';
import { holdsRight, useSession } from '../shell/session.tsx';
import type { SideName } from './matrix-side.ts';

/** What became of a version when it was used, for those who may ask; on a draft no case runs. */
export function useOperation(id: string, of: SideName) {
  const mayAsk = holdsRight(useSession(), 'compliance', 'management', 'process-owner');
  return useQuery({
    queryKey: keys.operation(id, of),
    queryFn: async () => answerOf(await readOperation(id, Number(of))),
    enabled: mayAsk && of !== 'draft',
  });
}

import { useQuery } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { listChangedStandards } from '../server/procedures.ts';
import { readsProof, useSession } from '../shell/session.tsx';

/** What versions in force owe to rules that changed, or were chosen, later: of interest to whoever may see how they stand to rules at all. */
export function useChangedStandards() {
  const reads = readsProof(useSession());
  return useQuery({ queryKey: keys.changedStandards, queryFn: async () => answerOf(await listChangedStandards()), enabled: reads });
}

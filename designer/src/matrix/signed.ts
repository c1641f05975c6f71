import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useWaivers } from '../review/use-review.ts';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readAttestations } from '../server/procedures.ts';
import { useLive } from '../server/use-live.tsx';

/** What people signed for a procedure: rules taken off, and what no drawing proves. Newest first; read again when somebody signs. */
export function useSigned(id: string) {
  const queries = useQueryClient();
  const again = () => {
    void queries.invalidateQueries({ queryKey: keys.waivers(id) });
    void queries.invalidateQueries({ queryKey: keys.attestations(id) });
  };
  useLive(`definition:${id}`, { hint: again, refill: again });
  const waivers = useWaivers(id);
  const attestations = useQuery({ queryKey: keys.attestations(id), queryFn: async () => answerOf(await readAttestations(id)).rows });
  return { again, waivers, attestations };
}

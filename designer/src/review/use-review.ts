import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readComments, readProcedure, readProcedureVersion, readRunning, readStandards, readWaivers } from '../server/procedures.ts';
import { useLive } from '../server/use-live.tsx';

/** The procedure with its versions; read again when somebody publishes. */
export function useProcedure(id: string) {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: keys.procedure(id) });
  useLive('organisation', { hint: ({ kind }) => kind === 'definition' && again(), refill: again });
  return useQuery({
    queryKey: keys.procedure(id),
    queryFn: async () => {
      const answer = await readProcedure(id);
      // Drawn for the first time: nothing of it was ever published.
      return !answer.ok && answer.problem.status === 404 ? null : answerOf(answer);
    },
  });
}

/** A version as it was published; it never changes. */
export function useVersion(id: string, version: number | undefined) {
  return useQuery({
    queryKey: keys.definition(id, version ?? 0),
    queryFn: async () => answerOf(await readProcedureVersion(id, version ?? 0)),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** How many cases run on which version, and in which step they stand. */
export const useRunning = (id: string, may: boolean) =>
  useQuery({ queryKey: keys.running(id), queryFn: async () => answerOf(await readRunning(id)), enabled: may });

/** What was said about the draft. */
export function useComments(id: string) {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: keys.comments(id) });
  useLive(`definition:${id}`, { hint: again, refill: again });
  return { again, ...useQuery({ queryKey: keys.comments(id), queryFn: async () => answerOf(await readComments(id)).rows }) };
}

/** How the draft stands to the rules, and what was waived of them; asked again when somebody draws or signs. */
export function useStandards(id: string) {
  const queries = useQueryClient();
  const again = () => {
    void queries.invalidateQueries({ queryKey: keys.standards(id) });
    void queries.invalidateQueries({ queryKey: keys.waivers(id) });
  };
  useLive(`definition:${id}`, { hint: again, refill: again });
  const standards = useQuery({ queryKey: keys.standards(id), queryFn: async () => answerOf(await readStandards(id)) });
  const waivers = useQuery({ queryKey: keys.waivers(id), queryFn: async () => answerOf(await readWaivers(id)).rows });
  return { again, standards, waivers };
}

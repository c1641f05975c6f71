import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import {
  readComments,
  readProcedure,
  readProcedureDraft,
  readProcedureVersion,
  readReviewedDraft,
  readRunning,
  readStandards,
  readWaivers,
} from '../server/procedures.ts';
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

/** A version as it was published, or what is drawn now: for looking at, not for drawing. Without a name there is nothing to read. */
export function useDrawing(id: string, which: string | undefined) {
  return useQuery({
    queryKey: which === 'draft' ? [...keys.procedureDraft(id), 'looked-at'] : keys.definition(id, Number(which ?? 0)),
    queryFn: async () =>
      which === 'draft' ? answerOf(await readProcedureDraft(id)) : answerOf(await readProcedureVersion(id, Number(which))),
    enabled: which !== undefined,
    gcTime: 0,
  });
}

/** The draft as it was when a second person sent it back at this moment; nothing where nobody did. */
export const useReviewed = (id: string, at: string | undefined) =>
  useQuery({
    queryKey: keys.reviewedDraft(id, at ?? ''),
    queryFn: async () => answerOf(await readReviewedDraft(id)),
    enabled: at !== undefined,
  });

/** How many cases run on which version, and in which step they stand. */
export const useRunning = (id: string, may: boolean) =>
  useQuery({ queryKey: keys.running(id), queryFn: async () => answerOf(await readRunning(id)), enabled: may });

/** What was said about the draft, and where that is on its way; nothing where nobody asks. */
export function useComments(id: string, isAsked = true) {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: keys.comments(id) });
  useLive(isAsked ? `definition:${id}` : undefined, { hint: again, refill: again });
  return { again, ...useQuery({ queryKey: keys.comments(id), queryFn: async () => answerOf(await readComments(id)), enabled: isAsked }) };
}

/** Rules that somebody took off the procedure, newest first. */
export const useWaivers = (id: string) =>
  useQuery({ queryKey: keys.waivers(id), queryFn: async () => answerOf(await readWaivers(id)).rows });

/** How the draft stands to the rules, and what was waived of them; asked again when somebody draws or signs. */
export function useStandards(id: string) {
  const queries = useQueryClient();
  const again = () => {
    void queries.invalidateQueries({ queryKey: keys.standards(id) });
    void queries.invalidateQueries({ queryKey: keys.waivers(id) });
  };
  useLive(`definition:${id}`, { hint: again, refill: again });
  const standards = useQuery({ queryKey: keys.standards(id), queryFn: async () => answerOf(await readStandards(id)) });
  const waivers = useWaivers(id);
  return { again, standards, waivers };
}

import { useQueries, useQuery } from '@tanstack/react-query';
import { useText } from '../language/words.tsx';
import { type Fields, fieldsOf, isFields, textOf } from '../model/loose-json.ts';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readProcedureVersion } from '../server/procedures.ts';
import { proceduresQuery } from '../server/procedures-query.ts';

/** A procedure of the organisation beside the one that is drawn. */
export interface OtherProcedure {
  readonly id: string;
  readonly name: string;
  /** As it is in force; nothing before it is read, or where it was never published. */
  readonly document: Fields | undefined;
}

/** The procedures that can be begun from this one, with what they ask for and how they end. */
export function useOtherProcedures(): readonly OtherProcedure[] {
  const text = useText();
  const rows = (useQuery(proceduresQuery).data ?? []).filter(({ retired }) => !retired);
  const documents = useQueries({
    queries: rows.map(({ id, current }) => ({
      queryKey: keys.definition(id, current ?? 0),
      queryFn: async () => answerOf(await readProcedureVersion(id, current ?? 0)),
      enabled: current !== undefined,
      staleTime: Number.POSITIVE_INFINITY, // A published version never changes.
    })),
  });
  return rows.map(({ id, title }, index) => {
    const document: unknown = documents[index]?.data?.document;
    return { id, name: text(textOf(title)) || id, document: isFields(document) ? document : undefined };
  });
}

/** The names alone, for sentences. */
export function useProcedureNames(): (id: string) => string {
  const text = useText();
  const rows = useQuery(proceduresQuery).data ?? [];
  return (id) => text(textOf(rows.find((row) => row.id === id)?.title)) || id;
}

/** The words of `outcome:` that a procedure can end with, in the order of its ends. */
export function outcomesOf(document: Fields): readonly string[] {
  const found = new Set<string>();
  for (const state of Object.values(fieldsOf(fieldsOf(document.machine).states))) {
    const { type, tags } = fieldsOf(state);
    if (type !== 'final' || !Array.isArray(tags)) continue;
    for (const tag of tags) if (typeof tag === 'string' && tag.startsWith('outcome:')) found.add(tag.slice('outcome:'.length));
  }
  return [...found];
}

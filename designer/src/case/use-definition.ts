import type { Definition } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { readDefinition } from './case-requests.ts';

/** A published version of a procedure. It never changes: asked once. The server published it, so it has passed the schema. */
export function useDefinition(definition: string | undefined, version: number | undefined): Definition | undefined {
  const query = useQuery({
    queryKey: keys.definition(definition ?? '', version ?? 0),
    queryFn: async () => answerOf(await readDefinition(definition ?? '', version ?? 0)),
    enabled: definition !== undefined && version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isDefinition(query.data?.document) ? query.data.document : undefined;
}

function isDefinition(document: unknown): document is Definition {
  return typeof document === 'object' && document !== null && 'format' in document && document.format === 1 && 'machine' in document;
}

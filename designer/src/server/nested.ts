import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldsOf } from '../model/loose-json.ts';
import { startedBy } from '../model/started-by.ts';
import { keys } from './keys.ts';
import { answerOf } from './problem.ts';
import { readProcedureVersion } from './procedures.ts';
import { proceduresQuery } from './procedures-query.ts';

/** A procedure as it is in force for new cases. */
export interface Nested {
  readonly id: string;
  readonly version: number;
  readonly document: object;
}

/**
 * What is in force of the procedures that the draft starts, and of those that they wait for; nothing until that is known. One that cannot be had is left
 * out: what comes with the product stands for it then, and whatever that waits for is here as well.
 */
export function useNested(definition: object): readonly Nested[] | undefined {
  const { data: procedures = [] } = useQuery(proceduresQuery);
  const ids = new Set(startedBy(definition));
  const inForce = new Map(procedures.flatMap((one) => (one.current === undefined || one.retired ? [] : [[one.id, one] as const])));
  for (const id of ids) for (const further of inForce.get(id)?.waitsFor ?? []) ids.add(further);
  return useInForce([...ids].every((id) => inForce.has(id)) ? [...ids] : 'all');
}

/** The same, and what is in force of those that wait for it; nothing as long as one of them cannot be had, or is still to come in force. */
export function useAround(definition: object): readonly Nested[] | undefined {
  const { id } = fieldsOf(definition);
  const { data: procedures = [] } = useQuery(proceduresQuery);
  const waiting = procedures.filter(({ waitsFor }) => typeof id === 'string' && waitsFor?.includes(id) === true).map((one) => one.id);
  const ids = [...new Set([...startedBy(definition), ...waiting])];
  const around = useInForce(ids);
  const lacks = procedures.some(
    ({ id: one, publishedAt, retired }) =>
      ids.includes(one) && publishedAt !== undefined && !retired && !around?.some((had) => had.id === one),
  );
  return lacks ? undefined : around;
}

/** What is in force of these procedures, or of all. */
export function useInForce(ids: readonly string[] | 'all'): readonly Nested[] | undefined {
  const procedures = useQuery(proceduresQuery);
  const wanted = ids === 'all' ? ids : ids.join(' ');
  const versions = useMemo(() => {
    const inForce = new Map(
      (procedures.data ?? []).flatMap(({ id, current, retired }) => (current === undefined || retired ? [] : [[id, current] as const])),
    );
    const names = wanted === 'all' ? [...inForce.keys()] : wanted === '' ? [] : wanted.split(' ');
    return names.flatMap((id) => {
      const version = inForce.get(id);
      return version === undefined ? [] : [{ id, version }];
    });
  }, [procedures.data, wanted]);
  const nested = useQueries({
    queries: versions.map(({ id, version }) => ({
      queryKey: keys.definition(id, version),
      queryFn: async () => answerOf(await readProcedureVersion(id, version)),
      staleTime: Number.POSITIVE_INFINITY, // What was published never changes.
    })),
    combine: (found) => ({
      isKnown: found.every(({ isPending }) => !isPending),
      documents: found.flatMap(({ data }) => (data ? [{ id: data.id, version: data.version, document: data.document }] : [])),
    }),
  });
  const isKnown = wanted === '' || (!procedures.isPending && nested.isKnown);
  return useMemo(() => (isKnown ? nested.documents : undefined), [isKnown, nested.documents]);
}

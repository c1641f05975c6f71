import type { Graph } from '@redress/engine';

/** Where a case rests first: in one of several steps where decisions choose. */
export function firstSteps({ start, nodes }: Graph): readonly string[] {
  const first = start && nodes[start.to];
  if (!first) return [];
  return first.active.length > 0 ? first.leaves : first.edges.flatMap(({ to }) => nodes[to]?.leaves ?? []);
}

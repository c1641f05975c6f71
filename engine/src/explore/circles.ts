import { comesHome } from './comes-home.ts';
import { byTarget, componentsOf } from './components.ts';
import type { Edge, Graph } from './graph.ts';

/** A way round that a case can take without end; the shortest of its component. */
export interface Circle {
  /** The first leaves the position to which the last comes back. */
  readonly edges: readonly Edge[];
}

/**
 * Ways round without a limit. A round through the home of a recurring procedure is what it is for. What leads nowhere is no round, but what leads to
 * the step it starts from is one.
 */
export function circlesOf(graph: Graph): readonly Circle[] {
  const follows = (edge: Edge): boolean =>
    (edge.left.length > 0 ||
      edge.occurrences.some((occurrence) => occurrence.is === 'taken' && graph.rows.get(occurrence.row)?.target !== undefined)) &&
    !comesHome(graph, edge);
  return componentsOf(graph, follows).flatMap((nodes) => {
    const inside = new Set(nodes);
    const [first] = [...nodes]
      .sort((one, other) => one - other)
      .flatMap((node) => shortestRound(graph, node, (edge) => follows(edge) && inside.has(edge.to)) ?? []);
    return first ? [first] : [];
  });
}

function shortestRound(graph: Graph, from: number, follows: (edge: Edge) => boolean): Circle | undefined {
  const before = new Map<number, Edge>();
  const queue = [from];
  for (const node of queue) {
    for (const edge of graph.nodes[node]?.edges ?? []) {
      if (!follows(edge)) continue;
      if (edge.to === from) return { edges: [...back(before, node, from), edge] };
      if (before.has(edge.to)) continue;
      before.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  return undefined;
}

function back(before: ReadonlyMap<number, Edge>, node: number, from: number): readonly Edge[] {
  const edges: Edge[] = [];
  for (let here = node; here !== from; ) {
    const edge = before.get(here);
    if (!edge) break;
    edges.unshift(edge);
    here = edge.from;
  }
  return edges;
}

/**
 * Where a case stays for good: positions that lead to each other and to nothing else, and no end among them. `counts`: edges that are a way on. What
 * only leads to such a place is none itself: a way on is missing further ahead.
 */
export function pits(graph: Graph, counts: (edge: Edge) => boolean): readonly ReadonlySet<number>[] {
  const stuck = traps(graph, counts);
  if (stuck.size === 0) return [];
  return componentsOf(graph, counts).flatMap((nodes) => {
    const inside = new Set(nodes);
    const isLeft = nodes.some((node) => graph.nodes[node]?.edges.some((edge) => !inside.has(edge.to) && counts(edge)));
    return nodes.every((node) => stuck.has(node)) && !isLeft ? [inside] : [];
  });
}

/** Positions from which no end can be reached any more. */
function traps(graph: Graph, counts: (edge: Edge) => boolean): ReadonlySet<number> {
  const into = byTarget(graph.nodes.flatMap((node) => node.edges.filter(counts)));
  const { home } = graph.definition;
  const alive = new Set(
    graph.nodes.filter((node) => node.ended || (home !== undefined && node.active.includes(home))).map((node) => node.index),
  );
  for (const node of alive) for (const edge of into.get(node) ?? []) alive.add(edge.from);
  return new Set(graph.nodes.map((node) => node.index).filter((node) => !alive.has(node)));
}

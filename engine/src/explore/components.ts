import type { Edge, Graph } from './graph.ts';

/**
 * Strongly connected components (R. Tarjan, 1972), in reverse topological order: what a component leads to comes before it. Without recursion, so
 * that a long procedure does not run out of stack.
 */
export function componentsOf(graph: Graph, follows: (edge: Edge) => boolean): readonly (readonly number[])[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const found: (readonly number[])[] = [];
  const edgesOf = graph.nodes.map((node) => node.edges.filter(follows));

  for (const { index: root } of graph.nodes) {
    if (order.has(root)) continue;
    const calls: { readonly node: number; edge: number }[] = [{ node: root, edge: 0 }];
    while (calls.length > 0) {
      const call = calls.at(-1);
      if (!call) break;
      const { node } = call;
      if (call.edge === 0 && !order.has(node)) {
        order.set(node, order.size);
        low.set(node, order.size - 1);
        open.push(node);
        isOpen.add(node);
      }
      const edge = edgesOf[node]?.[call.edge];
      call.edge += 1;
      if (edge) {
        if (!order.has(edge.to)) calls.push({ node: edge.to, edge: 0 });
        else if (isOpen.has(edge.to)) low.set(node, Math.min(low.get(node) ?? 0, order.get(edge.to) ?? 0));
        continue;
      }
      calls.pop();
      const above = calls.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node) ?? 0, low.get(node) ?? 0));
      if (low.get(node) === order.get(node)) found.push(close(node, open, isOpen));
    }
  }
  return found;
}

function close(root: number, open: number[], isOpen: Set<number>): readonly number[] {
  const component: number[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    component.push(node);
    isOpen.delete(node);
    if (node === root) break;
  }
  return component;
}

/** Edges by the position they lead to. */
export function byTarget(edges: readonly Edge[]): ReadonlyMap<number, readonly Edge[]> {
  const into = new Map<number, Edge[]>();
  for (const edge of edges) {
    const known = into.get(edge.to);
    if (known) known.push(edge);
    else into.set(edge.to, [edge]);
  }
  return into;
}

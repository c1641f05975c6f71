import type { Edge, Graph } from '@redress/engine';

/**
 * `at-worst`: forms stay empty where a deadline passes over them, and whoever a task goes over to may do it. `as-drawn`: every step does what its form is
 * for, and its own role does it; that is how the format is written (`README` of the format, section 4).
 */
export type Reading = 'at-worst' | 'as-drawn';

/**
 * A graph in which no letter that was handed over fails to reach its reader. Where the drawing leads on from a letter that comes back, that way stays.
 */
export function graphAsDrawn(graph: Graph): Graph {
  const isMishap = ({ trigger, left }: Edge): boolean =>
    trigger.kind === 'failed' && !left.includes(trigger.state) && graph.states.get(trigger.state)?.definition.invoke?.src === 'letter';
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, edges: node.edges.filter((edge) => !isMishap(edge)) })) };
}

import type { Edge, Graph } from './graph.ts';

/** What a journal says of the course of one event. */
export interface Course {
  /** Steps and stages active afterwards. */
  readonly to: readonly string[];
  /** Rows taken: event, from, to, JSON pointer in the definition; the pointer of the start is empty. */
  readonly taken: readonly (readonly [event: string, from: string, to: string, at: string])[];
}

/** The run of one case through the positions of its procedure. */
export interface Followed {
  /** Ways that it went, each with the place of its line. */
  readonly went: readonly { readonly edge: Edge; readonly line: number }[];
  /** Places of lines that moved the case where the procedure has no way. It is followed on from where it came to. */
  readonly astray: readonly number[];
}

/**
 * Follows a case through the graph of its procedure by its journal alone (token replay: A. Rozinat and W. van der Aalst, "Conformance checking of
 * processes based on monitoring real behavior", Information Systems 33, 2008). The first line is the start of the case. A case that was entered
 * in the middle is followed from there, and its first line is no way of the procedure's.
 */
export function follow(graph: Graph, lines: readonly Course[]): Followed {
  const went: { readonly edge: Edge; readonly line: number }[] = [];
  const astray: number[] = [];
  let here: number | undefined;
  for (const [line, course] of lines.entries()) {
    if (line > 0 && course.taken.length === 0 && staysIn(graph, here, course)) continue;
    const edges = line === 0 ? startsOf(graph) : (graph.nodes[here ?? -1]?.edges ?? []);
    const edge = course.taken.length === 0 && line > 0 ? undefined : edges.find((each) => isSame(graph, each, course));
    if (edge) went.push({ edge, line });
    else astray.push(line);
    here = edge?.to ?? graph.nodes.find(({ active }) => isSameSet(active, course.to))?.index;
  }
  return { went, astray };
}

/** Nothing was taken and the case is where it was; what ended a case by hand leaves it nowhere, and where it was may not be known. */
const staysIn = ({ nodes }: Graph, here: number | undefined, { to }: Course): boolean =>
  here === undefined || to.length === 0 || isSameSet(nodes[here]?.active ?? [], to);

/** Where decisions choose where a case begins, its start is one of the ways from the position before them all. */
function startsOf({ start, nodes }: Graph): readonly Edge[] {
  const first = start && nodes[start.to];
  if (!first) return [];
  return first.active.length === 0 && !first.ended ? first.edges : [start];
}

function isSame({ nodes }: Graph, { to, occurrences }: Edge, course: Course): boolean {
  const rows = occurrences.flatMap((occurrence) => (occurrence.is === 'taken' ? [occurrence.row] : []));
  const taken = course.taken.flatMap(([, , , at]) => (at === '' ? [] : [at]));
  return isSameSet(nodes[to]?.active ?? [], course.to) && isSameSet(rows, taken);
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.toSorted().join('\n') === other.toSorted().join('\n');

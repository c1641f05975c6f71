import { byTarget, componentsOf } from './components.ts';
import { fiveDays, type Week } from './days.ts';
import { earliest, isLater } from './due-clocks.ts';
import type { Edge, Graph, Node, Occurrence } from './graph.ts';
import { Timers } from './timers.ts';

/** From which occurrence to which the time counts. A run that never comes to the second does not count. */
export interface Span {
  readonly isFrom: (occurrence: Occurrence) => boolean;
  readonly isUntil: (occurrence: Occurrence) => boolean;
  /** The end of the case is an end of the time as well. */
  readonly orEnd?: boolean;
}

/** The slowest run of a span, when nobody acts before he must. */
export interface Slowest {
  /** Calendar days; infinite where something may wait for ever, or go round without a limit. */
  readonly days: number;
  /** From where the time begins to its end. */
  readonly edges: readonly Edge[];
  /** Where the case rested before each of the edges but the first, and for how many days. */
  readonly rests: readonly { readonly node: number; readonly days: number }[];
  /** Positions that the run may go through again and again. */
  readonly circle?: readonly number[];
}

/** So far, and how long each timer has been running. */
interface Label {
  readonly node: number;
  readonly days: number;
  readonly elapsed: ReadonlyMap<string, number>;
  readonly edge: Edge;
  readonly before: Label | undefined;
}

/** Different histories of one position that are kept apart; more are taken together as one that is slower than each. */
const labelsMax = 12;

/**
 * Longest path through the positions between two occurrences, in topological order. In each position a case rests until the first of its deadlines;
 * deadlines of stages and of other tracks go on running while steps inside change, what is left of a clock shrinks with the clock, and a clock that runs
 * out moves the case where its event leads. A case begins on the day on which it was received. An upper bound: exact where nothing runs beside a step, never too short. Nothing where the span never occurs.
 */
export function slowest(graph: Graph, span: Span, week: Week = fiveDays): Slowest | undefined {
  const spanned = spanOf(graph, span);
  if (spanned.firsts.length === 0) return undefined;
  const components = componentsOf(graph, (edge) => spanned.isInside(edge));
  const circle = components.find((nodes) => nodes.some((node) => spanned.reached.has(node)) && isCircle(graph, nodes, spanned.isInside));
  if (circle) return { days: Number.POSITIVE_INFINITY, edges: [], rests: [], circle };
  return longest(graph, spanned, components, new Timers(graph, week));
}

interface Spanned {
  /** Edges with which the time begins. */
  readonly firsts: readonly Edge[];
  /** Whether the time goes on through an edge. */
  readonly isInside: (edge: Edge) => boolean;
  readonly isLast: (edge: Edge) => boolean;
  /** Positions in which the time may run and still come to an end. */
  readonly reached: ReadonlySet<number>;
}

function spanOf(graph: Graph, { isFrom, isUntil, orEnd }: Span): Spanned {
  const all = [...(graph.start ? [graph.start] : []), ...graph.nodes.flatMap((node) => node.edges)];
  const ends = (edge: Edge): boolean => orEnd === true && graph.nodes[edge.to]?.ended === true;
  const last = new Set(all.filter((edge) => edge.occurrences.some(isUntil) || ends(edge)));
  const firsts = all.filter((edge) => {
    const from = edge.occurrences.findIndex(isFrom);
    return from >= 0 && !ends(edge) && !edge.occurrences.slice(from).some(isUntil);
  });
  const leads = new Set([...last].map((edge) => edge.from));
  const inside = all.filter((edge) => !last.has(edge) && goesOn(edge));
  const into = byTarget(inside);
  for (const node of leads) for (const edge of into.get(node) ?? []) leads.add(edge.from);
  const reached = new Set(firsts.map((edge) => edge.to).filter((node) => leads.has(node)));
  const isInside = (edge: Edge): boolean => !last.has(edge) && goesOn(edge) && leads.has(edge.to);
  for (const node of reached) for (const edge of graph.nodes[node]?.edges ?? []) if (isInside(edge)) reached.add(edge.to);
  return { firsts: firsts.filter((edge) => leads.has(edge.to)), isInside, isLast: (edge) => last.has(edge), reached };
}

/** A step is left; or nothing is, but a clock stops or gets longer, or a letter has failed: what ends the wait may be another time then. */
const goesOn = ({ left, from, to }: Edge): boolean => left.length > 0 || from !== to;

const isCircle = (graph: Graph, nodes: readonly number[], isInside: (edge: Edge) => boolean): boolean =>
  nodes.length > 1 || nodes.some((node) => graph.nodes[node]?.edges.some((edge) => edge.to === node && isInside(edge)));

function longest(graph: Graph, spanned: Spanned, components: readonly (readonly number[])[], timers: Timers): Slowest | undefined {
  const labels = new Map<number, Label[]>();
  for (const edge of spanned.firsts) keep(labels, { node: edge.to, days: 0, elapsed: timers.begin(edge), edge, before: undefined });
  let slowestOf: { readonly label: Label; readonly edge: Edge; readonly days: number } | undefined;
  for (const node of [...components].reverse().flat()) {
    if (!spanned.reached.has(node)) continue;
    for (const label of labels.get(node) ?? []) {
      const rest = timers.rest(graph.nodes[node], label.elapsed);
      const days = label.days + rest;
      for (const edge of inTheEnd(graph.nodes[node]?.edges ?? [])) {
        if (!timers.mayCome(edge, label.elapsed, rest)) continue;
        if (spanned.isLast(edge)) {
          if (!slowestOf || days > slowestOf.days) slowestOf = { label, edge, days };
        } else if (spanned.isInside(edge)) {
          keep(labels, { node: edge.to, days, elapsed: timers.after(edge, label.elapsed, rest), edge, before: label });
        }
      }
    }
  }
  return slowestOf && runOf(slowestOf, timers, graph.nodes);
}

/** What moves a case when nobody acts before he must: a deadline before what somebody does on its last day. */
const inTheEnd = (edges: readonly Edge[]): readonly Edge[] => [
  ...edges.filter(({ trigger }) => trigger.kind === 'timer'),
  ...edges.filter(({ trigger }) => trigger.kind !== 'timer'),
];

/** Adds a label, unless another is at least as slow and has at least as much time left everywhere. */
function keep(labels: Map<number, Label[]>, label: Label): void {
  const kept = labels.get(label.node) ?? [];
  labels.set(label.node, kept);
  if (kept.some((other) => covers(other, label))) return;
  const rest = kept.filter((other) => !covers(label, other));
  kept.splice(0, kept.length, ...rest, label);
  if (kept.length > labelsMax) kept.splice(0, kept.length, joined(kept));
}
const covers = (one: Label, other: Label): boolean =>
  one.days >= other.days && [...one.elapsed].every((running) => isLater(running, other.elapsed));

function joined(labels: readonly Label[]): Label {
  const slow = labels.reduce((one, other) => (other.days > one.days ? other : one));
  const all = labels.map(({ elapsed }) => elapsed);
  return { ...slow, elapsed: new Map([...slow.elapsed.keys()].map((id) => [id, earliest(id, all)])) };
}

function runOf(
  last: { readonly label: Label; readonly edge: Edge; readonly days: number },
  timers: Timers,
  nodes: readonly Node[],
): Slowest {
  const edges: Edge[] = [last.edge];
  const rests: { node: number; days: number }[] = [];
  for (let label: Label | undefined = last.label; label; label = label.before) {
    edges.unshift(label.edge);
    rests.unshift({ node: label.node, days: timers.rest(nodes[label.node], label.elapsed) });
  }
  return { days: last.days, edges, rests };
}

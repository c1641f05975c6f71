import { Answers, type Memory, memoryKey } from './answers.ts';
import { comesHome } from './comes-home.ts';
import type { Edge, Graph, Node, Occurrence } from './graph.ts';

/** Watches a run, one occurrence after the other. Its own states are small numbers, the first is 0. */
export interface Watch {
  /** How many states it has. */
  readonly states: number;
  /** Its next state, or `broken`. */
  readonly sees: (state: number, occurrence: Occurrence) => number;
  /** Its state once a move is over: what happens in one move happens at once. */
  readonly settles?: (state: number) => number;
  /** Whether a run that ends like this is broken. A round of a recurring procedure ends where it comes home. */
  readonly isBrokenAtEnd?: (state: number, end: Node) => boolean;
  /** Whether it is broken where a case rests. */
  readonly isBrokenAt?: (state: number, node: Node) => boolean;
}
export const broken = -1;

/** A run that breaks what is watched. */
export interface Break {
  readonly edges: readonly Edge[];
  /** What broke it; nothing where it is the position that does. */
  readonly by?: Occurrence;
  /** No condition had to answer for it. */
  readonly isDefinite: boolean;
}
export interface Searched {
  readonly breaks: readonly Break[];
  /** There may be more than was looked at. */
  readonly isIncomplete: boolean;
}

/** Pairs of position and watch that one search looks at; with remembered answers there may be many. */
const visitedMax = 300_000;

/**
 * Breadth-first over position × watch: the shortest runs that break it, at most `most` that break at different places. A run without conditions goes
 * before any other; one whose conditions would have to contradict themselves on unchanged data does not count.
 */
export function search(graph: Graph, watch: Watch, most = 3): Searched {
  const definite = walk(graph, watch, { most, edges: (edge) => edge.asked.length === 0 });
  if (definite.breaks.length > 0) return definite;
  const plain = walk(graph, watch, { most, edges: () => true });
  if (plain.breaks.length === 0) return plain;
  const answers = answersOf(graph);
  if (plain.breaks.every(({ edges }) => isPossible(edges, answers))) return plain;
  return walk(graph, watch, { most, edges: () => true, answers });
}

/** All searches through one graph judge the same answers. */
const known = new WeakMap<Graph, Answers>();
function answersOf(graph: Graph): Answers {
  const answers = known.get(graph) ?? new Answers(graph);
  known.set(graph, answers);
  return answers;
}

/** Whether any data answer the conditions of this step as it needs, whatever happened before it. */
export const canHappen = (graph: Graph, edge: Edge): boolean => edge.asked.length === 0 || isPossible([edge], answersOf(graph));

function isPossible(edges: readonly Edge[], answers: Answers): boolean {
  let memory: Memory | undefined = new Map();
  for (const edge of edges) memory = memory && answers.after(memory, edge);
  return memory !== undefined;
}

interface Walk {
  readonly most: number;
  readonly edges: (edge: Edge) => boolean;
  readonly answers?: Answers;
}
interface Visit {
  readonly node: number;
  readonly state: number;
  readonly memory: Memory;
  readonly edge: Edge;
  readonly before: Visit | undefined;
}

function walk(graph: Graph, watch: Watch, { most, edges, answers }: Walk): Searched {
  const breaks: Break[] = [];
  const places = new Set<string>();
  const seen = new Set<number | string>();
  const queue: Visit[] = [];
  let isIncomplete = graph.bound !== undefined;
  const report = (visit: Visit, by: Occurrence | undefined): void => {
    const place = by === undefined ? `at ${graph.nodes[visit.node]?.leaves.join()}` : by.is === 'taken' ? by.row : by.state;
    if (places.has(place)) return;
    places.add(place);
    const run = edgesTo(visit);
    breaks.push({ edges: run, ...(by && { by }), isDefinite: run.every((edge) => edge.asked.length === 0) });
  };
  const take = (edge: Edge, state: number, memory: Memory, before: Visit | undefined): void => {
    const after = answers ? answers.after(memory, edge) : memory;
    if (!after) return;
    const visit = { node: edge.to, edge, before, memory: after };
    let next = state;
    for (const occurrence of edge.occurrences) {
      next = watch.sees(next, occurrence);
      if (next === broken) {
        report({ ...visit, state: next }, occurrence);
        return;
      }
    }
    next = watch.settles?.(next) ?? next;
    const node = graph.nodes[edge.to];
    const isEnd = node !== undefined && (node.ended || comesHome(graph, edge));
    if (node && ((isEnd && watch.isBrokenAtEnd?.(next, node)) || watch.isBrokenAt?.(next, node))) {
      report({ ...visit, state: next }, undefined);
      return;
    }
    const key = answers ? `${edge.to} ${next} ${memoryKey(after)}` : edge.to * watch.states + next;
    if (seen.has(key)) return;
    if (seen.size >= visitedMax) {
      isIncomplete = true;
      return;
    }
    seen.add(key);
    queue.push({ ...visit, state: next });
  };
  if (graph.start && edges(graph.start)) take(graph.start, 0, new Map(), undefined);
  for (let place = 0; place < queue.length && breaks.length < most; place += 1) {
    const visit = queue[place];
    for (const edge of visit ? (graph.nodes[visit.node]?.edges ?? []) : []) {
      if (visit && breaks.length < most && edges(edge)) take(edge, visit.state, visit.memory, visit);
    }
  }
  return { breaks, isIncomplete };
}

function edgesTo(visit: Visit): readonly Edge[] {
  const edges: Edge[] = [];
  for (let here: Visit | undefined = visit; here; here = here.before) edges.unshift(here.edge);
  return edges;
}

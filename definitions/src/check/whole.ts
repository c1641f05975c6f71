import {
  type Circle,
  canHappen,
  circlesOf,
  daysOf,
  type Edge,
  type Graph,
  leavingDelays,
  pathOfRun,
  pits,
  type Slowest,
  search,
  slowest,
  slowPathOf,
} from '@redress/engine';
import {
  comingTo,
  type Examined,
  type Found,
  failing,
  failuresMost,
  held,
  isEntering,
  judge,
  pathInto,
  resting,
  silent,
  undecided,
  vacuous,
  verdictOf,
} from './examined.ts';
import { event } from './predicate.ts';
import type { Property } from './property.ts';
import type { Failure } from './verdict.ts';

/** An end can always still be reached; withdrawing is no way out, nor one whose conditions never hold. Named is each step where a way on is missing. */
export function checkLive(examined: Examined): Found {
  const { graph } = examined;
  const isWithdrawal = judge(examined, event('withdraw', 'child-withdrawn'));
  const stuck = pits(graph, (edge) => !edge.occurrences.some(isWithdrawal) && canHappen(graph, edge));
  const pitOf = (place: number | undefined) => stuck.find((pit) => place !== undefined && pit.has(place));
  const { breaks, isIncomplete } = search(
    graph,
    resting(({ index }) => pitOf(index) !== undefined),
    Number.POSITIVE_INFINITY,
  );
  // Steps that only lead to each other are one place where a case stays.
  const told = new Map(breaks.toReversed().map((found) => [pitOf(found.edges.at(-1)?.to), found]));
  const first = breaks.filter((found) => told.get(pitOf(found.edges.at(-1)?.to)) === found);
  return verdictOf(examined, { breaks: first.slice(0, failuresMost), isIncomplete }, () => []);
}

/** Every step, stage and end can be reached by a run whose conditions do not contradict themselves. */
export function checkNoDead(examined: Examined): Found {
  const { graph } = examined;
  if (graph.bound) return undecided(examined);
  const entered = new Set(graph.occurrences.flatMap((occurrence) => (occurrence.is === 'entered' ? [occurrence.state] : [])));
  const searched = [...entered].map((id) => ({ id, ...search(graph, comingTo(isEntering(id)), 1) }));
  const reached = new Set(searched.flatMap(({ id, breaks, isIncomplete }) => (breaks.length > 0 || isIncomplete ? [id] : [])));
  const dead = [...graph.states.values()].filter(
    ({ id, kind, around }) => kind !== 'history' && !reached.has(id) && (around[0] === undefined || reached.has(around[0])),
  );
  if (dead.length === 0) return searched.some(({ breaks }) => breaks.length === 0) ? undecided(examined) : held([]);
  return failing(dead.slice(0, failuresMost).map(({ id }) => ({ element: id, facts: { state: id }, path: [] })));
}

/** No way round without a limit. */
export function checkLoops(examined: Examined): Found {
  const { graph } = examined;
  const circles = circlesOf(graph);
  if (circles.length === 0)
    return graph.bound
      ? undecided(examined)
      : held([...graph.states.values()].filter(({ maxVisits }) => maxVisits !== undefined).map(({ id }) => id));
  const found = apart(graph, circles).map(({ edges }) => {
    const [first] = edges;
    const run = [...runTo(graph, first?.from), ...edges];
    const path = pathOfRun(graph, run);
    const cycle = [...new Set(path.slice(-edges.length).map(({ step }) => step))];
    return {
      failure: { element: cycle[0] ?? '', facts: { cycle, state: cycle[0] ?? '' }, path },
      isDefinite: run.every((edge) => edge.asked.length === 0),
    };
  });
  return failing(
    found.map(({ failure }) => failure),
    found.some(({ isDefinite }) => isDefinite),
  );
}

/** The same steps gone round in other circumstances are no other way round; one without conditions stands for them. */
function apart(graph: Graph, circles: readonly Circle[]): readonly Circle[] {
  const [free, other] = [true, false].map((isFree) =>
    circles.filter(({ edges }) => edges.every(({ asked }) => asked.length === 0) === isFree),
  );
  const stepsOf = ({ edges }: Circle): string => [...new Set(edges.flatMap(({ to }) => graph.nodes[to]?.leaves ?? []))].sort().join();
  const known = new Map<string, Circle>();
  for (const circle of [...(free ?? []), ...(other ?? [])]) if (!known.has(stepsOf(circle))) known.set(stepsOf(circle), circle);
  return [...known.values()].slice(0, failuresMost);
}

/** Even the slowest run keeps the promise. */
export function checkWithin(examined: Examined, { from, until, days }: Extract<Property, { readonly form: 'within' }>): Found {
  const { graph } = examined;
  const [isFrom, isUntil] = [judge(examined, from), judge(examined, until)];
  if (!graph.occurrences.some(isFrom) || !graph.occurrences.some(isUntil)) return silent(examined);
  const found = slowest(graph, { isFrom, isUntil });
  if (!found) return silent(examined);
  if (found.days <= days)
    return graph.bound ? undecided(examined) : held(found.rests.flatMap(({ node }) => graph.nodes[node]?.leaves ?? []));
  const lead = runTo(graph, found.circle ? found.circle[0] : found.edges[0]?.from);
  const run = [...lead, ...found.edges, ...stepsAmong(graph, found.circle ?? [])];
  return failing(
    [tooSlow(examined, found, { promised: days, lead: pathOfRun(graph, lead) })],
    run.every((edge) => edge.asked.length === 0),
  );
}

/** All steps between these positions. */
const stepsAmong = (graph: Graph, nodes: readonly number[]): readonly Edge[] =>
  nodes.flatMap((node) => graph.nodes[node]?.edges.filter(({ to }) => nodes.includes(to)) ?? []);

function tooSlow(
  { graph }: Examined,
  found: Slowest,
  { promised, lead }: { readonly promised: number; readonly lead: Failure['path'] },
): Failure {
  const rests = found.rests.map(({ node, days }) => ({ state: graph.nodes[node]?.leaves[0] ?? '', days }));
  const endless = found.circle?.flatMap((node) => graph.nodes[node]?.leaves[0] ?? []);
  const waits = rests.filter(({ days }) => days > 0).map(({ state, days }) => ({ state, days: finite(days) }));
  const slowestRest = rests.reduce((one, other) => (other.days > one.days ? other : one), { state: endless?.[0] ?? '', days: -1 });
  return {
    element: slowestRest.state,
    facts: {
      state: slowestRest.state,
      days: finite(found.days),
      promised,
      waits: waits.sort((one, other) => (other.days ?? 1e9) - (one.days ?? 1e9)),
      ...(endless && { cycle: [...new Set(endless)] }),
    },
    // Where it waits for ever, nothing follows.
    path: [
      ...lead,
      ...slowPathOf(graph, found)
        .filter(({ day }) => Number.isFinite(day))
        .map((step) => ({ ...step, day: step.day + (lead.at(-1)?.day ?? 0) })),
    ],
  };
}
/** How a case comes to such a position. */
function runTo(graph: Graph, place: number | undefined): readonly Edge[] {
  const [run] = search(
    graph,
    resting((node) => node.index === place),
    1,
  ).breaks;
  return run?.edges ?? [];
}
/** JSON has no infinity: without a number it is for ever. */
const finite = (days: number): number | null => (Number.isFinite(days) ? Math.round(days * 100) / 100 : null);

/** A step that waits for a sub-procedure waits at least as long as that may take. */
export function checkChildTime(examined: Examined): Found {
  const { graph, contractOf } = examined;
  const { definition } = graph;
  const waiting = [...graph.states.values()].flatMap((state) =>
    state.definition.invoke?.src === 'case' ? [{ state, child: state.definition.invoke.input.definition }] : [],
  );
  if (waiting.length === 0) return vacuous;
  const unknown = waiting.find(({ child }) => !contractOf(child));
  if (unknown) return undecided(examined, `unknown ${unknown.child}`);
  const failures = waiting.flatMap(({ state, child }): Failure[] => {
    const delays = [state, ...state.around.flatMap((id) => graph.states.get(id) ?? [])].flatMap(({ definition: own }) =>
      leavingDelays(own.after, definition),
    );
    const days = Math.min(...delays.map((delay) => daysOf(definition.delays[delay], definition)));
    const takes = contractOf(child)?.days ?? 0;
    return days >= takes
      ? []
      : [
          {
            element: state.id,
            facts: { state: state.id, days: finite(days), process: child, takes: finite(takes) },
            path: pathInto(examined, state.id),
          },
        ];
  });
  return failures.length > 0 ? failing(failures.slice(0, failuresMost)) : held(waiting.map(({ state }) => state.id));
}

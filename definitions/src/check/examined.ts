import type { Edge, Graph, Node, Occurrence, Searched, Watch } from '@redress/engine';
import { broken, pathOfRun, search } from '@redress/engine';
import type { Contract } from './contracts.ts';
import type { Element, Elements } from './element.ts';
import { holds } from './holds.ts';
import type { Predicate } from './predicate.ts';
import type { Failure, Verdict } from './verdict.ts';

/** One procedure being checked: its graph and what can be read from it. */
export interface Examined {
  readonly graph: Graph;
  readonly elements: Elements;
  /** What is known of a procedure that this one starts. */
  readonly contractOf: (definition: string) => Contract | undefined;
  /** The same as it is drawn, nothing going wrong on the way. */
  readonly asDrawn: () => Examined;
}

/** What a property finds. */
export interface Found {
  readonly verdict: Verdict;
  readonly failures: readonly Failure[];
  readonly proof: readonly string[];
  readonly bound?: string;
}

export const held = (proof: Iterable<string>): Found => ({ verdict: 'holds', failures: [], proof: [...new Set(proof)] });
export const vacuous: Found = { verdict: 'vacuous', failures: [], proof: [] };
export const failing = (failures: readonly Failure[], isDefinite = true): Found => ({
  verdict: isDefinite ? 'fails' : 'possible',
  failures,
  proof: [],
});

/** A bound was hit: never "holds". */
export const undecided = ({ graph }: Examined, bound: string = graph.bound ?? 'answers'): Found => ({
  verdict: 'not-decided',
  failures: [],
  proof: [],
  bound,
});

/** What a rule speaks of never occurs, as far as was looked. */
export const silent = (examined: Examined): Found => (examined.graph.bound ? undecided(examined) : vacuous);

/** How many failures of one rule are shown. */
export const failuresMost = 3;

/** Whether a predicate holds of what occurs, asked once for each occurrence. */
export function judge({ graph, elements }: Examined, predicate: Predicate): (occurrence: Occurrence) => boolean {
  const known: (boolean | undefined)[] = [];
  return (occurrence) => {
    const answer = known[occurrence.id] ?? holds(predicate, elements.of(occurrence), graph.definition);
    known[occurrence.id] = answer;
    return answer;
  };
}

/** Everything that can occur and is so. */
export const matching = (examined: Examined, predicate: Predicate): readonly Element[] => {
  const is = judge(examined, predicate);
  return examined.graph.occurrences.filter(is).map((occurrence) => examined.elements.of(occurrence));
};

/** Looks for where a case rests, whatever happened before. */
export const resting = (isBroken: (node: Node) => boolean): Watch => ({
  states: 1,
  sees: () => 0,
  isBrokenAt: (_, node) => isBroken(node),
});

/** Looks for the first run in which something occurs. */
export const comingTo = (is: (occurrence: Occurrence) => boolean): Watch => ({
  states: 1,
  sees: (_, occurrence) => (is(occurrence) ? broken : 0),
});

export const isEntering =
  (step: string) =>
  (occurrence: Occurrence): boolean =>
    occurrence.is === 'entered' && occurrence.state === step;

/** The shortest run that comes into a step, decisions on the way included; empty where none does. */
export function pathInto({ graph }: Examined, step: string): Failure['path'] {
  const [run] = search(graph, comingTo(isEntering(step)), 1).breaks;
  return run ? pathOfRun(graph, run.edges) : [];
}

/** What a search found, as a verdict: nothing broken and nothing left out is what holds. */
export function verdictOf(examined: Examined, { breaks, isIncomplete }: Searched, proof: () => Iterable<string>): Found {
  const { graph } = examined;
  const failures = breaks.map(({ edges, by }) => ({ ...placeOf(examined, edges, by), path: pathOfRun(graph, edges) }));
  if (failures.length > 0)
    return failing(
      failures,
      breaks.some(({ isDefinite }) => isDefinite),
    );
  return isIncomplete ? undecided(examined) : held(proof());
}

/** Where a run breaks: at what occurred, or where the case rests afterwards. */
export function placeOf(
  { graph, elements }: Examined,
  edges: readonly Edge[],
  by: Occurrence | undefined,
): Pick<Failure, 'element' | 'facts'> {
  if (!by) {
    const step = graph.nodes[edges.at(-1)?.to ?? 0]?.leaves[0] ?? '';
    return { element: step, facts: { state: step } };
  }
  const element = elements.of(by);
  return { element: element.address, facts: factsOf(element) };
}

/** What a message may name of an element. */
export const factsOf = ({ step, way }: Element): Failure['facts'] => ({
  state: step,
  ...(way && { event: way.row.via === 'on' || way.row.via === 'after' ? way.row.name : (way.acts[0] ?? way.row.via) }),
});

import {
  type Edge,
  type Graph,
  hasWhatItNeeds,
  isChosen,
  type Node,
  type Occurrence,
  pathOfRun,
  search,
  type Trigger,
  valuesFor,
} from '@redress/engine';
import { doing } from './contracts.ts';
import {
  comingTo,
  type Examined,
  type Found,
  factsOf,
  failing,
  failuresMost,
  held,
  judge,
  matching,
  resting,
  silent,
  undecided,
  verdictOf,
} from './examined.ts';
import { holds, missing } from './holds.ts';
import type { Predicate } from './predicate.ts';
import type { Property } from './property.ts';
import type { Failure } from './verdict.ts';
import { type WatchedProperty, watchFor } from './watches.ts';

type Of<Form extends Property['form']> = Extract<Property, { readonly form: Form }>;

/** What a run is watched for, on all runs that the procedure can take. */
export function checkWatched(examined: Examined, property: WatchedProperty): Found {
  const { watch, isConcerned, endsConcerned, proves } = watchFor(examined, property);
  const { occurrences, nodes } = examined.graph;
  const occurs = isConcerned.every((concerns) => occurrences.some(concerns));
  if (!occurs || (endsConcerned && !nodes.some((node) => node.ended && endsConcerned(node)))) return silent(examined);
  return verdictOf(examined, search(examined.graph, watch), addresses(examined, proves));
}

/** Some run comes there; one whose conditions would have to contradict themselves is none. */
export function checkReach(examined: Examined, { what }: Of<'reach'>): Found {
  const found = search(examined.graph, comingTo(judge(examined, what)), 1);
  if (found.breaks.length > 0) return held(addresses(examined, what)());
  return found.isIncomplete ? undecided(examined) : failing([{ element: '', facts: {}, path: [] }]);
}

/** In each position in such a step, such a way can be taken, whatever the conditions answer. A run may rest only where it can. */
export function checkAvailable(examined: Examined, property: Of<'available'>): Found {
  const { graph, elements } = examined;
  const isWay = judge(examined, property.way);
  // While a sub-procedure runs, what it offers itself takes the place of what is offered around it.
  const isOffered = (id: string): boolean => {
    const invoke = graph.states.get(id)?.definition.invoke;
    const offers = invoke?.src === 'case' ? examined.contractOf(invoke.input.definition)?.offers : undefined;
    return offers !== undefined && isAmong(offers, property.way);
  };
  const isConcerned = (id: string): boolean =>
    elements.whole(id).isResting && !isOffered(id) && holds(property.in, elements.whole(id), graph.definition);
  const concerned = new Set([...new Set(graph.nodes.flatMap(({ leaves }) => leaves))].filter((id) => isConcerned(id)));
  const inside = graph.nodes.map((node) => node.leaves.filter((id) => concerned.has(id)));
  if (inside.every((steps) => steps.length === 0)) return silent(examined);
  const openAt = openness(graph, isWay);
  const open = graph.nodes.map((node, index) => ((inside[index]?.length ?? 0) > 0 ? openAt(node) : 'always'));
  const restingWhere = (wrong: 'sometimes' | 'never') =>
    search(
      graph,
      resting((node) => open[node.index] === wrong),
    );
  const never = restingWhere('never');
  const found = never.breaks.length > 0 ? never : restingWhere('sometimes');
  if (found.breaks.length === 0) return verdictOf(examined, found, addresses(examined, property.way));
  const failures = found.breaks.map(({ edges }) => {
    const state = inside[edges.at(-1)?.to ?? 0]?.[0] ?? '';
    return { element: state, facts: { state }, path: pathOfRun(graph, edges) };
  });
  return failing(failures, found === never && found.breaks.some(({ isDefinite }) => isDefinite));
}

/** An act by whoever may take it, or by the side that is asked for. */
function isAmong(offers: ReadonlySet<string>, way: Predicate): boolean {
  const parts = way.is === 'and' ? way.of : [way];
  const acts = parts.flatMap((part) => (part.is === 'event' ? part.acts : []));
  const sides = parts.flatMap((part) => (part.is === 'open-to' ? [part.sender] : []));
  return [...offers].some((offer) =>
    acts.some((act) => (sides.length > 0 ? sides.some((side) => offer === doing(act, side)) : offer.startsWith(doing(act, '')))),
  );
}

/**
 * Whether such a way can be taken where a case rests: whatever conditions answer, only if they answer so, or not at all. What depends on nothing but
 * what whoever takes it fills in, can be taken.
 */
const openness =
  (graph: Graph, isWay: (occurrence: Occurrence) => boolean) =>
  ({ edges, refused }: Node): 'always' | 'sometimes' | 'never' => {
    const isOpen = (edge: Edge): boolean => edge.occurrences.some(isWay) && hasWhatItNeeds(graph, edge);
    const groups = new Map<string, boolean[]>();
    for (const edge of edges) {
      const key = keyOf(edge.trigger);
      groups.set(key, [...(groups.get(key) ?? []), isOpen(edge)]);
    }
    if (edges.some((edge) => edge.trigger.kind === 'event' && isOpen(edge) && isChosen(graph, edge) && isPossible(graph, edge)))
      return 'always';
    const mayBeRefused = new Set(refused.map(keyOf));
    if ([...groups].some(([key, all]) => all.every(Boolean) && !mayBeRefused.has(key))) return 'always';
    return edges.some((edge) => edge.occurrences.some(isWay)) ? 'sometimes' : 'never';
  };
/** Some values give these answers. */
const isPossible = ({ definition }: Graph, { asked }: Edge): boolean =>
  valuesFor(
    asked.flatMap(({ condition, counts }) => (condition ? [{ condition, counts }] : [])),
    definition,
  ) !== undefined;
const keyOf = ({ kind, state, name, outcome: ended }: Trigger): string => `${kind} ${state} ${name} ${ended ?? ''}`;

/** Each element that can be reached and is the one, is the other as well. Steps are taken with all that they do. */
export function checkAll(examined: Examined, { each, is }: Of<'all'>): Found {
  const { graph, elements } = examined;
  const concerned = elements.all().filter((element) => holds(each, element, graph.definition));
  if (concerned.length === 0) return silent(examined);
  const wrong = concerned.filter((element) => !holds(is, element, graph.definition));
  if (wrong.length === 0) return graph.bound ? undecided(examined) : held(concerned.map(({ address }) => address));
  const failures: Failure[] = [];
  let [isDefinite, isIncomplete] = [false, graph.bound !== undefined];
  for (const element of wrong) {
    if (failures.length >= failuresMost) break;
    const found = search(
      graph,
      comingTo((occurrence) => isOf(elements.of(occurrence), element)),
      1,
    );
    isIncomplete ||= found.isIncomplete;
    const [run] = found.breaks;
    if (!run) continue;
    isDefinite ||= run.isDefinite;
    const lacking = missing(is, element, graph.definition);
    failures.push({
      element: element.address,
      facts: { ...factsOf(element), ...(lacking.length > 0 && { missing: [...lacking] }) },
      path: pathOfRun(graph, run.edges),
    });
  }
  if (failures.length > 0) return failing(failures, isDefinite);
  // What no run comes to, breaks nothing.
  return isIncomplete ? undecided(examined) : held(concerned.flatMap((element) => (wrong.includes(element) ? [] : [element.address])));
}

const isOf = (one: { address: string; step: string; is: string }, other: { address: string; step: string; is: string }): boolean =>
  one === other || (one.is === 'step' && other.is === 'step' && one.step === other.step);

const addresses = (examined: Examined, predicate: Predicate) => (): Iterable<string> =>
  matching(examined, predicate).map(({ address }) => address);

import { daysOf, fiveDays, type Week } from './days.ts';
import type { Edge, Graph } from './graph.ts';
import type { PathStep } from './path-step.ts';
import type { Slowest } from './slowest.ts';

/** A run as a person can follow it: people act at once, and only deadlines that the run waits for take their days. */
export function pathOf(graph: Graph, edges: readonly Edge[], week: Week = fiveDays): readonly PathStep[] {
  /** Day on which each active step or stage was entered. */
  const since = new Map<string, number>();
  let day = 0;
  return edges.flatMap((edge) => {
    const { length, from } = runningOut(graph, edge, week);
    if (Number.isFinite(length)) day = Math.max(day, (since.get(from) ?? 0) + length);
    const left = new Set(edge.left);
    for (const id of graph.nodes[edge.to]?.active ?? []) if (left.has(id) || !since.has(id)) since.set(id, day);
    for (const clock of startedBy(graph, edge)) if (!since.has(clock)) since.set(clock, day);
    return isBeforeTheStart(edge) ? [] : stepOf(graph, edge, day);
  });
}

/** How long what moved the case had been running, and since what: a step, a stage or a clock. A person needs no time. */
function runningOut(graph: Graph, { trigger }: Edge, week: Week): { readonly length: number; readonly from: string } {
  const { definition } = graph;
  if (trigger.kind === 'timer') return { length: daysOf(definition.delays[trigger.name], definition, week), from: trigger.state };
  if (trigger.kind !== 'clock') return { length: 0, from: '' };
  const [, id = '', what] = trigger.name.split('.');
  const clock = definition.clocks[id];
  const share = what === 'warn' ? Math.min(100, ...(clock?.warnAt ?? [])) / 100 : 1;
  return { length: clock ? daysOf(definition.delays[clock.limit], definition, week) * share : 0, from: `clock ${id}` };
}

/** Clocks that begin with what is entered here. */
const startedBy = ({ definition, states }: Graph, { occurrences }: Edge): readonly string[] => {
  const tags = new Set(
    occurrences.flatMap((occurrence) => (occurrence.is === 'entered' ? [...(states.get(occurrence.state)?.tags ?? [])] : [])),
  );
  return Object.entries(definition.clocks).flatMap(([id, { starts }]) => (starts.some((tag) => tags.has(tag)) ? [`clock ${id}`] : []));
};

/** The slowest run with the day on which each step is reached, counted from the beginning of the span. `lead`: how the case came there. */
export function slowPathOf(graph: Graph, { edges, rests }: Slowest): readonly PathStep[] {
  let day = 0;
  return edges.flatMap((edge, index) => {
    day += index === 0 ? 0 : (rests[index - 1]?.days ?? 0);
    return isBeforeTheStart(edge) ? [] : stepOf(graph, edge, day);
  });
}

/** Where decisions choose in which step a case starts, one position stands before them all, in which nothing happens. */
const isBeforeTheStart = ({ trigger, occurrences }: Edge): boolean => trigger.kind === 'start' && occurrences.length === 0;

function stepOf(graph: Graph, edge: Edge, day: number): PathStep {
  const node = graph.nodes[edge.to];
  const { trigger } = edge;
  return {
    step: movedTo(graph, edge) ?? node?.leaves[0] ?? '',
    event: trigger.kind === 'start' ? 'start' : trigger.name || trigger.kind,
    kind: trigger.kind,
    day: Math.round(day * 100) / 100,
    rows: edge.occurrences.flatMap((occurrence) => (occurrence.is === 'taken' ? [occurrence.row] : [])),
    active: node?.active ?? [],
    answers: edge.asked.map(({ row, counts }) => ({ at: row, counts })),
  };
}

/** The innermost step that was entered and is still active; where nothing was entered, the step whose row it was. */
function movedTo(graph: Graph, edge: Edge): string | undefined {
  const leaves = graph.nodes[edge.to]?.leaves ?? [];
  const entered = edge.occurrences.flatMap((occurrence) => (occurrence.is === 'entered' ? [occurrence.state] : []));
  const taken = edge.occurrences.flatMap((occurrence) => (occurrence.is === 'taken' ? occurrence.from : []));
  return leaves.find((id) => entered.includes(id)) ?? leaves.find((id) => taken.includes(id));
}

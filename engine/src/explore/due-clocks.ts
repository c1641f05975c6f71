import { daysOf, leastDaysOf, type Week } from './days.ts';
import type { Edge, Graph, Node } from './graph.ts';
import { isDueOf, runsIn } from './leading-clocks.ts';

/** Days that something has been running, by what it is; a clock that has to say something under `due ` and its id. */
type Elapsed = ReadonlyMap<string, number>;

/** Of a clock whose time cannot be known any more: it has spoken, perhaps unheard, or began before. */
const unknown = Number.NEGATIVE_INFINITY;
const keyOf = (clock: string): string => `due ${clock}`;
const isDue = (key: string): boolean => key.startsWith(keyOf(''));

/**
 * Clocks whose limit ends a wait: where a clock runs out, its event leads away whatever conditions answer. It speaks once: a clock that may have run
 * out where nobody listens bounds nothing afterwards. Nor does one that rests meanwhile, for nobody knows how much of it is left.
 */
export class DueClocks {
  readonly #graph: Graph;
  readonly #week: Week;
  /** Those that some step listens to and that never rest. */
  readonly #clocks: readonly string[];
  readonly #heard = new Map<number, readonly string[]>();

  constructor(graph: Graph, week: Week) {
    this.#graph = graph;
    this.#week = week;
    const heard = new Set(graph.nodes.flatMap((node) => this.#heardIn(node)));
    this.#clocks = Object.entries(graph.definition.clocks).flatMap(([id, clock]) => (heard.has(id) && !clock.pausesIn ? [id] : []));
  }

  /** Days until the first of them speaks and is heard; infinite where none will. */
  rest(node: Node | undefined, elapsed: Elapsed): number {
    if (!node) return Number.POSITIVE_INFINITY;
    const left = this.#heardIn(node).flatMap((clock) => {
      const since = elapsed.get(keyOf(clock));
      return since === undefined || since === unknown ? [] : [Math.max(...this.#limits(clock, node, daysOf)) - since];
    });
    return Math.min(...left);
  }

  /** Whether what moves the case may come at all within these days: no clock runs out before its time. */
  mayCome({ from, trigger }: Edge, elapsed: Elapsed, rest: number): boolean {
    const clock = trigger.kind === 'clock' ? this.#clocks.find((id) => isDueOf(trigger, id)) : undefined;
    const since = clock === undefined ? undefined : elapsed.get(keyOf(clock));
    return clock === undefined || since === undefined || since === unknown || since + rest >= this.#least(clock, this.#graph.nodes[from]);
  }

  /** How long each has been running after a step between two positions, of which the first took so many days. */
  after(edge: Edge, elapsed: Elapsed, rest: number): Elapsed {
    const now = new Map<string, number>();
    const from = this.#graph.nodes[edge.from];
    for (const clock of this.#clocks) {
      const since = elapsed.get(keyOf(clock));
      if (since !== undefined) now.set(keyOf(clock), this.#mayHaveSpoken(clock, edge, since + rest) ? unknown : since + rest);
      else if (from && runsIn(from.visits, clock)) now.set(keyOf(clock), unknown);
    }
    for (const occurrence of edge.occurrences) {
      if (occurrence.is !== 'entered') continue;
      if (occurrence.state === this.#graph.definition.home) now.clear();
      const tags = this.#graph.states.get(occurrence.state)?.tags;
      for (const clock of this.#clocks) {
        const starts = this.#graph.definition.clocks[clock]?.starts.some((tag) => tags?.has(tag));
        if (starts && !now.has(keyOf(clock))) now.set(keyOf(clock), 0);
      }
    }
    return now;
  }

  #mayHaveSpoken(clock: string, { from, trigger }: Edge, since: number): boolean {
    const node = this.#graph.nodes[from];
    if (isDueOf(trigger, clock)) return true;
    return node !== undefined && !this.#heardIn(node).includes(clock) && since >= this.#least(clock, node);
  }

  #least(clock: string, node: Node | undefined): number {
    return node ? Math.min(...this.#limits(clock, node, leastDaysOf)) : 0;
  }

  /** Of what the clock may last now; one that runs by its first limit was not extended. */
  #limits(id: string, { visits }: Node, measured: typeof daysOf): readonly number[] {
    const { definition } = this.#graph;
    const clock = definition.clocks[id];
    const limits = runsIn(visits, id) === 'extended' ? [clock?.limit, clock?.extension?.limit] : [clock?.limit];
    return limits.flatMap((limit) => (limit === undefined ? [] : [measured(definition.delays[limit], definition, this.#week)]));
  }

  #heardIn(node: Node): readonly string[] {
    const known = this.#heard.get(node.index);
    if (known) return known;
    const ids = Object.keys(this.#graph.definition.clocks).filter((id) => isHeard(node, id));
    this.#heard.set(node.index, ids);
    return ids;
  }
}

/** It runs here, and what it says moves the case on, however conditions answer. */
function isHeard({ visits, edges, refused }: Node, clock: string): boolean {
  const ways = edges.filter(({ trigger }) => isDueOf(trigger, clock));
  return (
    runsIn(visits, clock) !== undefined &&
    ways.length > 0 &&
    ways.every(({ left }) => left.length > 0) &&
    !refused.some((trigger) => isDueOf(trigger, clock))
  );
}

/** Whether whatever runs out with the one runs out no later with the other: more of a clock may be left, or it may run out unheard. */
export const isLater = ([key, days]: readonly [string, number], other: Elapsed): boolean =>
  isDue(key) ? days === unknown || days === other.get(key) : days <= (other.get(key) ?? 0);

/** What is certain of both. */
export const earliest = (key: string, all: readonly Elapsed[]): number => {
  const each = all.map((elapsed) => elapsed.get(key) ?? (isDue(key) ? unknown : 0));
  return isDue(key) && new Set(each).size > 1 ? unknown : Math.min(...each);
};

import { leavingDelays } from '../compile/leaving-delays.ts';
import { daysOf, type Week } from './days.ts';
import { DueClocks } from './due-clocks.ts';
import type { Edge, Graph, Node } from './graph.ts';

/** Something that runs out: the deadline of a step or stage, or what is left of a clock. */
interface Limit {
  /** What has to have been running: the step or stage itself, or `clock ` and its id. */
  readonly since: string;
  readonly days: number;
}

/** Which deadlines end a position, and how long each has been running on a way through the positions. */
export class Timers {
  readonly #graph: Graph;
  readonly #limits = new Map<string, readonly Limit[]>();
  readonly #dueClocks: DueClocks;
  /** Clocks by the tag that starts them; only those that some deadline follows. */
  readonly #clocks = new Map<string, readonly string[]>();

  constructor(graph: Graph, week: Week) {
    this.#graph = graph;
    this.#dueClocks = new DueClocks(graph, week);
    const { definition } = graph;
    for (const [id, { definition: state }] of graph.states) {
      const limits = leavingDelays(state.after, definition).map((delay): Limit => {
        const clock = definition.delays[delay]?.remaining;
        return { since: clock === undefined ? id : `clock ${clock}`, days: daysOf(definition.delays[delay], definition, week) };
      });
      if (limits.length > 0) this.#limits.set(id, limits);
      for (const { since } of limits) {
        const clock = since.startsWith('clock ') ? definition.clocks[since.slice('clock '.length)] : undefined;
        // Of one that rests meanwhile all may be left.
        if (clock?.pausesIn) continue;
        for (const tag of clock?.starts ?? []) this.#clocks.set(tag, [...new Set([...(this.#clocks.get(tag) ?? []), since])]);
      }
    }
  }

  /** Days until the first deadline of a position passes; infinite where it has none. */
  rest(node: Node | undefined, elapsed: ReadonlyMap<string, number>): number {
    const left = (node?.active ?? [])
      .flatMap((id) => this.#limits.get(id) ?? [])
      .map(({ since, days }) => days - (elapsed.get(since) ?? 0));
    return Math.max(0, Math.min(...left, this.#dueClocks.rest(node, elapsed)));
  }

  mayCome(edge: Edge, elapsed: ReadonlyMap<string, number>, rest: number): boolean {
    return this.#dueClocks.mayCome(edge, elapsed, rest);
  }

  /** What runs where the time begins: all that is entered there begins, and of what ran before nothing is known. */
  begin(edge: Edge): ReadonlyMap<string, number> {
    return this.after(edge, new Map(), 0);
  }

  after(edge: Edge, elapsed: ReadonlyMap<string, number>, rest: number): ReadonlyMap<string, number> {
    const left = new Set(edge.left);
    const now = new Map<string, number>();
    for (const id of this.#graph.nodes[edge.to]?.active ?? []) {
      for (const { since } of this.#limits.get(id) ?? []) {
        if (since === id) now.set(id, left.has(id) || !elapsed.has(id) ? 0 : (elapsed.get(id) ?? 0) + rest);
      }
    }
    // A clock starts once, and runs on whatever the case does.
    for (const [since, days] of elapsed) if (since.startsWith('clock ')) now.set(since, days + rest);
    for (const occurrence of edge.occurrences) {
      if (occurrence.is !== 'entered') continue;
      if (occurrence.state === this.#graph.definition.home)
        for (const since of now.keys()) if (since.startsWith('clock ')) now.delete(since);
      for (const tag of this.#graph.states.get(occurrence.state)?.tags ?? []) {
        for (const clock of this.#clocks.get(tag) ?? []) if (!now.has(clock)) now.set(clock, 0);
      }
    }
    return new Map([...now, ...this.#dueClocks.after(edge, elapsed, rest)]);
  }
}

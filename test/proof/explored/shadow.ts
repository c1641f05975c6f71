import type { Graph, Step } from '@redress/engine';

/** Follows a living case through the graph: all positions it may be in, as far as anybody can tell from the rows that were taken. */
export class Shadow {
  readonly #graph: Graph;
  #at: ReadonlySet<number>;
  #begun = false;
  /** What the case did that the graph does not know. */
  lost: { readonly rows: readonly string[]; readonly position: readonly string[] } | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#at = new Set(graph.start ? [graph.start.to] : []);
  }

  /** How many positions it may be in; one is certainty. */
  get width(): number {
    return this.#at.size;
  }

  readonly follow = ({ state, trace }: Step): void => {
    if (this.lost) return;
    const rows = trace.flatMap(({ transitions }) => transitions.flatMap(({ at }) => (at === '' ? [] : [at])));
    const position = activeIn(state.snapshot.value);
    const from = this.#begun || this.#isChosen() ? this.#at : undefined;
    const next = new Set<number>();
    if (from === undefined) {
      for (const node of this.#at) if (this.#isAt(node, position)) next.add(node);
    } else {
      for (const node of from) {
        if (rows.length === 0 && this.#isAt(node, position)) next.add(node);
        for (const edge of this.#graph.nodes[node]?.edges ?? []) {
          const taken = edge.occurrences.flatMap((occurrence) => (occurrence.is === 'taken' ? [occurrence.row] : []));
          if (sameList(taken, rows) && this.#isAt(edge.to, position)) next.add(edge.to);
        }
      }
    }
    this.#begun = true;
    this.#at = next;
    if (next.size === 0) this.lost = { rows, position };
  };

  /** Decisions at the start: one position stands before all that they may choose. */
  #isChosen(): boolean {
    const [first] = this.#at;
    return first !== undefined && this.#graph.nodes[first]?.active.length === 0;
  }

  #isAt(node: number, position: readonly string[]): boolean {
    return sameList([...(this.#graph.nodes[node]?.active ?? [])].sort(), position);
  }
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, place) => each === other[place]);

/** Ids of all steps and stages in a value of XState's, sorted. */
function activeIn(value: unknown): readonly string[] {
  const ids: string[] = [];
  const read = (inner: unknown): void => {
    if (typeof inner === 'string') ids.push(inner);
    else if (typeof inner === 'object' && inner !== null)
      for (const [id, below] of Object.entries(inner)) {
        ids.push(id);
        read(below);
      }
  };
  read(value);
  return ids.sort();
}

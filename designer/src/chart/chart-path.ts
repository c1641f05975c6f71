import type { ChartModel } from './chart-model.ts';

/** One line of `CaseView.path`: the row taken, by its place in the definition; the start has no row. */
export interface WalkedRow {
  readonly revision: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly at: string;
}
export interface WalkedPath {
  readonly visited: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
  /** Ids of edges of the model that were walked. */
  readonly edges: ReadonlySet<string>;
  /** Ways walked by rows at any time (withdrawal, for example): no line of the model shows them. */
  readonly beside: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Cards in the order in which they were entered; a card entered twice stands twice. */
  readonly order: readonly {
    readonly card: string;
    readonly revision: number;
  }[];
}

/** The way a case took over its chart. `steps` are the ids the case is in now, stages included. */
export function walkedPath(model: ChartModel, path: readonly WalkedRow[], steps: readonly string[]): WalkedPath {
  const known = new Set(model.cards.map((card) => card.id));
  const byRow = new Map(model.edges.flatMap((edge) => edge.rows.map((row) => [`${row}>${edge.to}`, edge.id] as const)));
  const visited = new Set<string>();
  const edges = new Set<string>();
  const beside = new Map<string, { id: string; from: string; to: string }>();
  const order: { card: string; revision: number }[] = [];
  let last: readonly string[] = [];
  for (const row of path) {
    const cards = [...new Set(row.to.flatMap((id) => (known.has(id) ? [id] : model.cardsOf(id))))].filter((id) => known.has(id));
    if (cards.length === 0) continue; // A row that stays: it reminds or sends, and walks nowhere.
    for (const card of cards) {
      const edge = byRow.get(`${row.at}>${card}`);
      if (edge !== undefined) edges.add(edge);
      else {
        const from = known.has(row.from) ? row.from : last.at(-1);
        if (from !== undefined && from !== card)
          beside.set(`${from}~${card}`, {
            id: `${from}~${card}`,
            from,
            to: card,
          });
      }
      visited.add(card);
      order.push({ card, revision: row.revision });
    }
    last = cards;
  }
  const now = new Set(steps.filter((id) => known.has(id)));
  for (const id of now) visited.add(id);
  return { visited, now, edges, beside: [...beside.values()], order };
}

import { type Definition, pointerTo, type State, type Text } from '@redress/engine';
import { type EdgeKind, rowsOf, targetsOf } from '../model/rows.ts';
import { type CardKind, cardKindOf } from '../model/step-kind.ts';

export interface ChartCard {
  readonly id: string;
  readonly title: Text;
  readonly kind: CardKind;
  /** Position of the column, from the reading side. */
  readonly column: number;
  /** Tracks at the same time: the frame around them and the number of the track. */
  readonly track?: { readonly frame: string; readonly number: number };
  readonly role?: Text;
  /** Word of the `outcome:` tag of an end. */
  readonly outcome?: string;
}
export interface ChartColumn {
  readonly id: string;
  /** Stages have one; loose steps and the ends have none. */
  readonly title?: Text;
  readonly cards: readonly string[];
}
/** All rows that lead from one card to another, drawn as one line. */
export interface ChartEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly labels: readonly { readonly kind: EdgeKind; readonly text: Text }[];
  /** JSON pointers of the rows: the journal names them. */
  readonly rows: readonly string[];
}
/** A row at any time: of the whole procedure, or of one stage. */
export interface ChartAnyTime {
  readonly event: string;
  readonly label: Text;
  readonly from: string;
  readonly to?: string;
}
export interface ChartModel {
  readonly cards: readonly ChartCard[];
  readonly columns: readonly ChartColumn[];
  readonly edges: readonly ChartEdge[];
  readonly anyTime: readonly ChartAnyTime[];
  readonly start: string;
  /** The card or cards that a step, stage or outcome stands for: a stage answers with where it begins. */
  readonly cardsOf: (id: string) => readonly string[];
}

/** Steps of a procedure without stages share a column up to this number. */
const looseMost = 4;

/**
 * The far-away picture of a definition: stages as columns in the order of the definition, then loose steps, the ends last.
 * Rows of stages and of the whole procedure are no lines (they would leave every card) but stand in `anyTime`.
 */
export function chartModel(definition: Definition): ChartModel {
  const states = new Map<string, State>();
  collect(definition.machine.states, states);
  const { columns, leaves } = columnsOf(definition);
  const cards = leaves.map((leaf) => cardOf(definition, leaf));
  const cardsOf = (id: string): readonly string[] => entered(states, id);
  return {
    cards,
    columns,
    edges: edgesOf(definition, leaves, cardsOf),
    anyTime: anyTimeOf(definition, leaves, cardsOf),
    start: definition.machine.initial === undefined ? '' : (cardsOf(definition.machine.initial)[0] ?? ''),
    cardsOf,
  };
}

interface Leaf {
  readonly state: State;
  readonly at: string;
  readonly column: number;
  readonly track?: { readonly frame: string; readonly number: number };
}

function collect(states: Readonly<Record<string, State>>, into: Map<string, State>): void {
  for (const state of Object.values(states)) {
    into.set(state.id, state);
    if (state.states) collect(state.states, into);
  }
}

function columnsOf(definition: Definition): {
  readonly columns: readonly ChartColumn[];
  readonly leaves: readonly Leaf[];
} {
  const columns: { id: string; title?: Text; cards: string[] }[] = [];
  const leaves: Leaf[] = [];
  const ends: Leaf[] = [];
  let loose: (typeof columns)[number] | undefined;
  for (const [key, state] of Object.entries(definition.machine.states)) {
    const at = `/machine/states/${key}`;
    if (state.type === 'final') ends.push({ state, at, column: 0 });
    else if (state.states) {
      loose = undefined;
      const inside = leavesOf(state, at, columns.length);
      columns.push({
        id: state.id,
        ...(state.meta ? { title: state.meta.title } : {}),
        cards: inside.map((leaf) => leaf.state.id),
      });
      leaves.push(...inside);
    } else if (state.type !== 'history') {
      if (!loose || loose.cards.length >= looseMost) {
        loose = { id: `loose.${columns.length}`, cards: [] };
        columns.push(loose);
      }
      loose.cards.push(state.id);
      leaves.push({ state, at, column: columns.length - 1 });
    }
  }
  if (ends.length > 0) {
    leaves.push(...ends.map((end) => ({ ...end, column: columns.length })));
    columns.push({ id: 'ends', cards: ends.map((end) => end.state.id) });
  }
  return { columns, leaves };
}

function leavesOf(stage: State, at: string, column: number, track?: Leaf['track']): readonly Leaf[] {
  return Object.entries(stage.states ?? {}).flatMap(([key, state], index) => {
    const here = `${at}/states/${key}`;
    const own = stage.type === 'parallel' ? { frame: stage.id, number: index } : track;
    if (state.type === 'history') return [];
    if (state.states) return leavesOf(state, here, column, own);
    return [{ state, at: here, column, ...(own ? { track: own } : {}) }];
  });
}

/** Where the case stands after entering `id`: the step itself, or the beginning of a stage, in every track. */
function entered(states: ReadonlyMap<string, State>, id: string): readonly string[] {
  const state = states.get(id);
  if (!state) return [];
  if (state.type === 'history') return state.target ? entered(states, state.target.replace('#', '')) : [];
  if (!state.states) return [state.id];
  if (state.type === 'parallel') return Object.values(state.states).flatMap((track) => entered(states, track.id));
  return state.initial === undefined ? [] : entered(states, state.initial);
}

function cardOf(definition: Definition, leaf: Leaf): ChartCard {
  const { state } = leaf;
  const outcome = state.tags?.find((tag) => tag.startsWith('outcome:'))?.slice('outcome:'.length);
  const role = state.invoke?.src === 'task' ? definition.roles[state.invoke.input.role]?.title : undefined;
  return {
    id: state.id,
    title: state.meta?.title ?? {},
    kind: cardKindOf(definition, state),
    column: leaf.column,
    ...(leaf.track ? { track: leaf.track } : {}),
    ...(role ? { role } : {}),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function edgesOf(definition: Definition, leaves: readonly Leaf[], cardsOf: (id: string) => readonly string[]): readonly ChartEdge[] {
  const rank: Readonly<Record<EdgeKind, number>> = {
    person: 0,
    automatic: 1,
    time: 2,
  };
  const edges = new Map<
    string,
    {
      id: string;
      from: string;
      to: string;
      kind: EdgeKind;
      labels: ChartEdge['labels'][number][];
      rows: string[];
    }
  >();
  for (const { state, at } of leaves) {
    for (const leading of rowsOf(definition, state)) {
      for (const to of targetsOf(leading.row).flatMap(cardsOf)) {
        const id = `${state.id}>${to}`;
        const edge = edges.get(id) ?? {
          id,
          from: state.id,
          to,
          kind: leading.kind,
          labels: [],
          rows: [],
        };
        if (rank[leading.kind] < rank[edge.kind]) edge.kind = leading.kind;
        const { kind, label } = leading;
        if (label && !edge.labels.some((each) => each.kind === kind && each.text === label)) edge.labels.push({ kind, text: label });
        edge.rows.push(at + pointerTo(leading.path));
        edges.set(id, edge);
      }
    }
  }
  return [...edges.values()];
}

function anyTimeOf(definition: Definition, leaves: readonly Leaf[], cardsOf: (id: string) => readonly string[]): readonly ChartAnyTime[] {
  const drawn = new Set(leaves.map((leaf) => leaf.state.id));
  const found: ChartAnyTime[] = [];
  const look = (id: string, on: State['on']): void => {
    for (const [event, rows] of Object.entries(on ?? {})) {
      const label = definition.events[event]?.label;
      const to = rows.map((row) => row.target).find((target) => target !== undefined);
      if (label)
        found.push({
          event,
          label,
          from: id,
          ...(to === undefined ? {} : { to: cardsOf(to.slice(1))[0] ?? to.slice(1) }),
        });
    }
  };
  const walk = (states: Readonly<Record<string, State>>): void => {
    for (const state of Object.values(states)) {
      if (!drawn.has(state.id)) look(state.id, state.on);
      if (state.states) walk(state.states);
    }
  };
  look('', definition.machine.on);
  walk(definition.machine.states);
  return found;
}

/** What may happen at any time where the case is now (`steps`, stages included): what holds for another stage does not, and after the end nothing does. */
export function anyTimeIn({ anyTime, cards }: ChartModel, steps: readonly string[]): readonly ChartAnyTime[] {
  const here = cards.filter(({ id }) => steps.includes(id));
  if (here.every(({ kind }) => kind === 'outcome')) return [];
  return anyTime.filter(({ from }) => from === '' || steps.includes(from));
}

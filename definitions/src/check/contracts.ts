import { type Compiled, type Definition, type Edge, explore, type Graph, slowest } from '@redress/engine';
import { graphAsDrawn, type Reading } from './as-drawn.ts';
import { type Element, Elements } from './element.ts';

/** What a procedure that starts another one may know of it; all of it follows from the other's own definition. */
export interface Contract {
  readonly definition: string;
  /** By the outcome that it ends with. */
  readonly ends: ReadonlyMap<string, ContractEnd>;
  /** What can be done wherever it rests, as {@link doing} writes it. */
  readonly offers: ReadonlySet<string>;
  /** Calendar days it takes at the worst; infinite where it may wait for ever. */
  readonly days: number;
  /** Its own tasks and those of the procedures that it starts, and whose they are. */
  readonly tasks: readonly ContractTask[];
  /** The same where nothing goes wrong on the way, in it and further in; looked for when it is first asked. */
  readonly asDrawn?: () => Contract;
}

export interface ContractTask {
  readonly step: Element;
  /** Roles that may have done it. */
  readonly roles: readonly string[];
  readonly definition: Definition;
}

/** What every run with this outcome has done. */
export interface ContractEnd {
  /** By party: contents of letters. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  /** `act by party`, as {@link doing} writes it. */
  readonly doings: ReadonlySet<string>;
}

export const doing = (act: string, party: string): string => `${act} by ${party}`;

/** What is known of other procedures, by id. */
export type ContractOf = (definition: string) => Contract | undefined;

/** How a procedure can end, what has happened by then on every run, and how long it can take. Nothing that was cut off by a bound is promised. */
export function contractOf(compiled: Pick<Compiled, 'definition'>, others: ContractOf = () => undefined): Contract {
  const graph = explore(compiled);
  let drawn: Contract | undefined;
  const asDrawn = (): Contract => {
    drawn ??= contractIn(graphAsDrawn(graph), othersAsDrawn(others), 'as-drawn');
    return drawn;
  };
  return { ...contractIn(graph, others), asDrawn };
}

/** What is known of other procedures where nothing goes wrong in them either. */
export const othersAsDrawn =
  (others: ContractOf): ContractOf =>
  (id) => {
    const known = others(id);
    return known?.asDrawn?.() ?? known;
  };

function contractIn(graph: Graph, others: ContractOf, reading?: Reading): Contract {
  const elements = new Elements(graph, others, reading);
  const isCut = graph.bound !== undefined;
  const found = isCut
    ? undefined
    : slowest(graph, { isFrom: (occurrence) => occurrence.is === 'entered', isUntil: () => false, orEnd: true });
  return {
    definition: graph.definition.id,
    ends: endsOf(graph, elements, isCut),
    offers: isCut ? new Set() : offersOf(graph, elements),
    days: found?.days ?? Number.POSITIVE_INFINITY,
    tasks: tasksOf(graph, elements, others),
  };
}

function tasksOf({ definition, states }: Graph, elements: Elements, others: ContractOf): readonly ContractTask[] {
  const steps = elements.all().filter(({ is }) => is === 'step');
  const own = steps.flatMap((step) =>
    step.role === undefined ? [] : [{ step, roles: [...new Set([step.role, ...step.handedTo])], definition }],
  );
  const inside = steps.flatMap(({ step }) => {
    const invoke = states.get(step)?.definition.invoke;
    return invoke?.src === 'case' ? (others(invoke.input.definition)?.tasks ?? []) : [];
  });
  return [...own, ...inside];
}

function endsOf(graph: Graph, elements: Elements, isCut: boolean): Contract['ends'] {
  const happened = guaranteed(graph, elements);
  const byOutcome = new Map<string, ReadonlySet<string>[]>();
  for (const node of graph.nodes) {
    if (!node.ended) continue;
    for (const id of node.leaves) {
      const { outcome } = elements.whole(id);
      // Where nothing goes wrong, some ends are not come to.
      const facts = isCut ? new Set<string>() : happened.get(node.index);
      if (outcome !== undefined && facts) byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), facts]);
    }
  }
  return new Map([...byOutcome].map(([outcome, all]) => [outcome, endOf(all.reduce(both))]));
}

const toldMark = 'tells ';
/** Facts of one end, sorted into what was told and what was done. */
function endOf(facts: ReadonlySet<string>): ContractEnd {
  const told = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (!fact.startsWith(toldMark)) continue;
    const [party = '', content = ''] = fact.slice(toldMark.length).split(' ');
    told.set(party, (told.get(party) ?? new Set()).add(content));
  }
  return { told, doings: new Set([...facts].filter((fact) => !fact.startsWith(toldMark))) };
}

/** By position: what has happened on every way there. A forward analysis with intersection; what is not reached yet stands in nobody's way. */
function guaranteed(graph: Graph, elements: Elements): ReadonlyMap<number, ReadonlySet<string>> {
  const known = new Map<number, ReadonlySet<string>>();
  const waiting: number[] = [];
  const arrive = (edge: Edge, before: ReadonlySet<string>): void => {
    const facts = new Set([...before, ...edge.occurrences.flatMap((occurrence) => factsOf(elements.of(occurrence), graph))]);
    const old = known.get(edge.to);
    const now = old ? both(old, facts) : facts;
    if (old && old.size === now.size) return;
    known.set(edge.to, now);
    waiting.push(edge.to);
  };
  if (graph.start) arrive(graph.start, new Set());
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const edge of graph.nodes[node]?.edges ?? []) arrive(edge, known.get(node) ?? new Set());
  }
  return known;
}

const parties: ReadonlySet<string> = new Set(['complainant', 'organisation', 'provider', 'customer']);

function factsOf({ told, way }: Element, { definition }: Graph): readonly string[] {
  const letters = [...told].flatMap(([who, contents]) =>
    parties.has(who) ? [...contents].map((content) => `${toldMark}${who} ${content}`) : [],
  );
  const senders = new Set((way?.senders ?? []).map((role) => definition.roles[role]?.party ?? ''));
  const [party] = senders;
  const acts = way && senders.size === 1 && party ? way.acts.flatMap((act) => [act, alsoMeans[act] ?? act]) : [];
  return [...letters, ...acts.map((act) => doing(act, party ?? ''))];
}

/** What the end of a sub-procedure is called here, and what was done in it: for whoever asks from further out it is the same. */
export const alsoMeans: Readonly<Record<string, string>> = { 'child-withdrawn': 'withdraw', satisfied: 'accept' };

/** The acts of a way by each side that may take it. */
const doingsOf = ({ way }: Element, { definition }: Graph): readonly string[] =>
  (way?.senders ?? []).flatMap((role) => way?.acts.map((act) => doing(act, definition.roles[role]?.party ?? role)) ?? []);

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...one].filter((each) => other.has(each)));

/** What somebody may do in every position where it rests, whatever conditions answer. */
function offersOf(graph: Graph, elements: Elements): ReadonlySet<string> {
  const all = graph.nodes
    .filter((node) => !node.ended && node.active.length > 0)
    .map(
      (node): ReadonlySet<string> =>
        new Set(
          node.edges.flatMap((edge) =>
            edge.asked.length > 0 ? [] : edge.occurrences.flatMap((occurrence) => doingsOf(elements.of(occurrence), graph)),
          ),
        ),
    );
  return all.length === 0 ? new Set() : all.reduce(both);
}

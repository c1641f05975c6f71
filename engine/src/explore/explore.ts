import { type AnyActorScope, type AnyMachineSnapshot, createEmptyActor } from 'xstate';
import { compileStates } from '../compile/compile-states.ts';
import type { Compiled, CompiledState } from '../compile/compiled.ts';
import { FailedLetters } from './failed-letters.ts';
import { type FreeMachine, freeMachine, type Note } from './free-machine.ts';
import type { Bound, Edge, Graph, Node, Trigger, Visits } from './graph.ts';
import { LeadingClocks } from './leading-clocks.ts';
import { Occurrences } from './occurrences.ts';
import { Oracle } from './oracle.ts';

export interface ExploreLimits {
  /** Positions at most; 50,000 without it. */
  readonly positionsMax?: number;
}

/**
 * The configuration graph of a procedure under XState's own semantics, with conditions as free choices and every timer, end and failure as something
 * that may happen at any time. Nothing that a real case can do is missing, unless the graph says which bound was hit; not everything in it need be
 * possible. Steps with a limit of visits are counted exactly.
 */
export function explore({ definition }: Pick<Compiled, 'definition'>, limits: ExploreLimits = {}): Graph {
  return new Explorer(definition, compileStates(definition), limits.positionsMax ?? 50_000).run();
}

/** A position whose ways are still being looked for. */
type OpenNode = Omit<Node, 'edges' | 'refused'> & { readonly edges: Edge[]; readonly refused: Trigger[] };

/** Steps of the machine that are tried at most: some twenty seconds of them. */
const stepsMax = 400_000;

const startTrigger: Trigger = { kind: 'start', name: '', state: '' };

class Explorer {
  readonly #definition: Compiled['definition'];
  readonly #states: ReadonlyMap<string, CompiledState>;
  readonly #positionsMax: number;
  readonly #oracle: Oracle;
  readonly #clocks: LeadingClocks;
  readonly #letters: FailedLetters;
  readonly #free: FreeMachine;
  readonly #occurrences: Occurrences;
  readonly #scope: AnyActorScope;
  readonly #nodes: OpenNode[] = [];
  readonly #known = new Map<string, number>();
  #bound: Bound | undefined;
  /** Steps of the machine tried so far. */
  #steps = 0;

  constructor(definition: Compiled['definition'], states: ReadonlyMap<string, CompiledState>, positionsMax: number) {
    this.#definition = definition;
    this.#states = states;
    this.#positionsMax = positionsMax;
    this.#clocks = new LeadingClocks(definition);
    this.#letters = new FailedLetters(states);
    this.#oracle = new Oracle(definition, states, this.#clocks, this.#letters);
    this.#free = freeMachine(definition, states, this.#oracle.answer);
    this.#occurrences = new Occurrences(states, this.#letters);
    this.#scope = scopeFor((params) => this.#oracle.note(params));
  }

  run(): Graph {
    const start = this.#start();
    for (let index = 0; index < this.#nodes.length; index += 1) this.#leave(index);
    return {
      definition: this.#definition,
      states: this.#states,
      rows: this.#free.rows,
      nodes: this.#nodes,
      start,
      occurrences: this.#occurrences.all,
      ...(this.#bound && { bound: this.#bound }),
    };
  }

  /** A start that turns in circles has no position. Conditions of decisions at the start are answered first as they come. */
  #start(): Edge | undefined {
    const none: Visits = new Map();
    const starts: Edge[] = [];
    this.#oracle.begin(undefined, none);
    do {
      if (this.#triedEnough()) break;
      const snapshot = this.#moved(() => this.#free.machine.getInitialSnapshot(this.#scope));
      if (!snapshot) continue;
      const edge = this.#edge(undefined, startTrigger, snapshot);
      if (edge) starts.push(edge);
    } while (this.#oracle.next(none));
    const [first, ...others] = starts;
    // A case starts in one position; where decisions choose it, one more position stands before them all.
    return first && others.length === 0 ? first : this.#together(starts);
  }

  #together(starts: readonly Edge[]): Edge | undefined {
    const [first] = starts;
    const snapshot = first && this.#nodes[first.to]?.snapshot;
    if (!snapshot) return undefined;
    const index = this.#nodes.length;
    const before = {
      index,
      active: [],
      leaves: [],
      ended: false,
      edges: starts.map((edge) => ({ ...edge, from: index })),
      refused: [],
      snapshot,
      visits: new Map(),
    };
    this.#nodes.push(before);
    return { from: -1, to: index, trigger: startTrigger, occurrences: [], asked: [], left: [] };
  }

  #leave(index: number): void {
    const node = this.#nodes[index];
    if (!node || node.ended || node.active.length === 0) return;
    const seen = new Set<string>();
    for (const id of ['', ...node.active]) {
      for (const [type, triggers] of this.#free.triggers.get(id) ?? []) {
        if (seen.has(type)) continue;
        seen.add(type);
        for (const trigger of triggers) this.#send(node, type, trigger);
      }
    }
  }

  #send(node: OpenNode, type: string, trigger: Trigger): void {
    if (!this.#clocks.canFire(trigger, node.visits) || !this.#letters.canFire(trigger, node.visits)) return;
    this.#oracle.begin(trigger, node.visits);
    do {
      if (this.#triedEnough()) return;
      const snapshot = this.#moved(() => this.#free.machine.transition(node.snapshot, { type }, this.#scope));
      if (!snapshot) continue;
      if (this.#oracle.notes.length === 0) {
        if (this.#oracle.asked.length > 0) node.refused.push(trigger);
        continue;
      }
      const edge = this.#edge(node, trigger, snapshot);
      if (edge) node.edges.push(edge);
    } while (this.#oracle.next(node.visits));
  }

  /** A machine that decides without end has more answers than anybody can try: what a bound has cut off once is not tried on. */
  #triedEnough(): boolean {
    this.#steps += 1;
    if (this.#steps > stepsMax) this.#bound ??= 'steps';
    return this.#steps > stepsMax || this.#oracle.isTooMuch;
  }

  /** One step of XState's; nothing where it turned in a circle. */
  #moved(step: () => AnyMachineSnapshot): AnyMachineSnapshot | undefined {
    try {
      const snapshot = step();
      if (this.#oracle.isTooMuch) this.#bound ??= 'answers';
      // A failure that no row takes is XState's error; here it leads nowhere; that such rows lack one is the compiler's to say.
      if (snapshot.status === 'error' && (snapshot.error !== undefined || this.#oracle.notes.length > 0)) throw snapshot.error;
      return snapshot;
    } catch (cause) {
      if (!(cause instanceof Error && cause.message.startsWith('Infinite loop'))) throw cause;
      this.#bound ??= 'microsteps';
      this.#oracle.isTooMuch = true;
      return undefined;
    }
  }

  #edge(from: OpenNode | undefined, trigger: Trigger, snapshot: AnyMachineSnapshot): Edge | undefined {
    const to = this.#place(snapshot);
    return to === undefined ? undefined : { from: from?.index ?? -1, to, trigger, ...this.#occurrences.of(trigger, from, this.#oracle) };
  }

  #place(snapshot: AnyMachineSnapshot): number | undefined {
    // A stored case is read back in document order; history remembers in that order too.
    snapshot._nodes.sort((one, other) => one.order - other.order);
    const nodes = snapshot._nodes.filter((node) => node.parent !== undefined);
    const key = `${nodes.map((node) => node.order).join(' ')}|${historyKey(snapshot)}|${visitsKey(this.#oracle.visits)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#nodes.length >= this.#positionsMax) {
      this.#bound ??= 'positions';
      return undefined;
    }
    const index = this.#nodes.length;
    this.#known.set(key, index);
    this.#nodes.push({
      index,
      active: nodes.map((node) => node.id),
      leaves: nodes.filter((node) => node.type === 'atomic' || node.type === 'final').map((node) => node.id),
      ended: snapshot.status !== 'active',
      edges: [],
      refused: [],
      snapshot,
      visits: new Map(this.#oracle.visits),
    });
    return index;
  }
}

const historyKey = ({ historyValue }: AnyMachineSnapshot): string =>
  Object.entries(historyValue)
    .map(([id, nodes]) => `${id}:${nodes.map((node) => node.order).join(',')}`)
    .sort()
    .join(';');
const visitsKey = (visits: Visits): string =>
  [...visits]
    .map(([id, count]) => `${id}:${count}`)
    .sort()
    .join(';');

/** Surroundings in which the machine runs nothing and says what it would do. */
function scopeFor(note: (note: Note) => void): AnyActorScope {
  const self = createEmptyActor();
  return {
    self,
    id: 'explore',
    sessionId: 'explore',
    system: self.system,
    logger: () => {},
    defer: () => {},
    stopChild: () => {},
    emit: () => {},
    actionExecutor: (action) => {
      if (isNote(action.params)) note(action.params);
    },
  };
}

const isNote = (params: unknown): params is Note => typeof params === 'object' && params !== null && 'is' in params;

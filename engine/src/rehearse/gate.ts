import type { Definition, Row, State } from '../definition/definition.ts';
import type { Finding } from '../definition/finding.ts';
import { pointerTo } from '../definition/pointer.ts';
import type { JsonObject } from '../json.ts';
import type { Result } from '../result.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { ScriptTitle } from './script.ts';

/** A scenario and what it came to, or why it could not be played. Much less than a rehearsal: of many, all are held at once. */
export interface PlayedScenario {
  readonly id: string;
  readonly title?: ScriptTitle;
  readonly result: Result<Witness, readonly Finding[]>;
}
export interface Witness {
  readonly problems: Rehearsal['problems'];
  readonly processes: readonly string[];
  /** Ends that cases reached. */
  readonly ends: readonly { readonly process: string; readonly step: string }[];
  readonly coverage: Rehearsal['coverage'];
}
/** More of one scenario nobody reads. */
const problemsMost = 20;

/** What of a rehearsal counts here. */
export const witnessOf = ({ problems, cases, journal, coverage }: Rehearsal): Witness => ({
  problems: problems.slice(0, problemsMost),
  processes: [...new Set(cases.map(({ process }) => process))],
  ends: journal.filter(({ ends }) => ends).flatMap(({ process, steps }) => steps.map((step) => ({ process, step }))),
  coverage,
});

/** Whether a procedure was tried out as far as publishing asks: every end and every deadline reached, or a written reason. Plain JSON. */
export interface Gate {
  readonly met: boolean;
  readonly goals: readonly GateGoal[];
  readonly scenarios: readonly TriedScenario[];
  /** Written reasons for what the procedure does not have, or not any more. */
  readonly stray: readonly string[];
}

/** `end:<id>` of a final state, or the address of a leaving `after` row: `<step>/after/<delay>/<number>`. It stays when the step moves. */
export interface GateGoal {
  readonly kind: 'outcome' | 'deadline';
  readonly what: string;
  /** JSON pointer into the definition. */
  readonly at: string;
  readonly state: 'reached' | 'excused' | 'missing';
  /** Those that reach it and go as they are written. */
  readonly scenarios: readonly string[];
  readonly reason?: string;
}

export interface TriedScenario {
  readonly id: string;
  readonly title?: ScriptTitle;
  /** It went as it is written. */
  readonly ok: boolean;
  /** `at` points into the script. */
  readonly problems: readonly { readonly code: string; readonly at: string; readonly facts: JsonObject }[];
}

/** What the scenarios reach. One that does not go as it is written proves nothing, and neither does one without a case of this procedure. */
export function gateOf(
  definition: Definition,
  tried: { readonly played: readonly PlayedScenario[]; readonly gaps: { readonly [what: string]: string } },
): Gate {
  const scenarios = tried.played.map((one) => judged(definition, one));
  const fit = new Set(scenarios.filter(({ ok }) => ok).map(({ id }) => id));
  const reached = tried.played.flatMap(({ id, result }) =>
    fit.has(id) && result.ok ? [{ id, places: reachedIn(definition, result.value) }] : [],
  );
  const goals = goalsOf(definition).map((goal): GateGoal => {
    const by = reached.filter(({ places }) => places.has(goal.at)).map(({ id }) => id);
    const reason = Object.hasOwn(tried.gaps, goal.what) ? tried.gaps[goal.what] : undefined;
    const state = by.length > 0 ? 'reached' : reason === undefined ? 'missing' : 'excused';
    return { ...goal, state, scenarios: by, ...(reason === undefined ? {} : { reason }) };
  });
  const known = new Set(goals.map(({ what }) => what));
  return {
    met: goals.every(({ state }) => state !== 'missing') && scenarios.every(({ ok }) => ok),
    goals,
    scenarios,
    stray: Object.keys(tried.gaps).filter((what) => !known.has(what)),
  };
}

function judged(definition: Definition, { id, title, result }: PlayedScenario): TriedScenario {
  const named = { id, ...(title === undefined ? {} : { title }) };
  if (!result.ok) {
    const problems = result.refusal.slice(0, problemsMost).map(({ code, at, facts }) => ({ code, at, facts }));
    return { ...named, ok: false, problems };
  }
  const { processes, problems } = result.value;
  const told = problems.map(({ code, at, facts, refusal }) => {
    if (!refusal) return { code, at, facts };
    const { code: refused, ...because } = refusal;
    return { code, at, facts: { ...facts, refused, because } as unknown as JsonObject };
  });
  const stranger =
    processes.includes(definition.id) || problems.length > 0
      ? []
      : [{ code: 'other-process', at: '/process', facts: { process: definition.id } }];
  const all = [...told, ...stranger];
  return { ...named, ok: all.length === 0, problems: all };
}

/** Pointers of the ends and rows that cases of this procedure came to. */
function reachedIn(definition: Definition, { ends, coverage }: Witness): ReadonlySet<string> {
  const rows = coverage.filter(({ process }) => process === definition.id).flatMap((of) => of.rows);
  const own = ends.filter(({ process }) => process === definition.id);
  return new Set([
    ...own.map(({ step }) => pointerTo(['machine', 'states', step])),
    ...rows.filter(({ times }) => times > 0).map(({ at }) => at),
  ]);
}

type Goal = Pick<GateGoal, 'kind' | 'what' | 'at'>;

/** What must be reached, in the order of the procedure: deadlines of a step or stage before those inside it. */
function goalsOf({ machine }: Definition): readonly Goal[] {
  const ends = Object.entries(machine.states).filter(([, state]) => state.type === 'final');
  return [
    ...ends.map(([id]): Goal => ({ kind: 'outcome', what: `end:${id}`, at: pointerTo(['machine', 'states', id]) })),
    ...deadlinesIn(machine.states, ['machine', 'states']),
  ];
}

const deadlinesIn = (states: Readonly<Record<string, State>>, path: readonly string[]): readonly Goal[] =>
  Object.entries(states).flatMap(([id, state]) => {
    const own = Object.entries(state.after ?? {}).flatMap(([delay, rows]) =>
      rows.flatMap((row, index): readonly Goal[] => {
        const inside = ['after', delay, String(index)];
        if (!leaves(row, id, state)) return [];
        return [{ kind: 'deadline', what: pointerTo([id, ...inside]).slice(1), at: pointerTo([...path, id, ...inside]) }];
      }),
    );
    return [...own, ...deadlinesIn(state.states ?? {}, [...path, id, 'states'])];
  });

/** A reminder stays where it is. What leads to the step itself or into it leaves only where it says that it begins anew. */
function leaves({ target, reenter }: Row, id: string, state: State): boolean {
  if (target === undefined) return false;
  return reenter === true || !isInside(target.replace(/^#/, ''), id, state);
}
const isInside = (target: string, id: string, state: State): boolean =>
  target === id || Object.entries(state.states ?? {}).some(([inner, below]) => isInside(target, inner, below));

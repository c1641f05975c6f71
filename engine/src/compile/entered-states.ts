import type { CompiledRow, CompiledState } from './compiled.ts';

export interface Way {
  /** The procedure as a whole runs in tracks: whoever crosses them enters all of them again. */
  readonly inTracks: boolean;
  /** Empty: the root. */
  readonly source: string;
  readonly target: string;
  readonly reenter: boolean;
}

/** Which steps and stages a row enters, as XState decides it: everything between the domain of the row and its target, and what lies within by default. */
export function enteredBy(way: Way, states: ReadonlyMap<string, CompiledState>): CompiledRow['enters'] {
  const target = states.get(way.target);
  if (!target) return () => [];
  if (target.kind !== 'history') {
    const entered = enter([target], way, states, () => undefined);
    return holdsHistory(entered, states) ? (history) => enter([target], way, states, history) : () => entered;
  }
  return (history) => enter(historyTargets(target, states, history), way, states, history);
}

type History = Parameters<CompiledRow['enters']>[0];

const holdsHistory = (entered: readonly string[], states: ReadonlyMap<string, CompiledState>): boolean =>
  entered.some((id) => initialOf(states.get(id), states)?.kind === 'history');

function enter(
  targets: readonly CompiledState[],
  way: Way,
  states: ReadonlyMap<string, CompiledState>,
  history: History,
): readonly string[] {
  const entered = new Set<string>();
  const domain = domainOf(targets, way, states);
  const asked = new Set<string>();
  const addDefault = (state: CompiledState): void => {
    if (state.kind === 'history') {
      // Of one that leads back to itself nothing is remembered; that is told as a fault.
      if (asked.has(state.id)) return;
      asked.add(state.id);
      for (const remembered of historyTargets(state, states, history)) addPath(remembered, state.around[0]);
      return;
    }
    entered.add(state.id);
    const initial = initialOf(state, states);
    if (initial && !state.children.some((child) => entered.has(child))) addDefault(initial);
    if (state.kind === 'parallel') addRegions(state);
  };
  const addRegions = (stage: CompiledState): void => {
    for (const child of stage.children) {
      const region = states.get(child);
      if (region && region.kind !== 'history' && !entered.has(child)) addDefault(region);
    }
  };
  const addPath = (state: CompiledState, end: string | undefined): void => {
    const path = end === undefined ? state.around : state.around.slice(0, Math.max(0, state.around.indexOf(end)));
    for (const id of path) entered.add(id);
    if (!(state.id === way.source && domain === way.source && !way.reenter)) addDefault(state);
    else if (state.kind !== 'atomic') for (const child of defaultChildren(state, states)) addDefault(child);
    for (const id of path) {
      const stage = states.get(id);
      if (stage?.kind === 'parallel') addRegions(stage);
    }
  };
  for (const target of targets) addPath(target, domain === '' ? undefined : domain);
  const around = states.get(domain);
  if (around?.kind === 'parallel') addRegions(around);
  if (domain === '' && way.inTracks) for (const track of states.values()) if (isTrack(track) && !entered.has(track.id)) addDefault(track);
  return [...entered];
}

const isTrack = ({ kind, around }: CompiledState): boolean => around.length === 0 && kind !== 'history';

/** Only what stands directly within: a stage that begins elsewhere is told as a fault. */
function initialOf(state: CompiledState | undefined, states: ReadonlyMap<string, CompiledState>): CompiledState | undefined {
  const initial = state?.definition.initial;
  return initial !== undefined && state?.children.includes(initial) ? states.get(initial) : undefined;
}

function defaultChildren(state: CompiledState, states: ReadonlyMap<string, CompiledState>): readonly CompiledState[] {
  const initial = initialOf(state, states);
  return initial ? [initial] : [];
}

/** What was left when the stage was last left, else where its history points. */
function historyTargets(state: CompiledState, states: ReadonlyMap<string, CompiledState>, history: History): readonly CompiledState[] {
  const fallback = state.definition.target?.slice(1);
  const ids = history(state.id) ?? (fallback === undefined ? [] : [fallback]);
  return ids.flatMap((id) => states.get(id) ?? []);
}

/** The innermost state that stays active around source and targets. Empty: the root. */
function domainOf(targets: readonly CompiledState[], way: Way, states: ReadonlyMap<string, CompiledState>): string {
  if (way.source === '') return '';
  if (!way.reenter && targets.every((target) => target.id === way.source || target.around.includes(way.source))) return way.source;
  const [first, ...others] = [...targets, states.get(way.source)].filter((state) => state !== undefined);
  return first?.around.find((id) => others.every((state) => state.around.includes(id))) ?? '';
}

import type { Definition, FreeRow, Row, State } from '@redress/engine';
import type { Examined } from '../check/examined.ts';
import { kebab } from '../check/said.ts';
import type { Failure } from '../check/verdict.ts';
import { type Draft, spotOf, spots } from './draft.ts';
import type { Edit } from './edit.ts';
import { aimsOf, roleFor, sourcesFor, stagesOf, statesIn, stepsLike } from './material.ts';
import { usualTargets } from './waiting.ts';
import { redirects } from './ways.ts';

type Rows = readonly string[];

/** Rows of the run, the last first: what goes astray is rarely far from where it is noticed. */
export const rowsOf = (path: Failure['path']): Rows => [...new Set([...path].reverse().flatMap(({ rows }) => [...rows].reverse()))];

/** Ways that lead elsewhere than the same way of a step with the same purpose does in ours lead there. */
export function straightened({ graph }: Examined, draft: Draft, rows: Rows): readonly Edit[] {
  return rows.flatMap((at) => {
    const row = graph.rows.get(at);
    if (!row?.row.target) return [];
    const aims = ourAims(row, draft);
    const steps = leaves(draft);
    const isThere = steps.some(({ id, tags = [] }) => `#${id}` === row.row.target && tags.some((tag) => aims.has(tag)));
    return isThere ? [] : redirects(draft, at, withAny(aims, steps));
  });
}

/** Deadlines lead where most of them lead, and whatever people do leads to what stands next on the drawing. */
export function along({ graph }: Examined, draft: Draft, rows: Rows): readonly Edit[] {
  return rows.flatMap((at) => {
    const row = graph.rows.get(at);
    if (!row?.row.target || row.source === '' || row.row.guard) return [];
    if (row.via === 'after') return redirects(draft, at, usualTargets(draft).slice(0, 2).map(idOf));
    return row.via === 'on' || row.via === 'done' ? redirects(draft, at, nextTo(row.source, draft)) : [];
  });
}

/** A task is given to whom a step with the same purpose gives it in ours. */
export function handedBack(draft: Draft, steps: readonly string[]): readonly Edit[] {
  return steps.flatMap((step): readonly Edit[] => {
    const state = spotOf(draft, step)?.state;
    const [stage] = stagesOf(state);
    const invoke = state?.invoke;
    if (stage === undefined || invoke?.src !== 'task') return [];
    const roles = stepsLike(stage, draft).flatMap(({ state: ours }) => (ours.invoke?.src === 'task' ? [ours.invoke.input.role] : []));
    return [...new Set(roles)]
      .slice(0, 2)
      .filter((role) => role !== invoke.input.role)
      .map((role) => ({
        act: 'task',
        facts: { state: step, role },
        write: (writing) => {
          const here = spotOf(writing, step)?.state.invoke;
          const whose = roleFor(role, writing);
          if (here?.src !== 'task' || whose === undefined) return false;
          here.input.role = whose;
          return true;
        },
      }));
  });
}

/** Purposes and outcomes to which such a way leads in ours of the same kind: from a step with the same purpose, else by what it means alone. */
function ourAims(row: FreeRow, draft: Draft): ReadonlySet<string> {
  const own = stagesOf(spotOf(draft, row.source)?.state);
  const act = row.via === 'on' ? (draft.events[row.name]?.act ?? kebab(row.name)) : undefined;
  const found = sourcesFor(draft)
    .filter(({ kind }) => kind === draft.kind)
    .flatMap((source) => {
      const steps = statesIn(source.machine.states);
      return steps
        .filter((state) => stagesOf(state).some((stage) => own.includes(stage)))
        .flatMap((state) => rowsLike(state, row.via, act, source))
        .flatMap(({ target }) => steps.find(({ id }) => `#${id}` === target)?.tags ?? []);
    });
  const aims = found.filter((tag) => /^(stage|outcome):/.test(tag));
  return aims.length > 0 || act === undefined ? new Set(aims) : aimsOf(act, draft);
}

function rowsLike(state: State, via: FreeRow['via'], act: string | undefined, { events, delays }: Definition): readonly Row[] {
  if (via === 'on')
    return Object.entries(state.on ?? {}).flatMap(([event, rows]) => ((events[event]?.act ?? kebab(event)) === act ? rows : []));
  if (via === 'after') return Object.entries(state.after ?? {}).flatMap(([delay, rows]) => (delays[delay]?.repeat === true ? [] : rows));
  return via === 'done' && state.invoke && 'onDone' in state.invoke ? state.invoke.onDone : [];
}

const idOf = (target: string): string => target.slice(1);
const leaves = (draft: Draft) => spots(draft).flatMap(({ state }) => (state.states || state.type === 'history' ? [] : [state]));
const withAny = (tags: ReadonlySet<string>, steps: ReturnType<typeof leaves>): readonly string[] =>
  steps.flatMap((step) => (step.tags?.some((tag) => tags.has(tag)) ? [step.id] : []));

/** What stands behind a step on the drawing, in its stage or, where it is the last of it, at the beginning of the next one. */
function nextTo(step: string, draft: Draft): readonly string[] {
  const all = leaves(draft);
  const next = all[all.findIndex(({ id }) => id === step) + 1];
  return next && next.type !== 'final' ? [next.id] : [];
}

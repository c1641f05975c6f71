import type { Rehearsal } from '@redress/engine';
import type { MapMarks, StoryMark } from '../map/map-view.ts';
import type { ProcedureTree, TreeRow } from '../model/tree.ts';
import type { Moment, Trial, TrialOffer } from './trial-play.ts';

/** The story on the map of what is drawn. Sub-procedures have maps of their own. */
export function marksOf(tree: ProcedureTree, trial: Trial): MapMarks {
  const steps = new Map<string, StoryMark>([...tree.byId.keys()].map((id) => [id, 'later']));
  const rows = new Map<string, StoryMark>();
  if (!trial.ok) return { steps, rows };
  const [main] = trial.rehearsal.cases;
  const mine = trial.rehearsal.journal.filter(({ caseId }) => caseId === main?.caseId);
  const taken = new Set(mine.flatMap((line) => line.taken.map(({ at }) => at)));
  const walked = new Set([
    ...mine.flatMap((line) => line.steps),
    ...mine.flatMap((line) => line.taken.flatMap(({ from, to }) => [from, ...to])),
  ]);
  const here = new Set(main?.status === 'active' ? main.steps : (mine.at(-1)?.steps ?? []));
  for (const id of walked) if (steps.has(id)) steps.set(id, 'walked');
  for (const id of here) if (steps.has(id)) steps.set(id, 'here');
  const offers = trial.offers.filter(({ caseId }) => caseId === main?.caseId);
  const possible = new Set(offers.filter((offer) => offer.possible).map(({ event }) => event));
  const offered = new Set(offers.filter(({ because }) => because !== 'role').map(({ event }) => event));
  for (const row of waysOf(tree)) {
    const stands = row.source === '' || [...here].some((id) => id === row.source || isWithin(tree, id, row.source));
    const isNext = main?.status === 'active' && stands && (row.via === 'on' ? possible.has(row.name) || row.kind === 'time' : true);
    const notNow = main?.status === 'active' && stands && row.via === 'on' && offered.has(row.name) && !possible.has(row.name);
    rows.set(row.address, taken.has(row.at) ? 'walked' : isNext ? 'next' : notNow ? 'not-now' : 'later');
    if (isNext) for (const id of row.to) if (steps.get(id) === 'later') steps.set(id, 'next');
  }
  return { steps, rows };
}

/** Every way of the procedure, its own first. */
export const waysOf = (tree: ProcedureTree): readonly TreeRow[] => [...tree.rows, ...[...tree.byId.values()].flatMap(({ rows }) => rows)];

function isWithin(tree: ProcedureTree, id: string, around: string): boolean {
  for (let at = tree.byId.get(id); at; at = tree.byId.get(at.parent)) if (at.parent === around) return true;
  return false;
}

/** How much of the procedure the story has reached. */
export function reachedIn(tree: ProcedureTree, { cases, journal, coverage }: Rehearsal): { readonly steps: Share; readonly ways: Share } {
  const [main] = cases;
  const been = new Set(journal.filter(({ caseId }) => caseId === main?.caseId).flatMap((line) => line.steps));
  const all = [...tree.byId.values()].filter(({ kind }) => kind !== 'stage' && kind !== 'tracks' && kind !== 'history');
  const rows = coverage.find(({ process }) => process === main?.process);
  return {
    steps: { reached: all.filter(({ id }) => been.has(id)).length, of: all.length },
    ways: { reached: rows?.taken ?? 0, of: rows?.rows.length ?? 0 },
  };
}
export interface Share {
  readonly reached: number;
  readonly of: number;
}

/** The next thing that time alone will do, in any case of the story. */
export function nextDeadline({ deadlines }: Rehearsal): Rehearsal['deadlines'][number] | undefined {
  return [...deadlines].filter(({ end }) => end === 'open').sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}

/** Steps of a sub-procedure pass between two steps of the story, not only those of what is drawn. */
export const linesOf = ({ journal }: Rehearsal, moments: readonly Moment[], step: number): Rehearsal['journal'] =>
  journal.slice(step === 0 ? 0 : (moments[step - 1]?.lines ?? 0), moments[step]?.lines ?? journal.length);

/** Of this person, those that he may press before those that he may not. */
export const offersOf = (offers: readonly TrialOffer[], person: string): readonly TrialOffer[] =>
  offers.filter((offer) => offer.person === person).sort((one, other) => Number(other.possible) - Number(one.possible));

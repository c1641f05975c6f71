import { broken, type Node, type Occurrence, type Watch } from '@redress/engine';
import { type Examined, judge } from './examined.ts';
import { holds } from './holds.ts';
import { outcome, type Predicate } from './predicate.ts';
import type { Property } from './property.ts';

type Of<Form extends Property['form']> = Extract<Property, { readonly form: Form }>;

const forms = ['before', 'every', 'after', 'never-after', 'between'] as const;
/** What one run keeps or breaks by what happens in it: the same watch judges all runs of a procedure and the journal of one case. */
export type WatchedProperty = Of<(typeof forms)[number]>;
export const isWatched = (property: Property): property is WatchedProperty => forms.some((form) => form === property.form);

export interface Watched {
  readonly watch: Watch;
  /** Where one of these never occurs, the property speaks of nothing. */
  readonly isConcerned: readonly ((occurrence: Occurrence) => boolean)[];
  /** It speaks of runs that end so. */
  readonly endsConcerned?: (end: End) => boolean;
  /** What proves it where it holds. */
  readonly proves: Predicate;
}
type End = Pick<Node, 'leaves' | 'ended'>;

export function watchFor(examined: Examined, property: WatchedProperty): Watched {
  switch (property.form) {
    case 'before':
      return watchBefore(examined, property);
    case 'every':
      return watchEvery(examined, property);
    case 'after':
      return watchAfter(examined, property);
    case 'never-after':
      return watchNeverAfter(examined, property);
    case 'between':
      return watchBetween(examined, property);
  }
}

/**
 * No `then` without an earlier `first`; what is both counts as first. Where being in a step is all that is asked, a step that is entered in the same move
 * (another track) is not earlier; what a step does on entering is done by then.
 */
function watchBefore(examined: Examined, { first, then }: Of<'before'>): Watched {
  const [isFirst, isThen] = [judge(examined, first), judge(examined, then)];
  const isOnlyThere = isBareStep(first);
  const sees: Watch['sees'] = (seen, occurrence) => {
    if (seen === 1) return 1;
    if (isFirst(occurrence)) return isOnlyThere && examined.elements.of(occurrence).isResting && !isThen(occurrence) ? 2 : 1;
    return isThen(occurrence) ? broken : seen;
  };
  return { watch: { states: 3, sees, settles: (seen) => (seen === 2 ? 1 : seen) }, isConcerned: [isThen], proves: first };
}

/** Asks for nothing but that a case is in such a step, whoever does it. */
function isBareStep(predicate: Predicate): boolean {
  if (predicate.is === 'and') return predicate.of.some(isBareStep) && predicate.of.every((each) => isBareStep(each) || isAboutWho(each));
  return predicate.is === 'stage';
}
const isAboutWho = (predicate: Predicate): boolean =>
  predicate.is === 'not' ? isAboutWho(predicate.of) : predicate.is === 'party' || predicate.is === 'role';

/** Each run that ends so passes it. */
function watchEvery(examined: Examined, { passes, ends }: Of<'every'>): Watched {
  const isPassed = judge(examined, passes);
  const counts = endsSo(examined, ends);
  const watch: Watch = {
    states: 2,
    sees: (seen, occurrence) => (seen === 1 || isPassed(occurrence) ? 1 : 0),
    isBrokenAtEnd: (seen, node) => seen === 0 && counts(node),
  };
  return { watch, isConcerned: [], endsConcerned: counts, proves: passes };
}

/** Once the one, then the other before the end; whoever withdraws is let off. */
function watchAfter(examined: Examined, { once, then, ends }: Of<'after'>): Watched {
  const [isOnce, isThen] = [judge(examined, once), judge(examined, then)];
  const counts = endsSo(examined, ends);
  const isWithdrawn = endsSo(examined, outcome('withdrawn'));
  const watch: Watch = {
    states: 2,
    sees: (owed, occurrence) => (isThen(occurrence) ? 0 : owed === 1 || isOnce(occurrence) ? 1 : 0),
    isBrokenAtEnd: (owed, node) => owed === 1 && counts(node) && !isWithdrawn(node),
  };
  return { watch, isConcerned: [isOnce], proves: then };
}

function watchNeverAfter(examined: Examined, { once, never }: Of<'never-after'>): Watched {
  const [isOnce, isNever] = [judge(examined, once), judge(examined, never)];
  const sees: Watch['sees'] = (seen, occurrence) => (seen === 1 && isNever(occurrence) ? broken : seen === 1 || isOnce(occurrence) ? 1 : 0);
  return { watch: { states: 2, sees }, isConcerned: [isOnce], proves: once };
}

function watchBetween(examined: Examined, { from, needs, until }: Of<'between'>): Watched {
  const [isFrom, isNeeded, isUntil] = [judge(examined, from), judge(examined, needs), judge(examined, until)];
  const sees: Watch['sees'] = (owed, occurrence) => {
    if (owed === 1 && isUntil(occurrence) && !isNeeded(occurrence)) return broken;
    return isNeeded(occurrence) ? 0 : isFrom(occurrence) || owed === 1 ? 1 : 0;
  };
  return { watch: { states: 2, sees }, isConcerned: [isUntil, isFrom], proves: needs };
}

/** Whether a run ends so where it rests; a round of a recurring procedure ends as `ended`. */
function endsSo({ elements, graph }: Examined, ends: Predicate | undefined): (end: End) => boolean {
  if (!ends) return () => true;
  return (end) => end.leaves.some((id) => holds(ends, elements.whole(id), graph.definition));
}

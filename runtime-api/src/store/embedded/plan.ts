import type { CollectionDescription } from './catalogue.ts';
import type { Bound, Filter } from './filter.ts';
import { type IndexDescription, type IndexField, numberPrefix } from './index-keys.ts';
import { type Interval, intersection, keyBounds, keyStart } from './interval.ts';
import { after } from './key-encoding.ts';
import type { SortField } from './sort.ts';

/** A piece of one index (or of the documents themselves), start inclusive, end exclusive. */
export interface Stream {
  /** Absent: the documents, in the order of their ids. */
  readonly index?: IndexDescription;
  readonly start: Buffer;
  readonly end: Buffer;
  /** Bytes that are the same in all keys of the stream; what follows is the order by which streams are merged. */
  readonly fixed: number;
}

export interface Plan {
  readonly streams: readonly Stream[];
  readonly reverse: boolean;
  /** The streams, merged, come in the order asked for. */
  readonly sorted: boolean;
  /** A document may come twice. */
  readonly repeats: boolean;
  /** Nothing narrows it: every document is looked at. */
  readonly scan: boolean;
  /** The one document that can match. */
  readonly one: boolean;
  /** How far the filter narrows it, whatever order it comes in. */
  readonly depth: number;
  /** Its places are all that the bounds leave, each once: no document has to be looked at to count them. */
  readonly counts: boolean;
  /** Other plans of the same depth: which of them has less to look at, only the entries tell. */
  readonly rivals: readonly Plan[];
}

interface Scored extends Plan {
  readonly score: number;
}

/** A plan that is only weighed: its streams are drawn if it is taken. */
interface Candidate extends Omit<Scored, 'streams' | 'rivals'> {
  readonly draw: () => readonly Stream[];
}

const streamsMax = 200;

/** Equal fields first, then a range, then the order asked for. Always right, since documents are matched again; the score only saves work. */
export function planOf(collection: CollectionDescription, filter: Filter, sort: readonly SortField[]): Plan {
  const named = namedOne(collection, filter.bounds);
  if (named) return named;
  const best = bestOf(collection, filter.bounds, sort);
  const choice = filter.choices.map((branches) => unionOf(collection, filter, branches, sort)).find((one) => one && one.score > best.score);
  return choice ?? best;
}

/** Most reads and writes name their document by its id: no index is weighed against that. */
function namedOne(collection: CollectionDescription, bounds: readonly Bound[]): Plan | undefined {
  const id = chosenBound(
    bounds.filter(({ name }) => name === '_id'),
    false,
    undefined,
  );
  const [point, ...others] = id?.intervals ?? [];
  if (!point?.point || others.length > 0) return undefined;
  const start = keyStart(collection.prefix, point, false);
  return { ...one, streams: [{ start, end: after(start), fixed: start.length }], counts: bounds.length === 1 };
}

const one = { reverse: false, sorted: true, repeats: false, scan: false, one: true, depth: 10, rivals: [] } as const;

/** Another plan that narrows further, if the one that comes in order leaves much to look at. Its documents are still to be sorted. */
export function narrowerPlan(collection: CollectionDescription, filter: Filter, plan: Plan): Plan | undefined {
  if (!plan.sorted || plan.one) return undefined;
  if (filter.choices.length === 0 && weighed(collection, filter.bounds, []).best.depth <= plan.depth) return undefined;
  const narrow = planOf(collection, filter, []);
  return narrow.depth > plan.depth ? { ...narrow, sorted: false } : undefined;
}

/** A plan whose places are the answer to "how many", where there is one. */
export function countingPlan(collection: CollectionDescription, filter: Filter): Plan | undefined {
  if (!filter.exact) return undefined;
  const best = bestOf(collection, filter.bounds, []);
  return [best, ...best.rivals].find((plan) => plan.counts);
}

function unionOf(
  collection: CollectionDescription,
  filter: Filter,
  branches: readonly Filter[],
  sort: readonly SortField[],
): Scored | undefined {
  const plans = branches.map((branch) => bestOf(collection, [...filter.bounds, ...branch.bounds], sort));
  const [first] = plans;
  if (!first || plans.some((plan) => plan.scan)) return undefined;
  const streams = plans.flatMap((plan) => plan.streams);
  if (streams.length > streamsMax) return undefined;
  const sorted = plans.every((plan) => plan.sorted && plan.reverse === first.reverse);
  return {
    streams,
    reverse: first.reverse,
    sorted,
    repeats: true,
    scan: false,
    one: false,
    depth: Math.min(...plans.map((plan) => plan.depth)),
    counts: false,
    rivals: [],
    score: Math.min(...plans.map((plan) => plan.score)),
  };
}

function bestOf(collection: CollectionDescription, bounds: readonly Bound[], sort: readonly SortField[]): Scored {
  const { best, candidates } = weighed(collection, bounds, sort);
  const rivals = best.scan ? [] : candidates.filter((candidate) => candidate !== best && candidate.depth === best.depth);
  return { ...drawn(best), rivals: rivals.map(drawn) };
}

function weighed(
  collection: CollectionDescription,
  bounds: readonly Bound[],
  sort: readonly SortField[],
): { readonly best: Candidate; readonly candidates: readonly Candidate[] } {
  const byName = new Map<string, Bound[]>();
  for (const bound of bounds) byName.set(bound.name, [...(byName.get(bound.name) ?? []), bound]);
  let best = candidateOf(collection, undefined, byName, sort);
  const candidates: Candidate[] = [];
  for (const index of collection.indexes) {
    if (!index.ready || best.one) continue;
    if (index.sparse && !index.fields.some((field) => byName.get(field.name)?.some((bound) => bound.present))) continue;
    const candidate = candidateOf(collection, index, byName, sort);
    candidates.push(candidate);
    if (candidate.score > best.score) best = candidate;
  }
  return { best, candidates };
}

const drawn = ({ draw, ...candidate }: Candidate): Scored => ({ ...candidate, streams: draw(), rivals: [] });

const multikeyOf = (index: IndexDescription | undefined): readonly string[] => index?.multikey ?? [];
const byId: readonly IndexField[] = [{ name: '_id', path: ['_id'], descending: false }];

function candidateOf(
  collection: CollectionDescription,
  index: IndexDescription | undefined,
  bounds: ReadonlyMap<string, readonly Bound[]>,
  sort: readonly SortField[],
): Candidate {
  const fields = index?.fields ?? byId;
  const points: (readonly Interval[])[] = [];
  let places = 1;
  let elementBefore: number | undefined;
  let range: readonly Interval[] | undefined;
  const constant = new Set<string>();
  for (const field of fields) {
    const multikey = multikeyOf(index).includes(field.name);
    const chosen = chosenBound(bounds.get(field.name) ?? [], multikey, elementBefore);
    if (!chosen?.intervals) break;
    if (multikey) elementBefore = chosen.element;
    const { intervals } = chosen;
    if (!intervals.every((interval) => interval.point) || places * intervals.length > streamsMax) {
      range = intervals;
      break;
    }
    if (intervals.length === 1 && !multikey) constant.add(field.name);
    points.push(intervals);
    places *= intervals.length;
  }
  const equal = points.length;
  const order = sort.length === 0 ? { reverse: false } : index?.cut ? undefined : orderOf(index, fields.slice(equal), constant, sort);
  const one = !index && equal === 1 && places === 1;
  const usable = equal > 0 || range !== undefined;
  const inOrder = order !== undefined && sort.length > 0;
  const depth = equal * 10 + (range ? 5 : 0);
  const score = one ? 1000 : depth + (inOrder ? 8 : 0) - (index && !usable && !inOrder ? 1 : 0);
  return {
    draw: () => streamsOf({ collection, index, points, range }),
    reverse: order?.reverse ?? false,
    sorted: order !== undefined,
    repeats: multikeyOf(index).length > 0,
    scan: !usable,
    one,
    depth,
    counts: multikeyOf(index).length === 0 && index?.cut !== true && bounds.size === equal + (range === undefined ? 0 : 1),
    score,
  };
}

/** The values of the first fields, each with each, then perhaps a range of the next. */
function streamsOf(wanted: {
  readonly collection: CollectionDescription;
  readonly index: IndexDescription | undefined;
  readonly points: readonly (readonly Interval[])[];
  readonly range: readonly Interval[] | undefined;
}): Stream[] {
  const { collection, index, points, range } = wanted;
  const fields = index?.fields ?? byId;
  const turned = (at: number): boolean => fields[at]?.descending === true;
  const prefixes = points.reduce<readonly Buffer[]>(
    (known, intervals, at) => known.flatMap((prefix) => intervals.map((point) => keyStart(prefix, point, turned(at)))),
    [index ? numberPrefix(index.number) : collection.prefix],
  );
  const of = index ? { index } : {};
  return prefixes.flatMap((prefix): Stream[] => {
    const fixed = prefix.length;
    if (!range) return [{ ...of, start: prefix, end: after(prefix), fixed }];
    return range.map((interval) => ({ ...of, ...keyBounds(prefix, interval, turned(points.length)), fixed }));
  });
}

/** On a field with arrays one condition only (each may be met by another element), and two fields of one element only from one `$elemMatch`. */
function chosenBound(bounds: readonly Bound[], multikey: boolean, elementBefore: number | undefined): Bound | undefined {
  const located = bounds.filter((bound) => bound.intervals);
  if (!multikey) {
    const [first, ...others] = located;
    if (!first?.intervals || others.length === 0) return first;
    const intervals = others.reduce<readonly Interval[]>((left, right) => intersection(left, right.intervals ?? []), first.intervals);
    return { ...first, intervals };
  }
  const allowed = located.filter(
    (bound) => !bound.single && (elementBefore === undefined || (elementBefore > 0 && bound.element === elementBefore)),
  );
  return allowed.find((bound) => bound.intervals?.every((interval) => interval.point)) ?? allowed[0];
}

/** Whether the rest of the index is in the order asked for, forwards or backwards. The id ends every key, ascending. */
function orderOf(
  index: IndexDescription | undefined,
  rest: readonly IndexField[],
  constant: ReadonlySet<string>,
  sort: readonly SortField[],
): { reverse: boolean } | undefined {
  const asked = sort.filter((field) => !constant.has(field.name));
  const keys = rest.some((field) => field.name === '_id') ? rest : [...rest, ...byId];
  let reverse: boolean | undefined;
  for (const [at, field] of asked.entries()) {
    const key = keys[at];
    if (!key || key.name !== field.name || index?.multikey.includes(key.name)) return undefined;
    const backwards = key.descending !== field.descending;
    if (reverse !== undefined && reverse !== backwards) return undefined;
    reverse = backwards;
    if (field.name === '_id') break; // Ids are unique: nothing after them is left to sort.
  }
  return { reverse: reverse ?? false };
}

import type { Definition, Text } from '@redress/engine';
import { meanings } from '../../clauses/evidence.ts';
import type { CasePlace } from '../count-operation.ts';
import { measuresFor } from './all-measures.ts';
import { dayMs, endings, type MeasureOfCases, type Sample, type Unit } from './measure.ts';
import { dayOfInstant, isPer, type Per, periodOf } from './periods.ts';
import { fieldsCalled } from './read.ts';
import { type Figure, figureOf, meets, type Target } from './summary.ts';

/** What is known of one case for measures. */
export interface MeasuredCase {
  readonly id: string;
  readonly receivedAt: string;
  readonly samples: readonly Sample[];
}

interface MeasuredPeriod extends Figure {
  /** Its first day, by the calendar day of the organisation. */
  readonly from: string;
  readonly meets?: boolean;
}

/** Something counted under a value or an end. */
interface MeasuredGroup extends Figure {
  readonly group: string;
  /** What people call it; words that somebody typed have no others. */
  readonly title?: Text;
}

/** A measure with its figure. One without a target of the procedure's has no verdict. */
export interface Measured extends Figure {
  readonly measure: string;
  readonly rule: string;
  readonly unit: Unit;
  readonly kpi?: string;
  readonly target?: Target;
  readonly meets?: boolean;
  /** The procedure sets it as an objective, and nothing here measures it. */
  readonly isUnmeasured?: boolean;
  /** What is counted under what; the largest first. `field`: what the standards call the field whose values they are. */
  readonly groups?: {
    readonly field: string;
    readonly of: readonly MeasuredGroup[];
    /** Cases under typed words that too few share to tell them without telling of a case, and of groups beyond the largest. */
    readonly others: number;
  };
  /** Whole periods in which there was something to count, the latest first: by how often the procedure looks at it. */
  readonly periods?: { readonly per: Per; readonly of: readonly MeasuredPeriod[] };
  /** Cases that somebody ought to look at: those on time are not told where the late ones are asked for. */
  readonly places: readonly CasePlace[];
}

interface Asked {
  readonly definition: Definition;
  /** Those that can be read of the procedure. */
  readonly measures: readonly string[];
  readonly now: string;
  readonly timeZone: string;
  readonly placesMost: number;
}

/** Words that somebody typed are told where so many cases share them. */
const typedLeast = 3;
const groupsMost = 10;
const periodsMost = 12;
const yearDays = 365;

/** What cases show together. Figures of periods are of the cases received in them. */
export function countMeasures(cases: readonly MeasuredCase[], asked: Asked): readonly Measured[] {
  const all = new Map<string, Placed[]>();
  for (const { id, receivedAt, samples } of cases) {
    const day = dayOfInstant(receivedAt, asked.timeZone);
    for (const sample of samples) listIn(all, sample.measure).push({ sample, case: id, receivedAt, day });
  }
  return measuresFor(asked.definition.kind)
    .filter(({ id }) => asked.measures.includes(id))
    .map((measure) => measuredOf(measure, all.get(measure.id) ?? [], asked));
}

function listIn<One>(lists: Map<string, One[]>, name: string): One[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

interface Placed {
  readonly sample: Sample;
  readonly case: string;
  readonly receivedAt: string;
  /** The organisation's, on which it was received. */
  readonly day: string;
}

function measuredOf(measure: MeasureOfCases, found: readonly Placed[], asked: Asked): Measured {
  const { id, rule, unit, kpi, form, groups } = measure;
  const placed = form === 'repeated' ? repeated(found) : found;
  const samples = placed.map(({ sample }) => sample);
  const figure = figureOf(samples, unit, asked.now);
  const { target, per } = objectiveOf(asked.definition, measure);
  const periods = per && periodsOf(placed, { per, unit, target }, asked);
  return {
    measure: id,
    rule,
    unit,
    ...figure,
    ...(kpi !== undefined && { kpi }),
    ...(target && { target }),
    ...verdictOn(figure, target),
    ...(groups !== undefined && { groups: { field: groups, ...groupsOf(samples, { field: groups, unit }, asked) } }),
    ...(periods && { periods }),
    places: placesOf(placed, measure, asked),
  };
}

/** What the procedure wants of it, and how often it looks: only where it counts it as we do. */
export function objectiveOf(
  { kpis }: Definition,
  { kpi, unit }: Pick<MeasureOfCases, 'kpi' | 'unit'>,
): { readonly target?: Target; readonly per?: Per } {
  const set = kpi === undefined ? undefined : kpis?.[kpi];
  if (set?.unit !== unit) return {};
  const { atLeast, atMost, per } = set;
  const target = {
    ...(typeof atLeast === 'number' && { atLeast }),
    ...(typeof atMost === 'number' && { atMost }),
  };
  return { ...(Object.keys(target).length > 0 && { target }), ...(isPer(per) && { per }) };
}

/** Whether another case of the year before was counted under the same already; words that differ in case and blanks are the same. */
function repeated(found: readonly Placed[]): readonly Placed[] {
  const last = new Map<string, string>();
  return found
    .toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
    .map(({ sample, ...rest }) => {
      const group = folded(sample.group ?? '');
      const before = last.get(group);
      last.set(group, rest.receivedAt);
      const again = before !== undefined && Date.parse(rest.receivedAt) - Date.parse(before) <= yearDays * dayMs;
      return { ...rest, sample: { measure: sample.measure, value: again ? 1 : 0 } };
    });
}
const folded = (words: string): string => words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

function groupsOf(
  samples: readonly Sample[],
  { field, unit }: { readonly field: string; readonly unit: Unit },
  { definition, now }: Asked,
): Omit<NonNullable<Measured['groups']>, 'field'> {
  const by = new Map<string, { readonly group: string; readonly samples: Sample[] }>();
  for (const sample of samples) {
    const group = by.get(folded(sample.group ?? '')) ?? { group: sample.group ?? '', samples: [] };
    group.samples.push(sample);
    by.set(folded(sample.group ?? ''), group);
  }
  const told = [...by.values()]
    .map((one) => ({ ...one, title: titleOf(definition, field, one.group) }))
    .filter((one) => one.title !== undefined || one.samples.length >= typedLeast)
    .toSorted((one, other) => other.samples.length - one.samples.length || (one.group < other.group ? -1 : 1))
    .slice(0, groupsMost);
  return {
    of: told.map(({ group, title, samples: own }) => ({ group, ...(title && { title }), ...figureOf(own, unit, now) })),
    others: samples.length - told.reduce((sum, one) => sum + one.samples.length, 0),
  };
}

/** What people call an end, or a value that was chosen. */
function titleOf({ data }: Definition, field: string, group: string): Text | undefined {
  if (field === endings) return meanings.tags.get(`outcome:${group}`)?.title;
  const options = fieldsCalled({ data }, field).flatMap((id) => data[id]?.options ?? []);
  return options.find(({ value }) => String(value) === group)?.title;
}

/** Whether a figure meets the target: no verdict without both. */
const verdictOn = ({ value }: Figure, target: Target | undefined): { readonly meets?: boolean } =>
  target && value !== undefined ? { meets: meets(value, target) } : {};

/** Whole periods only: one that still runs shows less than there will be. */
function periodsOf(
  placed: readonly Placed[],
  { per, unit, target }: { readonly per: Per; readonly unit: Unit; readonly target: Target | undefined },
  { now, timeZone }: Asked,
): NonNullable<Measured['periods']> {
  const running = periodOf(dayOfInstant(now, timeZone), per);
  const by = new Map<string, Sample[]>();
  for (const { sample, day } of placed) {
    const from = periodOf(day, per);
    if (from < running) listIn(by, from).push(sample);
  }
  const of = [...by]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .slice(0, periodsMost)
    .map(([from, samples]): MeasuredPeriod => {
      const figure = figureOf(samples, unit, now);
      return { from, ...figure, ...verdictOn(figure, target) };
    });
  return { per, of };
}

/** Of a share that names it: the cases that somebody ought to look at, those that count or those that do not. */
function placesOf(placed: readonly Placed[], { unit, looksAt }: MeasureOfCases, { now, placesMost }: Asked) {
  const isLooked = (sample: Sample): boolean => {
    const { count = 0 } = figureOf([sample], unit, now);
    return looksAt === 'counted' ? count > 0 : count === 0;
  };
  if (looksAt === undefined) return [];
  return placed
    .filter(({ sample }) => isLooked(sample))
    .slice(0, placesMost)
    .map(({ sample: { revision }, case: of }): CasePlace => ({ case: of, ...(revision !== undefined && { revision }) }));
}

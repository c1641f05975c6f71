import type { Definition, Occurrence } from '@redress/engine';
import { type Examined, judge } from '../../check/examined.ts';
import { type Predicate, stage } from '../../check/predicate.ts';
import { meaningOf } from '../../check/said.ts';
import type { RecordLine } from '../case-record.ts';
import { daysBetween, type Lived, type Reader, type Reading } from './measure.ts';

/** The lines in which something so happens, oldest first; nothing where the procedure has nothing that is so. */
export function linesOf(examined: Examined, predicate: Predicate): ((lived: Lived) => readonly RecordLine[]) | undefined {
  const is = judge(examined, predicate);
  if (!examined.graph.occurrences.some(is)) return undefined;
  return ({ run }) => run.happened.filter(({ occurrence }) => is(occurrence)).map(({ line }) => line);
}

/** The lines in which a step with one of these purposes was come into; nothing where the procedure has none. */
export function entriesOf(examined: Examined, ...stages: readonly string[]): ((lived: Lived) => readonly RecordLine[]) | undefined {
  const is = judge(examined, stage(...stages));
  const enters = (occurrence: Occurrence): boolean => occurrence.is === 'entered' && is(occurrence);
  if (!examined.graph.occurrences.some(enters)) return undefined;
  return ({ run }) => run.steps.flatMap(({ line, occurrences }) => (occurrences.some(enters) ? [line] : []));
}

/** Fields that the standards call so. */
export const fieldsCalled = ({ data }: Pick<Definition, 'data'>, name: string): readonly string[] =>
  Object.keys(data).filter((id) => meaningOf(id, { data }) === name);

/** The lines that wrote into such a field; nothing where the procedure has none. */
export function writtenIn(fields: readonly string[]): ((lived: Lived) => readonly RecordLine[]) | undefined {
  if (fields.length === 0) return undefined;
  return ({ record }) => record.lines.filter(({ changed }) => changed?.some((field) => fields.includes(field)));
}

const counted = (value: boolean, revision?: number): readonly Reading[] => [
  { value: value ? 1 : 0, ...(revision !== undefined && { revision }) },
];

/** Of the cases that are over: in how many it happened. */
export const shareOfEnded = (predicate: Predicate) => (examined: Examined) => {
  const lines = linesOf(examined, predicate);
  return (
    lines &&
    ((lived: Lived) => {
      if (!lived.isOver) return [];
      const [first] = lines(lived);
      return counted(first !== undefined, first?.revision);
    })
  );
};

/** Of the cases that are over: how many ended so. */
export const shareOfOutcome =
  (...outcomes: readonly string[]) =>
  (): Reader =>
  ({ isOver, outcome }) =>
    isOver && outcome !== undefined ? counted(outcomes.includes(outcome)) : [];

/** Of the ways of both sorts that were taken: how many were of the first. */
export const shareOfWays = (one: Predicate, other: Predicate) => (examined: Examined) => {
  const [ones, others] = [linesOf(examined, one), linesOf(examined, other)];
  return (
    ones &&
    others &&
    ((lived: Lived) => [
      ...ones(lived).map(({ revision }) => ({ value: 1, revision })),
      ...others(lived).map(({ revision }) => ({ value: 0, revision })),
    ])
  );
};

/** Of the cases that are over and in which the first happened: in how many such a field was written into as well. */
export const shareWritten =
  (name: string, once?: Predicate) =>
  (examined: Examined): Reader | undefined => {
    const written = writtenIn(fieldsCalled(examined.graph.definition, name));
    const happened = once && linesOf(examined, once);
    if (!written || (once && !happened)) return undefined;
    return (lived) => (lived.isOver && (!happened || happened(lived).length > 0) ? counted(written(lived).length > 0) : []);
  };

/** Days from when the complaint was received until it first happens. */
export const daysUntil = (predicate: Predicate) => (examined: Examined) => {
  const lines = linesOf(examined, predicate);
  return (
    lines &&
    ((lived: Lived): readonly Reading[] => {
      const [first] = lines(lived);
      return first ? [{ value: daysBetween(lived.record.receivedAt, first.at), revision: first.revision }] : [];
    })
  );
};

/** What each case adds by the value that it has in such a field; nothing where the procedure has none. */
const byValue =
  (name: string, reading: (value: string | number | boolean) => readonly Reading[]) =>
  ({ graph }: Examined): Reader | undefined => {
    if (fieldsCalled(graph.definition, name).length === 0) return undefined;
    return ({ record }) => {
      const value = record.standing?.values[name];
      return value === undefined ? [] : reading(value);
    };
  };

/** Each case counts once, under the value that it has in such a field. */
export const groupedBy = (name: string) => byValue(name, (value) => [{ value: 1, group: String(value) }]);

/** Each case counts with the number that it has in such a field. */
export const numberIn = (name: string) => byValue(name, (value) => (typeof value === 'number' ? [{ value }] : []));

export const everyCase = (): Reader => () => [{ value: 1 }];

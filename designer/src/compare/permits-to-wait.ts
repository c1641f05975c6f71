import { type Fields, fieldsOf, wordOf } from '../model/loose-json.ts';
import { targetsOf } from '../model/rows.ts';
import { stepsByTag } from '../model/step-tags.ts';
import { aboutMinutes, lengthIn } from '../when/length.ts';
import { alike } from './aspects.ts';
import type { Permit } from './change.ts';
import {
  besides,
  chainOf,
  inputOf,
  memberOfSection,
  type ReadProcedure,
  sectionOf,
  stateOf,
  type Versions,
  waysOf,
  wordsIn,
} from './read-procedure.ts';

/** What was due and is not due any more, or later. */
export const permitsToWait = (versions: Versions): readonly Permit[] => [
  ...lengths(versions),
  ...steps(versions),
  ...clocks(versions),
  ...extensions(versions),
  ...(alike(versions.before.definition.calendar, versions.after.definition.calendar)
    ? []
    : [{ kind: 'deadline-gone', element: '', ids: [] } as const]),
];

interface Due {
  readonly delay: string;
  /** Whatever the case holds. */
  readonly isSure: boolean;
  /** It leads on, beside what only is shown as due. */
  readonly leads: boolean;
}
/** Delays by which something is due in a step: what leads away, what people see as due, the target of a stage. */
function duesOf(procedure: ReadProcedure, step: string): readonly Due[] {
  const leaving = waysOf(procedure, step).filter(({ via, row }) => via === 'after' && targetsOf(row).length > 0);
  const names = [...new Set(leaving.map(({ name }) => name))];
  const shown = [inputOf(procedure, step, 'task')?.due, fieldsOf(stateOf(procedure, step)?.meta).target].flatMap(
    (word) => wordOf(word) ?? [],
  );
  return [
    ...names.map((delay) => ({ delay, isSure: leaving.some(({ name, row }) => name === delay && row.guard === undefined), leads: true })),
    ...besides(shown, names).map((delay) => ({ delay, isSure: true, leads: false })),
  ];
}
const lengthOf = (procedure: ReadProcedure, delay: string): Fields | undefined => memberOfSection(procedure, 'delays', delay);

/** A length is told once, wherever something is due by it. */
function lengths({ before, after }: Versions): readonly Permit[] {
  const limits = sectionOf(before, 'clocks').flatMap(([, { limit, extension }]) => [limit, fieldsOf(extension).limit]);
  const used = new Set([...before.ids.flatMap((id) => duesOf(before, id).map(({ delay }) => delay)), ...limits]);
  return sectionOf(after, 'delays').flatMap(([id, length]): Permit[] => {
    const was = lengthOf(before, id);
    return was && used.has(id) && isLonger(was, length) ? [{ kind: 'deadline-gone', element: `delay:${id}`, ids: [id] }] : [];
  });
}

/** Unless it is surely no longer. */
function isLonger({ title: _one, ...before }: Fields, { title: _other, ...after }: Fields): boolean {
  if (alike(before, after)) return false;
  const [was, now] = [lengthIn(before), lengthIn(after)];
  if (was.is !== 'plain' || now.is !== 'plain') return true;
  const rules = ({ [was.unit]: _was, [now.unit]: _now, ...rest }: Fields) => rest;
  if (!alike(rules(before), rules(after))) return true;
  return was.unit === now.unit ? now.amount > was.amount : aboutMinutes(after) * 1.5 > aboutMinutes(before);
}

function steps({ before, after }: Versions): readonly Permit[] {
  return after.ids.flatMap((step): Permit[] => {
    if (!before.ids.includes(step)) return [];
    const now = duesOf(after, step);
    const isKept = ({ delay, isSure, leads }: Due) =>
      now.some(
        (due) =>
          (due.isSure || !isSure) &&
          (due.leads || !leads) &&
          (due.delay === delay || !isLonger(lengthOf(before, delay) ?? {}, lengthOf(after, due.delay) ?? {})),
      );
    const gone = duesOf(before, step).filter((due) => !isKept(due));
    const around = (procedure: ReadProcedure) =>
      chainOf(procedure, step)
        .slice(1)
        .flatMap((stage) => duesOf(procedure, stage));
    const left =
      before.apart.steps.get(step)?.parent === after.apart.steps.get(step)?.parent
        ? []
        : around(before).filter(({ delay }) => !around(after).some((due) => due.delay === delay));
    const ids = [...new Set([...gone, ...left].map(({ delay }) => delay))];
    return ids.length === 0 ? [] : [{ kind: 'deadline-gone', element: step, ids }];
  });
}

function clocks({ before, after }: Versions): readonly Permit[] {
  const [old, now] = [stepsByTag(before.definition), stepsByTag(after.definition)];
  return sectionOf(before, 'clocks').flatMap(([id, was]): Permit[] => {
    const clock = memberOfSection(after, 'clocks', id);
    if (!clock) return [{ kind: 'deadline-gone', element: `clock:${id}`, ids: [id] }];
    const stepsOf = (tags: ReadonlyMap<string, readonly string[]>, holder: Fields, part: string) =>
      wordsIn(holder, part).flatMap((tag) => tags.get(tag) ?? []);
    const startsLess = besides(stepsOf(old, was, 'starts'), stepsOf(now, clock, 'starts')).filter((step) => after.ids.includes(step));
    const rests = ['stops', 'pausesIn'].flatMap((part) => besides(stepsOf(now, clock, part), stepsOf(old, was, part)));
    const [limit, next] = [wordOf(was.limit) ?? '', wordOf(clock.limit) ?? ''];
    const isLater = limit !== next && isLonger(lengthOf(before, limit) ?? {}, lengthOf(after, next) ?? {});
    const isLaw = was.kind === 'law' && clock.kind !== 'law';
    const isLate = startsLess.length > 0 || rests.length > 0 || isLater || isLaw || isMoreExtended({ before, after }, was, clock);
    return isLate ? [{ kind: 'deadline-gone', element: `clock:${id}`, ids: [id] }] : [];
  });
}

function isMoreExtended({ before, after }: Versions, was: Fields, now: Fields): boolean {
  const [old, extension] = [fieldsOf(was.extension), fieldsOf(now.extension)];
  if (now.extension === undefined || alike(old, extension)) return false;
  if (was.extension === undefined || Number(extension.times) > Number(old.times)) return true;
  const [limit, next] = [wordOf(old.limit) ?? '', wordOf(extension.limit) ?? ''];
  return limit !== next && isLonger(lengthOf(before, limit) ?? {}, lengthOf(after, next) ?? {});
}

/** Steps and ways that extend or stop a clock, and did not. */
function extensions({ before, after }: Versions): readonly Permit[] {
  const stops = (procedure: ReadProcedure) => procedure.doings.filter(({ type }) => type === 'clock');
  const known = new Set(stops(before).map(({ step, params }) => JSON.stringify([step, params.clock, params.do])));
  return stops(after).flatMap(({ element, step, params }): Permit[] =>
    known.has(JSON.stringify([step, params.clock, params.do]))
      ? []
      : [{ kind: 'deadline-gone', element, ids: [wordOf(params.clock) ?? ''] }],
  );
}

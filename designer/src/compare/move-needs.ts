import type { JsonObject } from '@redress/engine';
import { type Fields, fieldsOf, isFields, listOf, wordOf } from '../model/loose-json.ts';
import { alike } from './aspects.ts';
import type { MoveNeed } from './change.ts';
import {
  besides,
  chainOf,
  inputOf,
  memberOfSection,
  type ReadProcedure,
  readProcedure,
  sectionOf,
  stateOf,
  type Versions,
} from './read-procedure.ts';

/**
 * What a case that stands in a step would need to go on by the other definition: the hardest thing first. It is read from the definitions
 * alone, not from the case: a value that a case could lack counts as lacking.
 */
export function moveNeed(before: JsonObject, after: JsonObject, step: string): MoveNeed {
  if (before === after) return { kind: 'nothing', because: [] };
  const versions = { before: readProcedure(before), after: readProcedure(after) };
  const needs = [
    { kind: 'impossible', because: [...holderMissing(versions, step), ...valuesMissing(versions)] },
    { kind: 'choice', because: [...stepGone(versions, step), ...valuesOdd(versions)] },
    { kind: 'starts-anew', because: tracksBegun(versions, step) },
  ] as const;
  return needs.find(({ because }) => because.length > 0) ?? { kind: 'nothing', because: [] };
}

/** Nobody could do the task: its role is not there, or is held by whom a field names that the case does not have. */
function holderMissing({ before, after }: Versions, step: string): readonly string[] {
  const role = wordOf(inputOf(after, step, 'task')?.role);
  if (role === undefined) return [];
  const held = memberOfSection(after, 'roles', role);
  if (!held) return [`role:${role}`];
  const field = wordOf(held.heldBy) ?? wordOf(held.addressedBy);
  return field === undefined || memberOfSection(before, 'data', field) ? [] : [`role:${role}`];
}

/** What every case has to say from its beginning, and might not have been asked. */
function valuesMissing({ before, after }: Versions): readonly string[] {
  return besides(askedAtStart(after), askedAtStart(before))
    .filter((field) => memberOfSection(after, 'data', field)?.default === undefined)
    .map((field) => `field:${field}`);
}

function askedAtStart(procedure: ReadProcedure): readonly string[] {
  const form = memberOfSection(procedure, 'forms', wordOf(fieldsOf(procedure.definition.start).form) ?? '');
  const lines = listOf(form?.sections)
    .flatMap((section) => listOf(fieldsOf(section).fields))
    .map(fieldsOf);
  return lines.flatMap(({ field, required, when }) =>
    required === true && when === undefined && typeof field === 'string' ? [field] : [],
  );
}

/** The step is not there, or nobody can stand in what it is now. */
function stepGone({ after }: Versions, step: string): readonly string[] {
  const state = stateOf(after, step);
  return !state || state.type === 'history' || isFields(state.states) ? [step] : [];
}

/** Fields whose values may not fit any more. */
const valuesOdd = ({ before, after }: Versions): readonly string[] =>
  sectionOf(after, 'data').flatMap(([id, { schema }]) => {
    const was = memberOfSection(before, 'data', id);
    return was && isStricter(fieldsOf(was.schema), fieldsOf(schema)) ? [`field:${id}`] : [];
  });
function isStricter(before: Fields, after: Fields): boolean {
  if (!alike(before.type, after.type)) return true;
  if (Array.isArray(after.enum) && !(Array.isArray(before.enum) && before.enum.every((value) => listOf(after.enum).includes(value))))
    return true;
  const { enum: _was, ...rest } = before;
  const { enum: _now, ...others } = after;
  return !alike(rest, others);
}

/** Tracks around it that a case is not in, and steps that would begin beside it. */
function tracksBegun({ before, after }: Versions, step: string): readonly string[] {
  const [was, now] = [tracksAround(before, step), tracksAround(after, step)];
  const others = [...besides([...now.keys()], [...was.keys()]), ...besides([...was.keys()], [...now.keys()])];
  const begun = [...now].flatMap(([around, mine]) => {
    const old = was.get(around);
    if (old === undefined) return [];
    const beside = besides(tracksIn(after, around), tracksIn(before, around)).filter((track) => track !== mine);
    return old === mine ? beside : [step, ...beside];
  });
  return [...others, ...begun];
}

/** The tracks around a step, each with the one in which it stands. */
function tracksAround(procedure: ReadProcedure, step: string): ReadonlyMap<string, string> {
  const chain = chainOf(procedure, step);
  const around = chain.flatMap((id, index): [string, string][] =>
    index > 0 && stateOf(procedure, id)?.type === 'parallel' ? [[id, chain[index - 1] ?? '']] : [],
  );
  return new Map(around);
}
const tracksIn = (procedure: ReadProcedure, id: string): readonly string[] => Object.keys(fieldsOf(stateOf(procedure, id)?.states));

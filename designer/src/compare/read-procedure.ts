import { type Fields, fieldsOf, isFields, listOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { addressOf } from '../model/rows.ts';
import { type Copies, copiesIn } from './copied-fields.ts';
import { type Held, type TakenApart, takenApart, type WrittenStep, type WrittenWay } from './taken-apart.ts';

/** A definition as one asks what it permits. */
export interface ReadProcedure {
  readonly definition: Fields;
  readonly apart: TakenApart;
  /** Steps and stages by id; empty: the procedure itself. */
  readonly ids: readonly string[];
  /** A step, the stages around it, and the procedure. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
  readonly doings: readonly Doing[];
  readonly copies: Copies;
}
export interface Versions {
  readonly before: ReadProcedure;
  readonly after: ReadProcedure;
}

const known = new WeakMap<object, ReadProcedure>();

/** Definitions never change, so each is read once. */
export function readProcedure(definition: Fields): ReadProcedure {
  const procedure = known.get(definition) ?? read(definition);
  if (Object.isFrozen(definition)) known.set(definition, procedure);
  return procedure;
}

function read(definition: Fields): ReadProcedure {
  const apart = takenApart(definition);
  const ids = ['', ...apart.steps.keys()];
  const chains = new Map(ids.map((id) => [id, chainIn(apart, id)]));
  const machine = { ...apart.procedure, own: fieldsOf(apart.procedure.own.machine) };
  const doings = ids.flatMap((id) => doingsIn(id, id === '' ? machine : apart.steps.get(id)));
  return { definition, apart, ids, chains, doings, copies: copiesIn(definition, doings) };
}

export const stateOf = ({ apart, definition }: ReadProcedure, id: string): Fields | undefined =>
  id === '' ? fieldsOf(definition.machine) : apart.steps.get(id)?.state;
export const waysOf = ({ apart }: ReadProcedure, id: string): readonly WrittenWay[] =>
  id === '' ? apart.procedure.ways : (apart.steps.get(id)?.ways ?? []);
export const memberOfSection = ({ definition }: ReadProcedure, section: string, id: string): Fields | undefined => {
  const member = fieldsOf(definition[section])[id];
  return isFields(member) ? member : undefined;
};
export const sectionOf = ({ definition }: ReadProcedure, section: string): readonly (readonly [string, Fields])[] =>
  Object.entries(fieldsOf(definition[section])).map(([id, member]) => [id, fieldsOf(member)]);

function chainIn({ steps }: TakenApart, id: string): readonly string[] {
  const chain = [id];
  // Twins of a broken draft can stand inside each other.
  for (let step: WrittenStep | undefined = steps.get(id); step && !chain.includes(step.parent); step = steps.get(step.parent))
    chain.push(step.parent);
  return chain;
}
export const chainOf = ({ chains }: ReadProcedure, id: string): readonly string[] => chains.get(id) ?? [];

/** The steps inside, and it itself. */
export const within = (procedure: ReadProcedure, id: string): readonly string[] =>
  procedure.ids.filter((each) => chainOf(procedure, each).includes(id));

export const inputOf = (procedure: ReadProcedure, id: string, src: string): Fields | undefined => {
  const invoke = fieldsOf(stateOf(procedure, id)?.invoke);
  return invoke.src === src ? fieldsOf(invoke.input) : undefined;
};

/** What is done by itself: where, as an address, in which step, and the action as it is written. */
export interface Doing {
  readonly element: string;
  readonly step: string;
  readonly written: unknown;
  readonly type: string | undefined;
  readonly params: Fields;
}
function doingsIn(step: string, held: Held | undefined): readonly Doing[] {
  const doing = (element: string) => (written: unknown) => {
    const { type, params } = fieldsOf(written);
    return { element, step, written, type: wordOf(type), params: fieldsOf(params) };
  };
  return [
    ...[...listed(held?.own.entry), ...listed(held?.own.exit)].map(doing(step)),
    ...(held?.ways ?? []).flatMap(({ row, path }) => listed(row.actions).map(doing(addressOf(step, path)))),
  ];
}
const listed = (actions: unknown): readonly unknown[] => (actions === undefined || Array.isArray(actions) ? listOf(actions) : [actions]);

/** What is in the one and not in the other. */
export const besides = (words: readonly string[], others: readonly string[] | undefined): readonly string[] =>
  [...new Set(words)].filter((word) => !others?.includes(word));
export const wordsIn = (holder: unknown, key: string): readonly string[] => wordsOf(fieldsOf(holder)[key]);

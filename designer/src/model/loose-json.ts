import type { Json, Text } from '@redress/engine';

/** A draft may hold anything: what is read of it is read so that a wrong shape counts as nothing. */
export type Fields = Readonly<Record<string, unknown>>;
/** The same while a command writes. */
export type Draft = Record<string, unknown>;

export const isFields = (value: unknown): value is Draft => typeof value === 'object' && value !== null && !Array.isArray(value);
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const wordsOf = (value: unknown): readonly string[] => listOf(value).filter((word) => typeof word === 'string');

/** What of a value is words in languages. */
export const textOf = (value: unknown): Text =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([language, words]) => (typeof words === 'string' ? [[language, words]] : [])),
  );

/** Words in languages and nothing else: the value itself. */
export const isText = (value: unknown): value is Text =>
  isFields(value) && Object.values(value).every((words) => typeof words === 'string');

/** Where a command would have to write, something else stands that nobody understands: it is kept, and the command refused (perform.ts). */
export class OddShape extends Error {
  readonly key: string;
  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

/** The member of an object on the way, made where it is missing. */
export function memberOf(draft: Draft, key: string): Draft {
  const member = draft[key];
  if (isFields(member)) return member;
  if (member !== undefined) throw new OddShape(key);
  draft[key] = {};
  return memberOf(draft, key);
}

/** The list under a key, made where it is missing. */
export function listIn(draft: Draft, key: string): unknown[] {
  const list = draft[key];
  if (Array.isArray(list)) return list;
  if (list !== undefined) throw new OddShape(key);
  draft[key] = [];
  return listIn(draft, key);
}

/** Words under a key in this order, or none at all; what stands there and is no list of words is kept. */
export function setWords(draft: Draft, key: string, words: readonly string[]): void {
  const was = draft[key];
  if (was !== undefined && !(Array.isArray(was) && was.every((word) => typeof word === 'string'))) throw new OddShape(key);
  if (words.length === 0) delete draft[key];
  else draft[key] = [...new Set(words)];
}

/** Puts a member before another one, or last: the order of the keys is the order people see. */
export function placeKey(draft: Draft, key: string, value: unknown, before?: string): void {
  delete draft[key];
  const after = before === undefined || !(before in draft) ? [] : Object.keys(draft).slice(Object.keys(draft).indexOf(before));
  draft[key] = value;
  for (const next of after) {
    const moved = draft[next];
    delete draft[next];
    draft[next] = moved;
  }
}

/** Documents hold nothing but JSON: they were copied when they were opened. */
export const asJson = (value: unknown): Json => value as Json;

/** A copy that can be written, also of what a command holds in hand. */
export function copyOf<Value>(value: Value): Value;
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) : value;
}

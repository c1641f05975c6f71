import type { Finding } from '../definition/finding.ts';
import type { JsonObject } from '../json.ts';
import { instantOf } from '../time/local-date.ts';

/** What is wrong with a value at that place; nothing wrong is an empty list. */
export type Shape = (value: unknown, at: string) => readonly Finding[];

export const wrong = (code: string, at: string, facts: JsonObject): readonly Finding[] => [{ code, severity: 'error', at, facts }];
const expected = (what: string, at: string): readonly Finding[] => wrong('script-type', at, { expected: what });

export const text: Shape = (value, at) => (typeof value === 'string' && value !== '' ? [] : expected('text', at));
export const textOrNull: Shape = (value, at) => (value === null ? [] : text(value, at));
export const instant: Shape = (value, at) =>
  typeof value === 'string' && instantOf(value) !== undefined
    ? []
    : expected('date and time with its offset, e.g. 2026-03-02T09:00:00Z', at);
export const instantOrNull: Shape = (value, at) => (value === null ? [] : instant(value, at));
export const amount: Shape = (value, at) => (typeof value === 'number' && value >= 0 ? [] : expected('number, not negative', at));
/** Plain words, or words in at least one language. */
export const textOrTexts: Shape = (value, at) => {
  if (!isRecord(value)) return text(value, at);
  return Object.keys(value).length > 0 ? mapOf(text)(value, at) : expected('text', at);
};
export const anything: Shape = () => [];

export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const oneOf =
  (...words: readonly string[]): Shape =>
  (value, at) =>
    typeof value === 'string' && words.includes(value) ? [] : expected(words.join(' | '), at);

export const listOf =
  (shape: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((each, index) => shape(each, `${at}/${index}`)) : expected('list', at);

export const mapOf =
  (shape: Shape): Shape =>
  (value, at) =>
    isRecord(value) ? Object.entries(value).flatMap(([key, each]) => shape(each, below(at, key))) : expected('object', at);

/** An object with these keys and no others; a key ending in `?` may be missing. */
export const record =
  (keys: { readonly [key: string]: Shape }): Shape =>
  (value, at) => {
    if (!isRecord(value)) return expected('object', at);
    const shapes = new Map(Object.entries(keys).map(([key, shape]) => [key.replace(/\?$/, ''), shape]));
    const missing = Object.keys(keys).filter((key) => !key.endsWith('?') && !Object.hasOwn(value, key));
    return [
      ...missing.flatMap((key) => wrong('script-missing', below(at, key), { key })),
      ...Object.entries(value).flatMap(([key, each]) => {
        const shape = shapes.get(key);
        return shape ? shape(each, below(at, key)) : wrong('script-unknown', below(at, key), { key, known: [...shapes.keys()] });
      }),
    ];
  };

export const below = (at: string, key: string): string => `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

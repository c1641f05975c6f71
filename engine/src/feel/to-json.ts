import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import type { Json } from '../json.ts';
import { FeelStop, isPlain } from './meter.ts';

/** Bounds of what an expression may hand over: characters of one text, elements in all, and nesting. */
const textMax = 65_536;
const elementsMax = 10_000;
const nestingMax = 40;

/** Dates, times and durations become ISO texts; what JSON cannot hold fails: ranges, functions, infinite numbers. */
export function toJson(value: unknown): Json {
  return convert(value, { elements: 0 }, 0);
}

function convert(value: unknown, count: { elements: number }, nesting: number): Json {
  count.elements += 1;
  if (count.elements > elementsMax) throw new FeelStop('feel-bound', { bound: 'elements', most: elementsMax });
  if (nesting > nestingMax) throw new FeelStop('feel-bound', { bound: 'nesting', most: nestingMax });
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (value.length > textMax) throw new FeelStop('feel-bound', { bound: 'text', most: textMax });
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new FeelStop('feel-warning', { warning: 'NOT_FINITE' });
    return value === 0 ? 0 : value;
  }
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration)
    return value.toString();
  if (Array.isArray(value)) return value.map((element) => convert(element, count, nesting + 1));
  if (typeof value === 'object' && isPlain(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if (key === '__proto__' || key === 'xstate$$type') throw new FeelStop('feel-warning', { warning: 'NAME', name: key });
        return [key, convert(member, count, nesting + 1)];
      }),
    );
  }
  throw new FeelStop('feel-warning', { warning: 'NOT_JSON' });
}

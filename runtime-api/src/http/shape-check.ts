import type { Problem } from '@redress/engine';
import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  allowUnionTypes: true,
  strictTypes: false,
});
addFormats.default(ajv, ['email', 'date', 'uri']);
const lenient = new Ajv({ allErrors: true, strict: true, coerceTypes: true, strictTypes: false });
addFormats.default(lenient, ['date']);

const written = new Ajv();
addFormats.default(written, ['date-time']);
const isDateTime = written.compile({ type: 'string', format: 'date-time' });
/** RFC 3339 also has leap seconds and a year 0, and an offset leads beyond the year 9999: none of it is an instant that anything here counts with. */
function isInstant(text: string): boolean {
  const at = new Date(text);
  return isDateTime(text) && !Number.isNaN(at.getTime()) && /^(?!0000)\d/.test(at.toISOString());
}
for (const one of [ajv, lenient]) one.addFormat('date-time', isInstant);

export type ShapeCheck = (value: unknown) => readonly Problem[];

/** Compiles a shape once. */
export function shapeCheck(shape: TSchema): ShapeCheck {
  const validate = ajv.compile(shape);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(asProblem));
}

/** For query strings: `limit=20` is a number where the shape says so. Changes its argument. */
export function queryCheck(shape: TSchema): ShapeCheck {
  const validate = lenient.compile(shape);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(asProblem));
}

/** Where, which keyword, and its facts; the value itself never comes back. */
function asProblem({ instancePath, keyword, params }: ErrorObject): Problem {
  const facts: Record<string, string | number | boolean | null> = {};
  for (const [name, fact] of Object.entries(params))
    if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') facts[name] = fact;
  return { at: instancePath, keyword, facts };
}

/** Keys with `$`, `__proto__` and their kind are no names here: whatever the shape allows, they never reach store or engine. */
export function forbiddenKey(value: unknown, at = '', depth = 0): Problem | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (depth > 60) return { at, keyword: 'depth', facts: { most: 60 } };
  for (const [key, member] of Object.entries(value)) {
    const here = `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (key.startsWith('$') || key === '__proto__' || key === 'constructor' || key === 'prototype')
      return { at: here, keyword: 'forbiddenKey', facts: {} };
    const inner = forbiddenKey(member, here, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

import { type Fields, isFields } from '../model/loose-json.ts';

/** How the lines of a group count together. The last two stand as `not` around a group. */
export const modes = ['all', 'any', 'none', 'not-all'] as const;
export type Mode = (typeof modes)[number];

/** Keys from the condition to one of its parts. */
export type PartPath = readonly string[];

/** A condition as the builder understands it; what it does not understand is `odd`, and stays to the byte. */
export type Part =
  | { readonly is: 'group'; readonly mode: Mode; readonly at: PartPath; readonly parts: readonly unknown[] }
  | { readonly is: 'line'; readonly line: Line }
  | { readonly is: 'formula'; readonly formula: string }
  | { readonly is: 'step'; readonly step: string }
  | { readonly is: 'ended'; readonly outcomes: readonly string[] }
  | { readonly is: 'odd' };

export interface Line {
  readonly field: string;
  readonly is: string;
  readonly value?: unknown;
  readonly as?: string;
}

const hasOnly = (fields: Fields, ...keys: readonly string[]) => Object.keys(fields).every((key) => keys.includes(key));

/** What a part is; `at` of a group leads from the part to the list of its lines. */
export function partOf(condition: unknown): Part {
  if (!isFields(condition)) return { is: 'odd' };
  for (const key of ['all', 'any'] as const) {
    const parts = condition[key];
    if (Array.isArray(parts) && hasOnly(condition, key)) return { is: 'group', mode: key, at: [key], parts };
  }
  if (isFields(condition.not) && hasOnly(condition, 'not')) {
    const inner = partOf(condition.not);
    const isPlain = inner.is === 'group' && (inner.mode === 'all' || inner.mode === 'any');
    return isPlain ? { ...inner, mode: inner.mode === 'any' ? 'none' : 'not-all', at: ['not', ...inner.at] } : { is: 'odd' };
  }
  const { field, is, as, feel, outcome } = condition;
  if (typeof field === 'string' && typeof is === 'string' && hasOnly(condition, 'field', 'is', 'value', 'as'))
    return as === undefined || typeof as === 'string'
      ? {
          is: 'line',
          line: { field, is, ...('value' in condition ? { value: condition.value } : {}), ...(as === undefined ? {} : { as }) },
        }
      : { is: 'odd' };
  if (typeof feel === 'string' && hasOnly(condition, 'feel')) return { is: 'formula', formula: feel };
  if (typeof condition.in === 'string' && hasOnly(condition, 'in')) return { is: 'step', step: condition.in };
  if (Array.isArray(outcome) && outcome.every((word) => typeof word === 'string') && hasOnly(condition, 'outcome'))
    return { is: 'ended', outcomes: outcome };
  return { is: 'odd' };
}

/** A group of lines that count together in a way. */
export function groupOf(mode: Mode, parts: readonly unknown[]): Fields {
  if (mode === 'none') return { not: { any: parts } };
  return mode === 'not-all' ? { not: { all: parts } } : { [mode]: parts };
}

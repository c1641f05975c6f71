import { outcomesNamed } from '../compile/condition-parts.ts';
import type { Condition, Row } from '../definition/definition.ts';

/** What a position alone can answer, with what this very step did. */
export interface Known {
  readonly isIn: (id: string) => boolean;
  /** What the sub-procedure ended with, if one ended. */
  readonly outcome?: string;
  /** Answers of fields that this step wrote itself. */
  readonly answers?: (condition: Condition) => boolean | undefined;
}

/** The answer, where the position alone gives it; else what remains to be asked of the data. */
export function residual(condition: Condition, known: Known): boolean | Condition {
  if ('all' in condition) return together(condition.all, known, false);
  if ('any' in condition) return together(condition.any, known, true);
  if ('not' in condition) {
    const inner = residual(condition.not, known);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  if ('in' in condition) return known.isIn(condition.in);
  if ('outcome' in condition) return known.outcome === undefined ? false : condition.outcome.includes(known.outcome);
  if ('feel' in condition && (condition.feel.trim() === 'true' || condition.feel.trim() === 'false'))
    return condition.feel.trim() === 'true';
  return known.answers?.(condition) ?? condition;
}

/** `all` is decided by one false, `any` by one true; what is known otherwise falls away. */
function together(conditions: readonly Condition[], known: Known, decides: boolean): boolean | Condition {
  const open: Condition[] = [];
  for (const inner of conditions) {
    const rest = residual(inner, known);
    if (rest === decides) return decides;
    if (typeof rest !== 'boolean') open.push(rest);
  }
  const [only] = open;
  if (only === undefined) return !decides;
  if (open.length === 1) return only;
  return decides ? { any: open } : { all: open };
}

/** Another outcome than all that are named: a sub-procedure may end in a way that no row asks for. */
export const otherOutcome = '(other)';

/** Outcomes that these rows tell apart, and one more for all the others. Empty where no row asks. */
export function outcomesAsked(rows: readonly Row[]): readonly string[] {
  const named = new Set(rows.flatMap((row) => (row.guard ? outcomesNamed(row.guard.params) : [])));
  return named.size === 0 ? [] : [...named, otherOutcome];
}

import type { Condition } from '../definition/definition.ts';

/** Which fields a condition looks at: what a form not yet filled in can still change. A formula, or a comparison with one, may look at any, and at the time. */
export function fieldsRead(condition: Condition): readonly string[] | 'any' {
  if ('feel' in condition) return 'any';
  if ('all' in condition) return together(condition.all);
  if ('any' in condition) return together(condition.any);
  if ('not' in condition) return fieldsRead(condition.not);
  if (!('field' in condition)) return [];
  if (typeof condition.value === 'string' && condition.value.startsWith('=')) return 'any';
  return condition.as === undefined ? [condition.field] : [condition.field, condition.as];
}
function together(conditions: readonly Condition[]): readonly string[] | 'any' {
  const all = conditions.map(fieldsRead);
  return all.includes('any') ? 'any' : all.flatMap((fields) => (fields === 'any' ? [] : fields));
}

/** Outcomes of a sub-procedure that a condition asks for. */
export function outcomesNamed(condition: Condition): readonly string[] {
  if ('outcome' in condition) return condition.outcome;
  if ('all' in condition) return condition.all.flatMap(outcomesNamed);
  if ('any' in condition) return condition.any.flatMap(outcomesNamed);
  return 'not' in condition ? outcomesNamed(condition.not) : [];
}

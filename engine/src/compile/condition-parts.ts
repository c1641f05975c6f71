import type { Condition, Definition } from '../definition/definition.ts';
import { checkNames } from '../feel/check-names.ts';
import { namesIn } from '../feel/compile-feel.ts';
import { scopeFunctions } from '../feel/scope.ts';
import { readSyntax } from '../feel/syntax-tree.ts';

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

/** The fields that a condition looks at, formulas read as well; nothing where it looks at anything else, such as the time or the case. */
export function fieldsAsked(condition: Condition, definition: Definition): readonly string[] | undefined {
  if ('feel' in condition) return fieldsIn(condition.feel, definition);
  if ('not' in condition) return fieldsAsked(condition.not, definition);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (parts) return joined(parts.map((part) => fieldsAsked(part, definition)));
  if (!('field' in condition)) return undefined;
  const { field, as, value } = condition;
  const compared = typeof value === 'string' && value.startsWith('=') ? fieldsIn(value.slice(1), definition) : [];
  return joined([[field, ...(as === undefined ? [] : [as])], compared]);
}
function fieldsIn(formula: string, definition: Definition): readonly string[] | undefined {
  const syntax = readSyntax(formula, 'expression');
  if (!syntax.ok) return undefined;
  const { variables, functions } = checkNames(syntax.root, formula, namesIn(definition));
  const isMore = scopeFunctions.some((name) => functions.includes(name)) || variables.some((name) => !Object.hasOwn(definition.data, name));
  return isMore ? undefined : variables;
}
const joined = (parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined =>
  parts.every((part) => part !== undefined) ? parts.flat() : undefined;

/** Fields of which the answer depends, and on nothing else: of a formula too. `any` where it may look at more. */
export function fieldsDeciding(condition: Condition, definition: Definition): readonly string[] | 'any' {
  const reads = fieldsRead(condition);
  return reads === 'any' ? (fieldsAsked(condition, definition) ?? 'any') : reads;
}

/** Outcomes of a sub-procedure that a condition asks for. */
export function outcomesNamed(condition: Condition): readonly string[] {
  if ('outcome' in condition) return condition.outcome;
  if ('all' in condition) return condition.all.flatMap(outcomesNamed);
  if ('any' in condition) return condition.any.flatMap(outcomesNamed);
  return 'not' in condition ? outcomesNamed(condition.not) : [];
}

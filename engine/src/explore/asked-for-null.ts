import { surveyOf } from '../compile/findings/survey.ts';
import type { Action, Condition, Definition } from '../definition/definition.ts';
import { type FeelNode, nameText, nodesOf, readSyntax } from '../feel/syntax-tree.ts';
import { isEmpty } from '../form/empty-value.ts';
import { fieldsWritten } from './fields-written.ts';
import { constantIn } from './just-written.ts';

/**
 * Whether a condition that has formulas asks of a field only if it is null: then any one value stands for all others. Forms save null for what is
 * empty; what an action computes, or a parent hands over, may be empty and not null, and is left out.
 */
export function isAskedOnlyForNull(field: string, condition: Condition, definition: Definition): boolean {
  return definition.start !== undefined && asksForNull(field, condition) && !computedIn(definition).has(field);
}

function asksForNull(field: string, condition: Condition): boolean {
  if ('feel' in condition) return formulaAsksForNull(field, condition.feel);
  if ('all' in condition) return condition.all.every((part) => asksForNull(field, part));
  if ('any' in condition) return condition.any.every((part) => asksForNull(field, part));
  if ('not' in condition) return asksForNull(field, condition.not);
  if (!('field' in condition)) return true;
  return condition.as === undefined && !(typeof condition.value === 'string' && condition.value.startsWith('='));
}

function formulaAsksForNull(field: string, formula: string): boolean {
  const syntax = readSyntax(formula, 'expression');
  if (!syntax.ok) return false;
  const named = [...nodesOf(syntax.root)].filter((node) => node.name === 'VariableName' && nameText(node, formula) === field);
  return named.every(({ parent }) => parent !== undefined && comparesWithNull(parent, formula));
}

function comparesWithNull({ name, children }: FeelNode, formula: string): boolean {
  const [left, how, right] = children;
  if (name !== 'Comparison' || children.length !== 3 || !left || !how || !right) return false;
  return ['=', '!='].includes(formula.slice(how.from, how.to)) && [left.name, right.name].includes('null');
}

const known = new WeakMap<Definition, ReadonlySet<string>>();
/** Fields into which an action writes what is no constant, or one that is empty. */
function computedIn(definition: Definition): ReadonlySet<string> {
  const found = known.get(definition) ?? new Set(surveyOf(definition).actions.flatMap(({ action }) => computedBy(action, definition)));
  known.set(definition, found);
  return found;
}

function computedBy(action: Action, definition: Definition): readonly string[] {
  if (action.type !== 'set') return fieldsWritten(action, definition);
  return Object.entries(action.params).flatMap(([field, value]) => {
    const constant = constantIn(value);
    return constant === undefined || (constant !== null && isEmpty(constant)) ? [field] : [];
  });
}

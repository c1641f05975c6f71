import type { Comparison, Condition, Definition } from '../definition/definition.ts';
import { isEmpty } from '../form/empty-value.ts';
import type { Json } from '../json.ts';
import { ok, refuse } from '../result.ts';
import { compileFeel, namesIn } from './compile-feel.ts';
import { compileValue } from './compile-value.ts';
import type { FeelOutcome, Scope } from './scope.ts';

export type CompiledCondition = (scope: Scope) => FeelOutcome<boolean>;

/**
 * A condition tree, or FEEL, compiled once. In the tree an empty field makes every comparison false, `!=` too; in FEEL null is a failure.
 * Throws for a definition that has error findings.
 */
export function compileCondition(condition: Condition, definition: Definition): CompiledCondition {
  if ('all' in condition) return every(condition.all, definition, false);
  if ('any' in condition) return every(condition.any, definition, true);
  if ('not' in condition) {
    const inner = compileCondition(condition.not, definition);
    return (scope) => {
      const outcome = inner(scope);
      return outcome.ok ? ok(!outcome.value) : outcome;
    };
  }
  if ('in' in condition) return (scope) => ok(activeIn(scope, condition.in));
  if ('outcome' in condition)
    return (scope) => ok(typeof scope.result?.outcome === 'string' && condition.outcome.includes(scope.result.outcome));
  if ('feel' in condition) return feelCondition(condition.feel, definition);
  return comparison(condition, definition);
}

/** `all` stops at the first false, `any` at the first true; a failure before that is the answer. */
function every(conditions: readonly Condition[], definition: Definition, stopAt: boolean): CompiledCondition {
  const compiled = conditions.map((condition) => compileCondition(condition, definition));
  return (scope) => {
    for (const run of compiled) {
      const outcome = run(scope);
      if (!outcome.ok || outcome.value === stopAt) return outcome;
    }
    return ok(!stopAt);
  };
}

function activeIn(scope: Scope, id: string): boolean {
  if (!scope.isIn) throw new Error(`a condition asks whether ${id} is active where nobody can say so`);
  return scope.isIn(id);
}

function feelCondition(text: string, definition: Definition): CompiledCondition {
  const compiled = compileFeel(text, namesIn(definition));
  if (!compiled.ok) throw new Error(`FEEL that has findings: ${text}`);
  return (scope) => {
    const outcome = compiled.run(scope);
    if (!outcome.ok) return outcome;
    if (typeof outcome.value === 'boolean') return ok(outcome.value);
    if (outcome.value === null) return refuse({ reason: 'feel-null', facts: { expression: text } });
    return refuse({ reason: 'feel-warning', facts: { warning: 'NOT_BOOLEAN', expression: text } });
  };
}

function comparison(condition: Extract<Condition, { readonly field: string }>, definition: Definition): CompiledCondition {
  const { field, is, as } = condition;
  if (is === 'empty' || is === 'filled') return (scope) => ok(isEmpty(own(scope, field)) === (is === 'empty'));
  const value = as === undefined ? compileValue(condition.value ?? null, definition) : (scope: Scope) => ok(own(scope, as));
  return (scope) => {
    const left = own(scope, field);
    if (isEmpty(left)) return ok(false);
    const right = value(scope);
    if (!right.ok) return right;
    return ok(!isEmpty(right.value) && holds(left, is, right.value));
  };
}

const own = (scope: Scope, field: string): Json => (Object.hasOwn(scope.fields, field) ? (scope.fields[field] ?? null) : null);

/** Numbers by size, texts by code point (ISO dates fall into order); other pairs have no order and are false. */
function holds(left: Json, is: Exclude<Comparison, 'empty' | 'filled'>, right: Json): boolean {
  switch (is) {
    case '=':
      return isSame(left, right);
    case '!=':
      return !isSame(left, right);
    case 'in':
      return Array.isArray(right) && right.some((element: Json) => isSame(left, element));
    case 'contains':
      if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
      return Array.isArray(left) && left.some((element: Json) => isSame(element, right));
    default:
      return typeof left === 'number' && typeof right === 'number'
        ? inOrder(left, is, right)
        : typeof left === 'string' && typeof right === 'string' && inOrder(left, is, right);
  }
}

function inOrder<Ordered extends number | string>(left: Ordered, is: '<' | '<=' | '>' | '>=', right: Ordered): boolean {
  if (is === '<') return left < right;
  if (is === '<=') return left <= right;
  if (is === '>') return left > right;
  return left >= right;
}

function isSame(left: Json, right: Json): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const keys = Object.keys(left);
  if (Array.isArray(left) !== Array.isArray(right) || keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && isSame(member(left, key), member(right, key)));
}
const member = (value: object, key: string): Json => Object.getOwnPropertyDescriptor(value, key)?.value ?? null;

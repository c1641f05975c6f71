import type { Condition } from '../definition/definition.ts';
import { feelIn } from '../feel/compile-value.ts';
import type { Json } from '../json.ts';
import { literal, quoted } from './literal.ts';

/** Whether a condition asks where the machine is: XState's own guards answer that, no expression can. */
export function asksPosition(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksPosition);
  if ('any' in condition) return condition.any.some(asksPosition);
  if ('not' in condition) return asksPosition(condition.not);
  return 'in' in condition;
}

/** A condition that does not ask for the position, as an expression over `seen`; helpers are those of the exported module. */
export function expressionOf(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(expressionOf).join(' && ')})`;
  if ('any' in condition) return `(${condition.any.map(expressionOf).join(' || ')})`;
  if ('not' in condition) return `!${expressionOf(condition.not)}`;
  if ('outcome' in condition) return `endedAs(seen, ${literal(condition.outcome)})`;
  if ('feel' in condition) return `isTrue(ports, ${quoted(condition.feel)}, seen)`;
  if ('in' in condition) throw new Error('a position is no expression');
  const value = `valueOf(seen.fields, ${quoted(condition.field)})`;
  if (condition.is === 'empty') return `isEmpty(${value})`;
  if (condition.is === 'filled') return `!isEmpty(${value})`;
  const other = condition.as === undefined ? valueText(condition.value ?? null) : `valueOf(seen.fields, ${quoted(condition.as)})`;
  return `holds(${value}, ${quoted(condition.is)}, ${other})`;
}

const valueText = (value: Json): string => (isComputed(value) ? `computed(ports, ${literal(value)}, seen)` : literal(value));

/** Whether FEEL is anywhere in a value. */
export function isComputed(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return feelIn(value) !== undefined;
  return Object.values(value).some(isComputed);
}

/** The parts of a guard: expressions under names of their own, and the tree of XState's guards that joins them. */
export interface GuardText {
  /** What stands behind `guard:`. */
  readonly guard: string;
  readonly named: readonly { readonly name: string; readonly expression: string }[];
}

/** `open` are expressions that must hold beside the condition. */
export function guardText(name: string, condition: Condition | undefined, open: readonly string[]): GuardText | undefined {
  const named: { name: string; expression: string }[] = [];
  const keep = (expression: string): string => {
    const own = named.length === 0 ? name : `${name} ${named.length}`;
    named.push({ name: own, expression });
    return quoted(own);
  };
  const tree = (part: Condition): string => {
    if (!asksPosition(part)) return keep(expressionOf(part));
    if ('all' in part) return `and([${part.all.map(tree).join(', ')}])`;
    if ('any' in part) return `or([${part.any.map(tree).join(', ')}])`;
    if ('not' in part) return `not(${tree(part.not)})`;
    return 'in' in part ? `stateIn(${quoted(`#${part.in}`)})` : keep(expressionOf(part));
  };
  if (condition === undefined || !asksPosition(condition)) {
    const all = [...open, ...(condition ? [expressionOf(condition)] : [])];
    return all.length === 0 ? undefined : { guard: keep(all.join(' && ')), named };
  }
  const guard = open.length === 0 ? tree(condition) : `and([${keep(open.join(' && '))}, ${tree(condition)}])`;
  return { guard, named };
}

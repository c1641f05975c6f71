import { type CellTest, comparisons, constantOf, testsIn, textOf } from './cell-tests.ts';
import { type FeelNode, nodesOf, readSyntax } from './syntax-tree.ts';

/** A name in a formula, and the constant or constants that it is compared with. */
export interface FeelComparison {
  readonly name: string;
  readonly test: CellTest;
}

/** What gives names of its own to what stands within: a field may be hidden there. */
const binding: ReadonlySet<string> = new Set([
  'QuantifiedExpression',
  'ForExpression',
  'FunctionDefinition',
  'Context',
  'FilterExpression',
]);

const turned: Readonly<Record<string, (typeof comparisons)[number]>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Names that are compared with constants anywhere in the formula. None in a text that cannot be read, or that binds names of its own. */
export function comparisonsIn(text: string): readonly FeelComparison[] {
  const syntax = readSyntax(text, 'expression');
  const nodes = syntax.ok ? [...nodesOf(syntax.root)] : [];
  if (nodes.some(({ name }) => binding.has(name))) return [];
  return nodes.filter(({ name }) => name === 'Comparison').flatMap((node) => comparedIn(node, text));
}

function comparedIn({ children: [left, how, ...rest] }: FeelNode, text: string): readonly FeelComparison[] {
  const [right] = rest;
  if (!left || !how || !right) return [];
  if (how.name === 'CompareOp') {
    const written = textOf(how, text);
    const op = comparisons.find((each) => each === written);
    return op === undefined ? [] : [...compared(left, op, right, text), ...compared(right, turned[op] ?? op, left, text)];
  }
  if (left.name !== 'VariableName') return [];
  const name = textOf(left, text);
  if (how.name === 'in') {
    const outer = rest.flatMap((node) => (node.name === 'PositiveUnaryTests' ? node.children : [node]));
    return outer.flatMap((node) => (node.name === 'PositiveUnaryTest' ? (testsIn(node, text) ?? []) : [])).map((test) => ({ name, test }));
  }
  const [from, to] = [rest[0], rest[2]].map((bound) => bound && constantOf(bound, text));
  return how.name === 'between' && from !== undefined && to !== undefined ? [{ name, test: { from, to, fromIn: true, toIn: true } }] : [];
}

function compared(variable: FeelNode, op: (typeof comparisons)[number], other: FeelNode, text: string): readonly FeelComparison[] {
  const value = constantOf(other, text);
  return variable.name === 'VariableName' && value !== undefined ? [{ name: textOf(variable, text), test: { op, value } }] : [];
}

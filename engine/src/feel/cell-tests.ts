import type { FeelProblem } from './feel-problem.ts';
import { type FeelNode, nodesOf, readSyntax } from './syntax-tree.ts';

/** What a cell may compare with. Days are texts as well: `"2026-03-01"`. */
export type Constant = null | boolean | number | string;
export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export type CellTest =
  | { readonly op: (typeof comparisons)[number]; readonly value: Constant }
  | { readonly from: Constant; readonly to: Constant; readonly fromIn: boolean; readonly toIn: boolean };

/** A cell of a table by what it says: one of the tests must hold, or none of them with `not`. Everything beyond that is a formula. */
export type Cell =
  | { readonly is: 'any' }
  | { readonly is: 'tests'; readonly not: boolean; readonly tests: readonly CellTest[] }
  /** `closed`: it asks nothing but the value under test, so that the same value always gets the same answer. */
  | { readonly is: 'formula'; readonly closed: boolean }
  | { readonly is: 'broken'; readonly problem: FeelProblem };

/** Reads a cell as it is written; names and functions in it are not looked at (compile-unary-tests.ts does). */
export function readCell(text: string): Cell {
  if (text.trim() === '-') return { is: 'any' };
  const syntax = readSyntax(text, 'unary-tests');
  if (!syntax.ok) return { is: 'broken', problem: syntax.problem };
  const nodes = [...nodesOf(syntax.root)];
  const outer = nodes.filter((node) => node.name === 'PositiveUnaryTest' && node.parent?.parent?.name === 'UnaryTests');
  const tests = outer.map((node) => testsIn(node, text));
  const plain = tests.flatMap((found) => found ?? []);
  if (tests.length === 0 || tests.includes(undefined)) return { is: 'formula', closed: isClosed(nodes, text) };
  return { is: 'tests', not: nodes.some((node) => node.name === 'not' && node.parent?.name === 'UnaryTests'), tests: plain };
}

/** The tests of one part of a cell; `undefined` where it is more than tests with constants. */
export function testsIn(node: FeelNode, text: string): readonly CellTest[] | undefined {
  const [inner] = node.children;
  if (!inner) return undefined;
  if (inner.name === 'List') return all(inner.children.filter(({ name }) => !brackets.has(name)).map((each) => valueTest(each, text)));
  if (inner.name !== 'SimplePositiveUnaryTest') return all([valueTest(inner, text)]);
  const [first, second] = inner.children;
  if (first?.name === 'Interval') return all([intervalTest(first, text)]);
  const op = comparisons.find((each) => first?.name === 'CompareOp' && each === textOf(first, text));
  const value = second && constantOf(second, text);
  return op === undefined || value === undefined ? undefined : [{ op, value }];
}
const brackets: ReadonlySet<string> = new Set(['[', ']', '(', ')', ',', '..']);

const valueTest = (node: FeelNode, text: string): CellTest | undefined => {
  const value = constantOf(node, text);
  return value === undefined ? undefined : { op: '=', value };
};

function intervalTest(node: FeelNode, text: string): CellTest | undefined {
  const [from, to, ...rest] = node.children.filter(({ name }) => !brackets.has(name)).map((bound) => constantOf(bound, text));
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const written = textOf(node, text);
  return { from, to, fromIn: written.startsWith('['), toIn: written.endsWith(']') };
}

/** `undefined` for what is computed, or is a number that reads differently elsewhere (`1e3`). */
export function constantOf(node: FeelNode, text: string): Constant | undefined {
  const written = textOf(node, text);
  if (node.name === 'NumericLiteral') return /^-?(\d+(\.\d+)?|\.\d+)$/.test(written) ? Number(written) : undefined;
  if (node.name === 'BooleanLiteral') return written === 'true';
  if (node.name === 'null') return null;
  return node.name === 'StringLiteral' ? stringOf(written) : undefined;
}

/** FEEL writes texts as JSON does, but for line breaks and rare escapes: those are formulas. */
function stringOf(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const all = (tests: readonly (CellTest | undefined)[]): readonly CellTest[] | undefined => {
  const found = tests.filter((test) => test !== undefined);
  return found.length === tests.length && found.length > 0 ? found : undefined;
};
/** As it is written. */
export const textOf = (node: FeelNode, text: string): string => text.slice(node.from, node.to).trim();

/** No name but of functions, and none of those that answer otherwise tomorrow. */
const isClosed = (nodes: readonly FeelNode[], text: string): boolean =>
  nodes.every((node) => node.name !== 'VariableName' || (isCallee(node) && !['now', 'today'].includes(textOf(node, text))));
const isCallee = (node: FeelNode): boolean => node.parent?.name === 'FunctionInvocation' && node.parent.children[0] === node;

import type { Condition } from '../definition/definition.ts';
import { type FeelNode, readSyntax } from '../feel/syntax-tree.ts';

/** What a condition asks. */
export interface Wording {
  /** The same of two that ask the same, written otherwise. */
  readonly text: string;
  /** It asks the contrary of its text: `not(…)`. */
  readonly isTurned: boolean;
}

/**
 * Of a formula its syntax: neither blanks nor brackets that change nothing count, nor the order of what `and` or `or` joins. Where two of them are
 * answered at all, they are answered alike: a formula that is neither true nor false stops a case. Anything else is compared by its text.
 */
export function wordingOf(condition: Condition): Wording {
  const syntax = 'feel' in condition ? readSyntax(condition.feel, 'expression') : undefined;
  if (!syntax?.ok || !('feel' in condition)) return { text: JSON.stringify(condition), isTurned: false };
  let isTurned = false;
  let node = inner(syntax.root);
  for (let turned = turnedIn(node, condition.feel); turned; turned = turnedIn(node, condition.feel)) {
    isTurned = !isTurned;
    node = inner(turned);
  }
  return { text: `feel ${written(node, condition.feel)}`, isTurned };
}

const around: ReadonlySet<string> = new Set(['Root', 'Expression', 'ParenthesizedExpression']);
const brackets: ReadonlySet<string> = new Set(['(', ')']);

function inner(node: FeelNode): FeelNode {
  if (!around.has(node.name)) return node;
  const [only, ...others] = node.children.filter(({ name }) => !brackets.has(name));
  return only && others.length === 0 ? inner(only) : node;
}

/** What `not(…)` turns round. */
function turnedIn({ name, children }: FeelNode, text: string): FeelNode | undefined {
  const [called, , parameters] = children;
  if (name !== 'FunctionInvocation' || !called || text.slice(called.from, called.to) !== 'not') return undefined;
  return parameters?.name === 'PositionalParameters' && parameters.children.length === 1 ? parameters.children[0] : undefined;
}

const joining: Readonly<Record<string, string>> = { Conjunction: 'and', Disjunction: 'or' };

function written(outer: FeelNode, text: string): string {
  const node = inner(outer);
  const word = joining[node.name];
  if (word !== undefined) return `(${joinedBy(node, word, text).sort().join(` ${word} `)})`;
  if (node.children.length === 0) return text.slice(node.from, node.to);
  return `${node.name}(${node.children.map((child) => written(child, text)).join(' ')})`;
}

const joinedBy = (node: FeelNode, word: string, text: string): string[] =>
  node.children.flatMap((child) => {
    const part = inner(child);
    if (part.name === word) return [];
    return joining[part.name] === word ? joinedBy(part, word, text) : [written(part, text)];
  });

import { parseExpression, parseUnaryTests } from 'feelin';
import type { FeelProblem } from './feel-problem.ts';

/** A node of the syntax tree, named as the FEEL grammar names it. */
export interface FeelNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parent: FeelNode | undefined;
  readonly children: FeelNode[];
}

/** Characters of one expression. Long texts are refused before anything reads them. */
export const lengthMax = 2_000;
/** Brackets in brackets. Counted before the parser sees them, whose time grows with the square of their depth. */
export const bracketsMax = 40;
/** Depth of the tree (a long chain of `or` is deep too): evaluation and our own walks recurse. */
export const depthMax = 150;

export type Syntax = { readonly ok: true; readonly root: FeelNode } | { readonly ok: false; readonly problem: FeelProblem };

/** Reads the text as an expression or as the tests of one cell of a table. Refuses syntax errors, and what is too long or too deep. */
export function readSyntax(text: string, as: 'expression' | 'unary-tests'): Syntax {
  if (text.length > lengthMax) return failed('too-long', 0, text.length, { most: lengthMax, actual: text.length });
  const deep = firstTooDeep(text);
  if (deep !== undefined) return failed('too-deep', deep, text.length, { most: bracketsMax });
  const root: FeelNode = { name: 'Root', from: 0, to: text.length, parent: undefined, children: [] };
  let current = root;
  let depth = 0;
  let problem: FeelProblem | undefined;
  const refused = (because: 'syntax' | 'too-deep', from: number, to: number, facts: FeelProblem['facts']): boolean => {
    problem = { problem: because, from, to, facts };
    return false;
  };
  const tree = as === 'expression' ? parseExpression(text, {}, undefined) : parseUnaryTests(text, {}, undefined);
  tree.iterate({
    enter({ name, type, from, to }) {
      if (problem) return false;
      // Errors count as skipped too: they are looked for first.
      if (type.isError) return refused('syntax', from, to, { found: text.slice(from, Math.min(to, from + 40)) });
      if (type.isSkipped) return false;
      depth += 1;
      if (depth > depthMax) return refused('too-deep', from, to, { most: depthMax });
      const child: FeelNode = { name, from, to, parent: current, children: [] };
      current.children.push(child);
      current = child;
      return true;
    },
    leave({ type }) {
      if (type.isSkipped || type.isError || current === root) return;
      depth -= 1;
      current = current.parent ?? root;
    },
  });
  return problem ? { ok: false, problem } : { ok: true, root };
}

/** Where brackets, outside of strings, first stand too deep in each other. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '(' || character === '[' || character === '{')) depth += 1;
    else if (!inString && (character === ')' || character === ']' || character === '}')) depth -= 1;
    if (depth > bracketsMax) return at;
  }
  return undefined;
}

function failed(problem: 'too-long' | 'too-deep', from: number, to: number, facts: FeelProblem['facts']): Syntax {
  return { ok: false, problem: { problem, from, to, facts } };
}

/** All nodes, outer before inner, in the order of the text. */
export function* nodesOf(node: FeelNode): Generator<FeelNode> {
  for (const child of node.children) {
    yield child;
    yield* nodesOf(child);
  }
}

/** Text of a name, with single spaces: `string  length` is `string length`. */
export const nameText = (node: FeelNode, text: string): string => text.slice(node.from, node.to).trim().replace(/\s+/g, ' ');

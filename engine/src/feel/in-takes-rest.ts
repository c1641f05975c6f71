import type { FeelProblem } from './feel-problem.ts';
import type { FeelNode } from './syntax-tree.ts';

const joining = new Set(['Conjunction', 'Disjunction', 'Comparison']);

/**
 * `severity in [3, 4] and urgent` is read by the library as `severity in ([3, 4] and urgent)`, which nobody means and which never is true.
 * What is told is the text as it was meant, with parentheses.
 */
export function inTakesRest(node: FeelNode, text: string): FeelProblem | undefined {
  const taken = node.children[0];
  if (node.name !== 'PositiveUnaryTest' || node.parent?.name !== 'Comparison' || !taken || !joining.has(taken.name)) return undefined;
  const { from, to } = node.parent;
  const meant = firstIn(taken).to;
  return { problem: 'in-takes-rest', from, to, facts: { write: `(${text.slice(from, meant).trim()})${text.slice(meant, to)}` } };
}

/** The value or list that stands right behind `in`. */
function firstIn(taken: FeelNode): FeelNode {
  const first = taken.children[0];
  return joining.has(taken.name) && first ? firstIn(first) : taken;
}

/** Whether a test without a value, as `> 3`, stands right behind an `in` that takes too much: then that is the finding. */
export function isFirstIn(node: FeelNode): boolean {
  let around = node.parent;
  while (around && joining.has(around.name)) {
    if (around.parent?.name === 'PositiveUnaryTest' && around.parent.parent?.name === 'Comparison') return firstIn(around) === node;
    around = around.parent;
  }
  return false;
}

import { scopeObjects } from './scope.ts';
import { type FeelNode, nodesOf } from './syntax-tree.ts';

/** Names that only we write: a name of the trade cannot begin with an underscore. */
export const meters = { each: '_each', range: '_range', charged: '_charged' } as const;

/**
 * The same expression with meters where its cost depends on its values, so that `for i in 1..40000000` ends in a failure and not in
 * a server that hangs: `_each` and `_range` around what a loop walks through, `_charged` around what is filtered, compared, added
 * or reached into. The meters (functions.ts) return what they are given. What costs the same whatever the values are stays untouched.
 */
export function boundedSource(root: FeelNode, text: string): string {
  const opens = new Map<number, string>();
  const closes = new Map<number, string>();
  const replaced = new Map<number, { readonly to: number; readonly by: string }>();
  const wrap = (node: FeelNode | undefined, meter: string): void => {
    if (!node) return;
    // Outer nodes come first: they open first and close last.
    opens.set(node.from, `${opens.get(node.from) ?? ''}${meter}(`);
    closes.set(node.to, `)${closes.get(node.to) ?? ''}`);
  };
  for (const node of nodesOf(root)) {
    const [first, second, third] = node.children;
    if (node.name === 'IterationContext') {
      wrap(node, second?.name === '..' ? meters.range : meters.each);
      if (second?.name === '..') replaced.set(second.from, { to: second.to, by: ',' });
    } else if (node.name === 'FilterExpression') wrap(first, meters.charged);
    else if (node.name === 'PathExpression' && !isScopeMember(first, text)) wrap(first, meters.charged);
    else if (node.name === 'Comparison') for (const operand of meteredOperands(node)) wrap(operand, meters.charged);
    else if (node.name === 'ArithmeticExpression' && second && third && /^[+-]$/.test(text.slice(second.from, second.to))) {
      for (const [operand, other] of [
        [first, third],
        [third, first],
      ] as const)
        if (operand && other?.name !== 'NumericLiteral' && hasName(operand)) wrap(operand, meters.charged);
    }
  }
  return assemble(text, opens, closes, replaced);
}

/** Lists and long texts are what makes a comparison dear, and only names bring them: `severity >= 4` stays as it is. */
function meteredOperands(comparison: FeelNode): readonly FeelNode[] {
  const [left, ...right] = comparison.children;
  if (!left) return [];
  const cells = right
    .flatMap((part) => (part.name === 'PositiveUnaryTests' ? part.children : [part]))
    .filter((part) => part.name === 'PositiveUnaryTest');
  const values = cells.flatMap((cell) => cell.children.filter((child) => child.name !== 'SimplePositiveUnaryTest' && hasName(child)));
  if (!hasName(left) || !right.some(hasName)) return values;
  const other = right[1];
  return right[0]?.name === 'CompareOp' && other && hasName(other) ? [left, other] : [left, ...values];
}

function hasName(node: FeelNode): boolean {
  if (node.name === 'VariableName' || node.name === '?') return true;
  return node.children.some(hasName);
}

/** `case.number`, `clock.response.due`: objects of our own, small and never lists. */
function isScopeMember(target: FeelNode | undefined, text: string): boolean {
  const base = target?.name === 'PathExpression' ? target.children[0] : target;
  if (base?.name !== 'VariableName') return false;
  const name = text.slice(base.from, base.to);
  return name !== 'result' && scopeObjects.some((object) => object === name);
}

function assemble(
  text: string,
  opens: Map<number, string>,
  closes: Map<number, string>,
  replaced: Map<number, { to: number; by: string }>,
): string {
  let source = '';
  for (let at = 0; at <= text.length; at += 1) {
    source += (closes.get(at) ?? '') + (opens.get(at) ?? '');
    const replacement = replaced.get(at);
    if (replacement) {
      source += replacement.by;
      at = replacement.to - 1;
    } else source += text[at] ?? '';
  }
  return source;
}

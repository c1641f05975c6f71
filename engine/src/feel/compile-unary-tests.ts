import type { Json } from '../json.ts';
import { ok } from '../result.ts';
import { boundedSource } from './bounded-source.ts';
import { checkNames, type KnownNames } from './check-names.ts';
import { prepare, testedName } from './compile-feel.ts';
import type { FeelProblem } from './feel-problem.ts';
import type { FeelOutcome, Scope } from './scope.ts';
import { type FeelNode, nodesOf, readSyntax } from './syntax-tree.ts';

export type CompiledTests =
  | {
      readonly ok: true;
      readonly run: (scope: Scope, tested: Json) => FeelOutcome<boolean>;
    }
  | { readonly ok: false; readonly problems: readonly FeelProblem[] };

/**
 * One cell of a table: FEEL unary tests (`4`, `> 3, < 1`, `[1..3]`, `not("a")`, `contains(?, "x")`), `-` for any. A test that
 * cannot be said, as of an empty value, is not met; a warning or a bound is a failure.
 */
export function compileUnaryTests(text: string, names: KnownNames): CompiledTests {
  if (text.trim() === '-') return { ok: true, run: () => ok(true) };
  const cell = readSyntax(text, 'unary-tests');
  if (!cell.ok) return { ok: false, problems: [cell.problem] };
  const expression = asExpression(cell.root, text);
  const syntax = readSyntax(expression, 'expression');
  if (!syntax.ok) return { ok: false, problems: [over(text, syntax.problem)] };
  const used = checkNames(syntax.root, expression, { ...names, fields: new Set([...names.fields, testedName]) });
  if (used.problems.length > 0) return { ok: false, problems: used.problems.map((problem) => over(text, problem)) };
  const compiled = prepare(boundedSource(syntax.root, expression), used, text);
  if (!compiled.ok) return compiled;
  return {
    ok: true,
    run: (scope, tested) => {
      const outcome = compiled.run(scope, tested);
      return outcome.ok ? ok(outcome.value === true) : outcome;
    },
  };
}

/** `> 3, "a"` becomes `_tested in (> 3) or _tested in ("a")`, which the library can compile once. A test with `?` is a condition itself. */
function asExpression(root: FeelNode, text: string): string {
  const nodes = [...nodesOf(root)];
  const tests = nodes.filter(
    (node) => node.name === 'PositiveUnaryTest' && node.parent?.name === 'PositiveUnaryTests' && node.parent.parent?.name === 'UnaryTests',
  );
  const written = tests.map((test) => {
    const source = text.slice(test.from, test.to);
    const marks = nodes.filter((node) => node.name === '?' && test.from <= node.from && node.to <= test.to);
    if (marks.length > 0)
      return `(${marks.reduceRight((done, mark) => done.slice(0, mark.from - test.from) + testedName + done.slice(mark.to - test.from), source)})`;
    if (test.children[0]?.name === 'null') return `(${testedName} = null)`;
    // In parentheses a list would be one value to be equal to, not a list to be in.
    return test.children[0]?.name === 'List' ? `(${testedName} in ${source})` : `(${testedName} in (${source}))`;
  });
  const joined = written.join(' or ');
  return nodes.some((node) => node.name === 'not' && node.parent?.name === 'UnaryTests') ? `not(${joined})` : joined;
}

/** Offsets of the rewritten text mean nothing to the reader: the whole cell is meant. */
const over = (text: string, problem: FeelProblem): FeelProblem => ({ ...problem, from: 0, to: text.length });

import { nearestName } from '../definition/nearest-name.ts';
import type { FeelProblem } from './feel-problem.ts';
import { allowedFunctions, isAllowedFunction } from './functions.ts';
import { inTakesRest, isFirstIn } from './in-takes-rest.ts';
import { scopeFunctions, scopeMembers, scopeObjects } from './scope.ts';
import { type FeelNode, nameText, nodesOf } from './syntax-tree.ts';

export interface NamesUsed {
  readonly problems: readonly FeelProblem[];
  /** Fields and scope names, each once. */
  readonly variables: readonly string[];
  readonly functions: readonly string[];
  /** Clocks whose members are asked. */
  readonly clocks: readonly string[];
}

/** What a definition has names for. */
export interface KnownNames {
  readonly fields: ReadonlySet<string>;
  /** Without them any clock may be asked. */
  readonly clocks?: ReadonlySet<string>;
}

/** A stretch of text in which a loop or a context brings names of its own. */
interface Binding {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const forbidden = new Set(['FunctionDefinition', 'InstanceOfExpression', 'BacktickIdentifier', 'external']);
const ownFunctions: ReadonlySet<string> = new Set(scopeFunctions);

/** Every name must be a field, a name of the scope, a function of the list or bound on the spot; functions of one's own are refused. */
export function checkNames(root: FeelNode, text: string, { fields, clocks }: KnownNames): NamesUsed {
  const problems: FeelProblem[] = [];
  const variables = new Set<string>();
  const functions = new Set<string>();
  const known = new Set<string>([...fields, ...scopeObjects]);
  const clocksUsed = new Set<string>();
  const bindings = bindingsIn(root, text, problems);
  const isBound = (node: FeelNode, name: string): boolean =>
    bindings.some((binding) => binding.from <= node.from && node.to <= binding.to && binding.names.includes(name));
  for (const node of nodesOf(root)) {
    if (forbidden.has(node.name)) problems.push(problemAt(node, 'not-allowed', { construct: node.name }));
    const takes = inTakesRest(node, text);
    if (takes) problems.push(takes);
    if (isLooseComparison(node) && !isFirstIn(node))
      problems.push(problemAt(node, 'not-allowed', { construct: 'comparison-without-value' }));
    if (isCutShort(node, text)) problems.push(problemAt(node, 'not-allowed', { construct: 'exponent' }));
    if (node.name === '?') problems.push(problemAt(node, 'unknown-name', { name: '?' }));
    if (node.name === 'SpecialFunctionName') functions.add(nameText(node, text));
    if (node.name !== 'VariableName') continue;
    const name = nameText(node, text);
    const bound = isBound(node, name);
    const member = bound ? undefined : memberOf(node, text);
    if (member !== undefined && name === 'clock') clocksUsed.add(member);
    const members = member === undefined ? undefined : membersOf(name, clocks);
    if (members && !members.includes(`${name}.${member}`)) {
      problems.push(problemAt(node.parent ?? node, 'unknown-name', withNearest(`${name}.${member}`, members)));
    }
    if (isFunctionName(node)) {
      if (ownFunctions.has(name)) variables.add(name);
      else if (isAllowedFunction(name) && !bound && !known.has(name)) functions.add(name);
      else problems.push(problemAt(node, 'unknown-function', withNearest(name, [...allowedFunctions, ...scopeFunctions])));
    } else if (name === 'partial' && isInside(node, 'ForExpression'))
      problems.push(problemAt(node, 'not-allowed', { construct: 'partial' }));
    // A loop may call its element like a field, and walk through that field.
    else if (known.has(name)) variables.add(name);
    else if (!bound && !isFiltered(node)) problems.push(problemAt(node, 'unknown-name', withNearest(name, known)));
  }
  return { problems, variables: [...variables], functions: [...functions], clocks: [...clocksUsed] };
}

function bindingsIn(root: FeelNode, text: string, problems: FeelProblem[]): readonly Binding[] {
  const bindings: Binding[] = [];
  for (const node of nodesOf(root)) {
    if (node.name === 'ForExpression' || node.name === 'QuantifiedExpression') {
      const names = namesBelow(
        node.children.find((child) => child.name === 'InExpressions'),
        'InExpression',
        'Name',
        text,
      );
      bindings.push({ from: node.from, to: node.to, names });
    }
    if (node.name === 'Context') bindings.push({ from: node.from, to: node.to, names: namesBelow(node, 'ContextEntry', 'Key', text) });
    // Names with an underscore are ours: see bounded-source.ts.
    const isName = node.name === 'Name' || (node.name === 'Key' && node.children[0]?.name === 'StringLiteral');
    if (isName && /^"?_/.test(nameText(node, text))) {
      problems.push(problemAt(node, 'not-allowed', { construct: 'name-with-underscore' }));
    }
  }
  return bindings;
}

const namesBelow = (node: FeelNode | undefined, of: string, part: string, text: string): readonly string[] =>
  (node?.children ?? [])
    .filter((child) => child.name === of)
    .flatMap((child) => child.children.filter((name) => name.name === part).map((name) => nameText(name, text)));

const tested = new Set(['PositiveUnaryTest', 'ParenthesizedExpression']);
const looseIn = new Set(['Conjunction', 'Disjunction', 'SimplePositiveUnaryTest']);

/**
 * `>= 3 and <= 4`, `severity == 3` or `> 3` alone: a sign that compares nothing, and the whole would never be true, or always. It needs an
 * `in` before it, or stands in parentheses as a range. A range with brackets may stand as a value.
 */
function isLooseComparison(node: FeelNode): boolean {
  const parent = node.parent?.name ?? '';
  const hasSign = node.children[0]?.name === 'CompareOp';
  return node.name === 'SimplePositiveUnaryTest' && (looseIn.has(parent) || (hasSign && !tested.has(parent)));
}

/** `1e3`: the library reads the digits before the letter, and the rest is lost. */
const isCutShort = (node: FeelNode, text: string): boolean => node.name === 'NumericLiteral' && /e/i.test(text.slice(node.from, node.to));

const isFunctionName = (node: FeelNode): boolean => node.parent?.name === 'FunctionInvocation' && node.parent.children[0] === node;

/** `case.number`: the member asked of an object of the scope. */
function memberOf(node: FeelNode, text: string): string | undefined {
  const [target, , member] = node.parent?.name === 'PathExpression' ? node.parent.children : [];
  return target === node && member ? nameText(member, text) : undefined;
}
/** What can be asked of an object of the scope; `undefined` where anything can. */
function membersOf(object: string, clocks: ReadonlySet<string> | undefined): readonly string[] | undefined {
  const known = object === 'clock' ? clocks : knownMembers.get(object);
  return known && [...known].map((member) => `${object}.${member}`);
}
const knownMembers: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(scopeMembers).map(([object, members]) => [object, Object.keys(members)]),
);

/** Between the brackets of a filter any name may be a member of the elements. */
function isFiltered(node: FeelNode): boolean {
  for (let inner = node, around = node.parent; around; inner = around, around = around.parent) {
    if (around.name === 'FilterExpression' && around.children[0] !== inner) return true;
  }
  return false;
}

function isInside(node: FeelNode, name: string): boolean {
  for (let around = node.parent; around; around = around.parent) if (around.name === name) return true;
  return false;
}

function withNearest(name: string, known: Iterable<string>): FeelProblem['facts'] {
  // A field may stand in the way of the function of its name.
  const nearest = nearestName(
    name,
    [...known].filter((each) => each !== name),
  );
  return nearest === undefined ? { name } : { name, nearest };
}

const problemAt = (node: FeelNode, problem: FeelProblem['problem'], facts: FeelProblem['facts']): FeelProblem => ({
  problem,
  from: node.from,
  to: node.to,
  facts,
});

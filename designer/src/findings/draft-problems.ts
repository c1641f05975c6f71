import type { ElementFinding } from '../model/findings.ts';
import type { ProcedureTree, TreeElement } from '../model/tree.ts';
import { findingWords, nameOfKind, type Speaking } from '../outline/finding-words.ts';
import { nameOf, partNames, rowWords } from '../outline/outline-words.ts';

/** One thing to put right, and where. */
export interface DraftProblem {
  /** What one chooses to put it right: a step, a way, `role:handler`; empty: the procedure. */
  readonly at: string;
  /** From there to the field. */
  readonly field: readonly string[];
  /** What people call the place. */
  readonly place: string;
  readonly words: string;
  readonly severity: ElementFinding['severity'];
}

/** What is to be put right in the order of the outline, each once; what belongs to no step comes last. */
export function problemsOf(tree: ProcedureTree, findings: readonly ElementFinding[], speaking: Speaking): readonly DraftProblem[] {
  const order = new Map(['', ...walk(tree)].map((id, index) => [id, index]));
  const problems = new Map<string, DraftProblem>();
  for (const finding of findings) {
    const { severity, facts } = finding;
    const field = typeof facts.language === 'string' ? [...finding.field, facts.language] : finding.field;
    const at = finding.row ?? finding.element;
    const words = findingWords(finding, speaking);
    const key = `${at} ${words}`;
    if (!problems.has(key)) problems.set(key, { at, field, place: placeName(tree, at, speaking), words, severity });
  }
  const rank = ({ at }: DraftProblem) => order.get(at) ?? order.size;
  return [...problems.values()].sort((one, other) => rank(one) - rank(other));
}

/** The next place with a problem after (or before) the chosen one; round at either end. */
export function nextProblem(
  problems: readonly DraftProblem[],
  chosen: string | undefined,
  tree: ProcedureTree,
  where: 'next' | 'previous',
): DraftProblem | undefined {
  const order = ['', ...walk(tree)];
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const firsts = problems.filter(({ at }, index) => problems.findIndex((other) => other.at === at) === index);
  const here = firsts.findIndex(({ at }) => at === (chosen ?? ''));
  if (where === 'next') {
    const after = here === -1 && chosen !== undefined ? firsts.find(({ at }) => rank(at) > rank(chosen)) : firsts[here + 1];
    return after ?? firsts[0];
  }
  const before = here === -1 && chosen !== undefined ? firsts.findLast(({ at }) => rank(at) < rank(chosen)) : firsts[here - 1];
  return before ?? firsts.at(-1);
}

/** What people call a step, a way with its step, a part of the procedure, or the procedure itself. */
export function placeName(tree: ProcedureTree, at: string, speaking: Speaking): string {
  const { definition, say, text } = speaking;
  if (at === '') return say('outline.procedure');
  const element = tree.byId.get(at.split('/')[0] ?? '');
  if (element && !at.includes('/')) return nameOf(element, say, text);
  if (at.includes('/')) {
    const row = (element?.rows ?? tree.rows).find(({ address }) => address === at);
    const way = row ? rowWords(definition, row, say, text) : say('outline.unnamed');
    return say('problems.way', { way, step: element ? nameOf(element, say, text) : say('outline.procedure') });
  }
  const [kind = '', id = ''] = at.split(':');
  const part = partNames[kind];
  return part ? say(part, { name: nameOfKind(kind, id, speaking) }) : say('outline.procedure');
}

/** Ids in the order in which the outline shows them. */
function walk(tree: ProcedureTree): readonly string[] {
  const inside = (element: TreeElement): readonly string[] => [
    element.id,
    ...element.children.flatMap(inside),
    ...element.rows.map(({ address }) => address),
  ];
  return [...tree.elements.flatMap(inside), ...tree.rows.map(({ address }) => address)];
}

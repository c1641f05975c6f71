import type { ConditionOf } from '../conditions/way-conditions.ts';
import { isolated } from '../language/isolated.ts';
import type { Say } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { ProcedureTree, TreeRow } from '../model/tree.ts';
import { nameOf, rowWords, type Text } from '../outline/outline-words.ts';
import { rowsOf } from '../outline/use-outline.ts';

/** What sentences about a draft are made from. */
export interface SpeakingOfDraft {
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly conditionOf: ConditionOf;
  /** Of other procedures, by their id. */
  readonly procedureName: (id: string) => string;
  readonly say: Say;
  readonly text: Text;
}

/** Names that people gave stand in sentences of any direction: each by itself. */
export const stepName = ({ tree, say, text }: SpeakingOfDraft, id: string): string => isolated(nameOf(tree.byId.get(id), say, text));

export const partName = ({ definition, text }: SpeakingOfDraft, part: 'roles' | 'letters' | 'clocks' | 'data', id: string): string =>
  isolated(text(textOf(fieldsOf(fieldsOf(fieldsOf(definition)[part])[id]).title)) || id);

/** A way by the JSON pointer that the rules know it by. */
export const wayAt = ({ tree }: Pick<SpeakingOfDraft, 'tree'>, at: string): TreeRow | undefined =>
  rowsOf(tree).find((row) => row.at === at);

export const wayName = ({ definition, conditionOf, say, text }: SpeakingOfDraft, row: TreeRow): string =>
  isolated(rowWords(definition, row, say, text, conditionOf(row)));

/** Where one goes to put something right: a step, a way, `role:handler`; the procedure itself where it is none of these. */
export function addressIn(tree: ProcedureTree, element: string): string {
  if (tree.byId.has(element)) return element;
  const row = rowsOf(tree).find(({ at }) => at === element) ?? rowsOf(tree).find(({ at }) => at.startsWith(`${element}/`));
  if (row) return row.address;
  const [, section, id] = element.split('/');
  const kind = parts.find((part) => part.section === section)?.kind;
  return kind === undefined || id === undefined ? '' : `${kind}:${id}`;
}
const parts = [
  { section: 'roles', kind: 'role' },
  { section: 'data', kind: 'field' },
  { section: 'letters', kind: 'letter' },
  { section: 'clocks', kind: 'clock' },
] as const;

/** The name of what has an address of its own beside steps and ways, `role:handler`. */
export function partAt(speaking: SpeakingOfDraft, at: string): string | undefined {
  const part = parts.find(({ kind }) => at.startsWith(`${kind}:`));
  return part && partName(speaking, part.section, at.slice(part.kind.length + 1));
}

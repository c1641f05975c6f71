import type { Command } from '../model/command.ts';
import type { ElementKind } from '../model/step-kind.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { rowsOf } from './use-outline.ts';

/** What is chosen in the outline. */
export interface Chosen {
  readonly tree: ProcedureTree;
  readonly element: TreeElement | undefined;
  readonly row: TreeRow | undefined;
  readonly source: TreeElement | undefined;
}
type Title = Readonly<Record<string, string>>;
const holds = ({ kind }: TreeElement): boolean => kind === 'stage' || kind === 'tracks';
export const siblingsOf = (tree: ProcedureTree, { parent }: TreeElement): readonly TreeElement[] =>
  parent === '' ? tree.elements : (tree.byId.get(parent)?.children ?? []);

/** A new step where one would look for it: where an open way leads, inside a chosen stage, else right after the chosen step. */
export function newStep({ tree, element, row, source }: Chosen, title: Title, kind: ElementKind): Command {
  const step = element ?? source;
  if (row?.leads === 'open' && kind !== 'stage') return { name: 'step.add', payload: { kind, title, from: row.address } };
  if (!step) return { name: 'step.add', payload: { kind, title } };
  if (holds(step) && kind !== 'stage') return { name: 'step.add', payload: { kind, title, into: step.id } };
  const beside = kind === 'stage' ? outermost(tree, step) : step;
  const siblings = siblingsOf(tree, beside);
  const next = siblings[siblings.findIndex(({ id }) => id === beside.id) + 1];
  return { name: 'step.add', payload: { kind, title, into: beside.parent, ...(next ? { before: next.id } : {}) } };
}

/** Stages stand beside stages, not in them. */
function outermost(tree: ProcedureTree, step: TreeElement): TreeElement {
  const around = tree.byId.get(step.parent);
  return around ? outermost(tree, around) : step;
}

export const newWay = ({ element, source }: Chosen, label: Title, isDeadline: boolean): Command => ({
  name: 'row.add',
  payload: {
    step: (element ?? source)?.id ?? '',
    label,
    ...(isDeadline ? { via: 'after', length: { workingDays: 5 } } : { via: 'on' }),
  },
});

/** One place up or down among its siblings; nothing at either end. */
export function moved({ tree, element, row, source }: Chosen, where: 'up' | 'down'): Command | undefined {
  if (element) {
    const before = neighbour(siblingsOf(tree, element), ({ id }) => id === element.id, where);
    if (before === undefined) return undefined;
    return { name: 'step.move', payload: { ids: [element.id], into: element.parent, ...(before ? { before: before.id } : {}) } };
  }
  if (!row) return undefined;
  const ways = (source?.rows ?? tree.rows).filter(({ via }) => via === row.via);
  const before = neighbour(ways, ({ address }) => address === row.address, where);
  if (before === undefined) return undefined;
  return { name: 'row.move', payload: { row: row.address, ...(before ? { before: before.address } : {}) } };
}

/** Before which one it stands then; `null`: last. */
function neighbour<One>(all: readonly One[], isIt: (one: One) => boolean, where: 'up' | 'down'): One | null | undefined {
  const at = all.findIndex(isIt);
  if (where === 'up') return all[at - 1];
  return at === -1 || at === all.length - 1 ? undefined : (all[at + 2] ?? null);
}

/** Ways from elsewhere that lead to a step or into what is inside: they stay open when it goes. */
export function leadingTo(tree: ProcedureTree, gone: TreeElement): readonly TreeRow[] {
  const inside = new Set<string>();
  const collect = (element: TreeElement): void => {
    inside.add(element.id);
    element.children.forEach(collect);
  };
  collect(gone);
  return rowsOf(tree).filter((row) => !inside.has(row.source) && row.to.some((id) => inside.has(id)));
}

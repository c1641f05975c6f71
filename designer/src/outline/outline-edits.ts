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

/** The ways of the chosen step that a new one can stand in: those that lead nowhere yet, and those that it divides. */
export function waysThrough({ tree, element, row, source }: Chosen, kind: ElementKind): readonly TreeRow[] {
  if (kind === 'stage' || kind === 'tracks' || (element && holds(element))) return [];
  const divides = kind !== 'outcome' && kind !== 'history';
  const rows = (element ?? source)?.rows ?? (row ? tree.rows : []);
  return rows.filter(({ leads, to }) => leads === 'open' || (divides && leads === 'on' && to.length === 1));
}

/** The one that is probably meant: the chosen way, one that is open, the only one. */
export function likelyWay(chosen: Chosen, kind: ElementKind): TreeRow | undefined {
  const ways = waysThrough(chosen, kind);
  if (chosen.row) return ways.find(({ address }) => address === chosen.row?.address);
  return ways.find(({ leads }) => leads === 'open') ?? (ways.length === 1 ? ways[0] : undefined);
}

/**
 * A new step where one would look for it: in the way `through` (empty: in none), where an open way leads, inside a chosen stage, else right after
 * the chosen step.
 */
export function newStep(chosen: Chosen, title: Title, kind: ElementKind, through?: string): Command {
  const { tree, element, source } = chosen;
  const way = waysThrough(chosen, kind).find(({ address }) => address === through);
  if (way?.leads === 'open') return { name: 'step.add', payload: { kind, title, from: way.address } };
  if (way) return { name: 'step.insert', payload: { kind, title, row: way.address } };
  const row = through === undefined ? chosen.row : undefined;
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

/** By a button, or by itself: after a time, or as a rule of a decision. */
export const newWay = ({ element, source }: Chosen, label: Title, isDeadline: boolean): Command => ({
  name: 'row.add',
  payload: {
    step: (element ?? source)?.id ?? '',
    label,
    ...(isDeadline ? { via: 'after', length: { workingDays: 5 } } : { via: element?.kind === 'decision' ? 'always' : 'on' }),
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

/** Several chosen parts as one edit: ways first, the last of a list before the others, because the places of those behind it change. */
export function removalOf(tree: ProcedureTree, chosen: Iterable<string>): readonly Command[] {
  const ids = [...chosen];
  const isInside = (id: string): boolean => {
    const parent = tree.byId.get(id)?.parent ?? '';
    return parent !== '' && (ids.includes(parent) || isInside(parent));
  };
  const steps = ids.filter((id) => tree.byId.has(id) && !isInside(id));
  const goes = (id: string) => ids.includes(id) || isInside(id);
  const rows = rowsOf(tree).filter(({ address, source }) => ids.includes(address) && !goes(source));
  return [
    ...rows.toReversed().map(({ address }): Command => ({ name: 'row.remove', payload: { row: address } })),
    ...(steps.length > 0 ? [{ name: 'step.remove', payload: { ids: steps } } as const] : []),
  ];
}

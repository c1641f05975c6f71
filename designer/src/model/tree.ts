import { pointerTo, type Text } from '@redress/engine';
import { type Fields, fieldsOf, isFields, listOf, textOf, wordOf, wordsOf } from './loose-json.ts';
import { type Place, placesOf } from './places.ts';
import { addressOf, type EdgeKind, type RowAddress, type RowVia, rowsOf, targetsOf } from './rows.ts';
import { type ElementKind, elementKindOf } from './step-kind.ts';

/** A procedure as people see it, whatever its draft holds: what is not understood is left out, never refused. */
export interface ProcedureTree {
  readonly title: Text;
  /** The step or stage where a case begins. */
  readonly start: string | undefined;
  /** Rows at any time of the whole procedure. */
  readonly rows: readonly TreeRow[];
  readonly elements: readonly TreeElement[];
  /** Every element by its id, however deep. */
  readonly byId: ReadonlyMap<string, TreeElement>;
}

export interface TreeElement {
  readonly id: string;
  readonly kind: ElementKind;
  readonly title: Text;
  /** JSON pointer into the definition. */
  readonly at: string;
  /** The stage around it; empty: the procedure. */
  readonly parent: string;
  readonly depth: number;
  /** Whether what is around it begins here. */
  readonly isStart: boolean;
  /** Role of its task. */
  readonly role?: string;
  /** Role that answers for it: said here, else that of the task, else that of the stage (format, decision 8). */
  readonly owner?: string;
  readonly form?: string;
  /** Id of the letter, service or other procedure that it calls. */
  readonly calls?: string;
  /** Where a return to a stage leads the first time. */
  readonly returnsTo?: string;
  readonly tags: readonly string[];
  /** Word of the `outcome:` tag of an end. */
  readonly outcome?: string;
  readonly rows: readonly TreeRow[];
  /** Rows at any time of the stages around it and of the procedure, the nearest first. */
  readonly inherited: readonly TreeRow[];
  readonly children: readonly TreeElement[];
}

export interface TreeRow {
  readonly address: RowAddress;
  /** JSON pointer into the definition. */
  readonly at: string;
  /** The step or stage it is written on; empty: the procedure. */
  readonly source: string;
  readonly via: RowVia;
  readonly name: string;
  /** Where several rows stand for the same, or the order counts, its number from one. */
  readonly number?: number;
  readonly kind: EdgeKind;
  readonly label?: Text;
  /** It leads on, stays (reminder, letter), or is open: nothing is there where it should lead. */
  readonly leads: 'on' | 'stays' | 'open';
  /** Where it leads, and what it names that is not there. */
  readonly to: readonly string[];
  readonly missing: readonly string[];
  /** As it is written: a tree of the condition builder, or FEEL. */
  readonly condition?: unknown;
  /** The last of several, without a condition. */
  readonly isOtherwise: boolean;
  /** Before others, without a condition: where it leads can be reached so many times, then the next one counts. */
  readonly visitsMost?: number;
  readonly actions: readonly unknown[];
}

/** The last of several that the same time leads to: the time alone would not tell it from them. */
export const isTimedOtherwise = ({ via, isOtherwise }: Pick<TreeRow, 'via' | 'isOtherwise'>): boolean => via === 'after' && isOtherwise;

const trees = new WeakMap<object, ProcedureTree>();

/** The tree of a definition. Definitions never change, so a tree is made once for each. */
export function treeOf(definition: object): ProcedureTree {
  const known = trees.get(definition);
  if (known) return known;
  const tree = makeTree(definition);
  if (Object.isFrozen(definition)) trees.set(definition, tree);
  return tree;
}

function makeTree(definition: object): ProcedureTree {
  const { title, machine } = fieldsOf(definition);
  const places = placesOf(definition);
  const byId = new Map<string, TreeElement>();
  const ownRows = (source: string, state: unknown, path: readonly string[]) => treeRows(definition, { source, state, path, places });
  const rows = ownRows('', machine, ['machine']);
  const children = new Map<string, Place[]>();
  for (const place of places.values()) children.set(place.parent, [...(children.get(place.parent) ?? []), place]);
  const elementsIn = (holder: unknown, parent: string, around: Around): readonly TreeElement[] =>
    (children.get(parent) ?? []).map((place) => {
      const { id, at, depth, state } = place;
      const here = ownRows(id, state, place.path);
      const about = aboutStep(definition, state, around.owner);
      const inside = { inherited: [...here.filter(({ via }) => via === 'on'), ...around.inherited], owner: about.owner };
      const element: TreeElement = {
        id,
        kind: elementKindOf(definition, state),
        title: textOf(fieldsOf(state.meta).title),
        at,
        parent,
        depth,
        isStart: fieldsOf(holder).initial === id,
        ...about,
        rows: here,
        inherited: around.inherited,
        children: elementsIn(state, id, inside),
      };
      byId.set(id, element);
      return element;
    });
  const elements = elementsIn(machine, '', { inherited: rows.filter(({ via }) => via === 'on'), owner: undefined });
  return { title: textOf(title), start: wordOf(fieldsOf(machine).initial), rows, elements, byId };
}

interface Around {
  readonly inherited: readonly TreeRow[];
  readonly owner: string | undefined;
}

function aboutStep(definition: object, state: Fields, ownerAround: string | undefined) {
  const { input, src } = fieldsOf(state.invoke);
  const role = src === 'task' ? wordOf(fieldsOf(input).role) : undefined;
  const form = src === 'task' ? wordOf(fieldsOf(input).form) : undefined;
  const party = fieldsOf(fieldsOf(fieldsOf(definition).roles)[role ?? '']).party;
  const answers = role !== undefined && party !== 'complainant' && party !== 'customer' ? role : undefined;
  const owner = wordOf(fieldsOf(state.meta).owner) ?? answers ?? ownerAround;
  const tags = wordsOf(state.tags);
  const { letter, service, definition: other } = fieldsOf(input);
  const calls = src === 'task' ? undefined : wordOf(letter ?? service ?? other);
  const returnsTo = state.type === 'history' ? targetsOf(state)[0] : undefined;
  const outcome = tags.find((tag) => tag.startsWith('outcome:'))?.slice('outcome:'.length);
  return {
    tags,
    ...(role === undefined ? {} : { role }),
    ...(owner === undefined ? {} : { owner }),
    ...(form === undefined ? {} : { form }),
    ...(calls === undefined ? {} : { calls }),
    ...(returnsTo === undefined ? {} : { returnsTo }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

interface Source {
  readonly source: string;
  readonly state: unknown;
  readonly path: readonly string[];
  readonly places: ReadonlyMap<string, Place>;
}

function treeRows(definition: object, { source, state, path, places }: Source): readonly TreeRow[] {
  return rowsOf(definition, state).map(({ row, via, name, index, of, path: inside, kind, label }) => {
    const named = targetsOf(row);
    const to = named.filter((id) => places.has(id));
    const missing = named.filter((id) => !places.has(id));
    // What another machine calls its guard stays with its name.
    const condition = isFields(row.guard) && row.guard.type === 'if' ? (row.guard.params ?? row.guard) : row.guard;
    const actions = listOf(row.actions);
    const numbered = of > 1 || via === 'always';
    const isLast = index === of - 1;
    const most = isLast || condition !== undefined ? undefined : to.map((id) => visitsMost(places.get(id)?.state)).find(Boolean);
    return {
      address: addressOf(source, inside),
      at: pointerTo([...path, ...inside]),
      source,
      via,
      name,
      ...(numbered ? { number: index + 1 } : {}),
      kind,
      ...(label ? { label } : {}),
      leads: missing.length > 0 || (to.length === 0 && actions.length === 0) ? 'open' : to.length > 0 ? 'on' : 'stays',
      to,
      missing,
      ...(condition === undefined ? {} : { condition }),
      isOtherwise: numbered && isLast && condition === undefined,
      ...(most === undefined ? {} : { visitsMost: most }),
      actions,
    };
  });
}

function visitsMost(state: unknown): number | undefined {
  const { maxVisits } = fieldsOf(fieldsOf(state).meta);
  return typeof maxVisits === 'number' ? maxVisits : undefined;
}

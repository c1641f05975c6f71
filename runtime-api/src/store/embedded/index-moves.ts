import type { Engine } from './engine.ts';
import { type IndexDescription, type IndexEntries, indexEntries } from './index-keys.ts';
import { fieldOf, type StoredDocument } from './stored-value.ts';
import { sameValue } from './value-order.ts';

/** What a document leaves and enters in an index. */
export interface Move {
  readonly index: IndexDescription;
  readonly left: IndexEntries | undefined;
  readonly entered: IndexEntries;
}

export interface Change {
  readonly before: StoredDocument | undefined;
  readonly after: StoredDocument;
  /** Where the document before stands, as far as it is known, by the number of the index. */
  readonly places?: ReadonlyMap<number, IndexEntries>;
}

/** In the indexes in which the document may stand elsewhere now, in all of them where it is new. Nothing is written yet: arrays side by side are refused here. */
export function movesOf(
  indexes: readonly IndexDescription[],
  id: Buffer,
  { before, after, places }: Change,
  touched: ReadonlySet<string> = rootsOf(indexes),
): readonly Move[] {
  const moved = before === undefined ? indexes : movedIndexes(indexes, { before, after }, touched);
  return moved.map((index) => ({
    index,
    left: before === undefined ? undefined : (places?.get(index.number) ?? indexEntries(index, before, id)),
    entered: indexEntries(index, after, id),
  }));
}

/** Most updates write most indexed fields as they were. */
function movedIndexes(
  indexes: readonly IndexDescription[],
  { before, after }: { readonly before: StoredDocument; readonly after: StoredDocument },
  touched: ReadonlySet<string>,
): readonly IndexDescription[] {
  const changed = new Set<string>();
  for (const root of touched) {
    const [was, is] = [fieldOf(before, root), fieldOf(after, root)];
    if (was !== is && (was === undefined || is === undefined || !sameValue(was, is))) changed.add(root);
  }
  return indexes.filter((index) => index.fields.some((field) => changed.has(field.path[0] ?? '')));
}

const known = new WeakMap<readonly IndexDescription[], ReadonlySet<string>>();

function rootsOf(indexes: readonly IndexDescription[]): ReadonlySet<string> {
  const roots = known.get(indexes) ?? new Set(indexes.flatMap(({ fields }) => fields.map((field) => field.path[0] ?? '')));
  known.set(indexes, roots);
  return roots;
}

export function moveEntries(engine: Engine, name: string, id: Buffer, moves: readonly Move[]): void {
  for (const { index, left, entered } of moves) {
    const leaves = left?.keys ?? [];
    note(engine, name, index, entered);
    for (const key of without(leaves, entered.keys)) engine.storage.entries.remove(key);
    for (const key of without(entered.keys, leaves)) engine.storage.entries.put(key, id);
  }
}

/** Some twenty words by which a case is found, one of which is new: each is looked up, not compared with each. */
function without(keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] {
  const [only] = others;
  if (only === undefined) return keys;
  if (others.length === 1) return keys.filter((key) => !key.equals(only));
  const known = new Set(others.map((key) => key.toString('latin1')));
  return keys.filter((key) => !known.has(key.toString('latin1')));
}

/** Remembers that an index reached into arrays or cut a value, before its first such key is written. */
export function note(engine: Engine, name: string, index: IndexDescription, entries: IndexEntries): void {
  const known = engine.catalogue.collection(name)?.indexes.find((one) => one.name === index.name) ?? index;
  const newly = entries.multikey.filter((field) => !known.multikey.includes(field));
  if (newly.length === 0 && (known.cut || !entries.cut)) return;
  engine.catalogue.withIndex(name, { ...known, multikey: [...known.multikey, ...newly], cut: known.cut || entries.cut });
}

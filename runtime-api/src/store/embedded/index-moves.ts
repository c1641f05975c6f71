import type { Engine } from './engine.ts';
import type { IndexDescription, IndexEntries } from './index-keys.ts';
import { fieldOf, type StoredDocument } from './stored-value.ts';
import { sameValue } from './value-order.ts';

/** Indexes in which the document may stand elsewhere now. Most updates write most indexed fields as they were. */
export function movedIndexes(
  indexes: readonly IndexDescription[],
  { before, after }: { readonly before: StoredDocument; readonly after: StoredDocument },
  touched: ReadonlySet<string> = rootsOf(indexes),
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

export function moveEntries(
  engine: Engine,
  name: string,
  index: IndexDescription,
  move: { readonly id: Buffer; readonly left: IndexEntries | undefined; readonly entered: IndexEntries | undefined },
): void {
  const left = move.left?.keys ?? [];
  const entered = move.entered?.keys ?? [];
  if (move.entered) note(engine, name, index, move.entered);
  for (const key of left) if (!entered.some((other) => other.equals(key))) engine.storage.entries.remove(key);
  for (const key of entered) if (!left.some((other) => other.equals(key))) engine.storage.entries.put(key, move.id);
}

/** Remembers that an index reached into arrays or cut a value, before its first such key is written. */
export function note(engine: Engine, name: string, index: IndexDescription, entries: IndexEntries): void {
  const known = engine.catalogue.collection(name)?.indexes.find((one) => one.name === index.name) ?? index;
  const newly = entries.multikey.filter((field) => !known.multikey.includes(field));
  if (newly.length === 0 && (known.cut || !entries.cut)) return;
  engine.catalogue.withIndex(name, { ...known, multikey: [...known.multikey, ...newly], cut: known.cut || entries.cut });
}

import type { CollectionDescription } from './catalogue.ts';
import type { Engine } from './engine.ts';
import { arrayPosition, fieldPath } from './field-path.ts';
import { readFilter } from './filter.ts';
import type { IndexDescription, IndexField } from './index-keys.ts';
import { serverError, unsupported } from './server-error.ts';
import { isDescending } from './sort.ts';
import type { StoredDocument } from './stored-value.ts';
import { fillIndex } from './write.ts';

const known = new Set(['name', 'sparse', 'background', 'unique', 'v', 'session', 'maxTimeMS', 'comment', 'writeConcern', 'commitQuorum']);
const fieldsMax = 8; // Eight components and an id fit in one key.
const building = new WeakMap<Engine, Map<string, Promise<void>>>();

/** Makes the index and fills it; resolves when it answers. The same again is done already. Refused: unique, partial, hashed, text, TTL. */
export async function createIndex(
  engine: Engine,
  name: string,
  keys: unknown,
  options: Readonly<Record<string, unknown>>,
): Promise<string> {
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (!known.has(option)) throw unsupported(`The index option '${option}'`);
    if (option === 'unique') throw unsupported("The index option 'unique' (what must be unique is the _id)");
  }
  const fields = readFields(keys);
  const indexName =
    typeof options.name === 'string' ? options.name : fields.map(({ name, descending }) => `${name}_${descending ? -1 : 1}`).join('_');
  if (fields.length === 1 && fields[0]?.name === '_id') return '_id_';
  const asked = { name: indexName, fields, sparse: options.sparse === true };
  const there = sameIndex(engine.catalogue.collection(name), asked);
  if (there?.ready) return there.name;
  if (!there) {
    await engine.storage.write(() => {
      const collection = engine.catalogue.made(name);
      if (sameIndex(collection, asked)) return;
      engine.catalogue.withIndex(name, { ...asked, number: engine.catalogue.nextNumber(), ready: false, multikey: [], cut: false });
    });
  }
  await built(engine, name, indexName);
  return indexName;
}

/** In the shape of MongoDB's `listIndexes`. */
export function indexList(engine: Engine, name: string): StoredDocument[] {
  const collection = engine.catalogue.collection(name);
  if (!collection) throw serverError(26, `ns does not exist: redress.${name}`);
  const own = collection.indexes.map((index) => ({
    v: 2,
    key: Object.fromEntries(index.fields.map((field) => [field.name, field.descending ? -1 : 1])),
    name: index.name,
    ...(index.sparse ? { sparse: true } : {}),
  }));
  return [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...own];
}

/** Several may ask for one index at once, and a killed process may have left it half filled: filling is repeatable. */
async function built(engine: Engine, name: string, indexName: string): Promise<void> {
  const running = building.get(engine) ?? new Map<string, Promise<void>>();
  building.set(engine, running);
  const key = `${name}.${indexName}`;
  const work =
    running.get(key) ??
    (async () => {
      await fillIndex(engine, name, indexName, readFilter({}));
      await engine.storage.write(() => {
        const index = engine.catalogue.collection(name)?.indexes.find((one) => one.name === indexName);
        if (index) engine.catalogue.withIndex(name, { ...index, ready: true });
      });
    })().finally(() => running.delete(key));
  running.set(key, work);
  await work;
}

function readFields(keys: unknown): IndexField[] {
  const pairs: [string, unknown][] =
    keys instanceof Map
      ? [...keys]
      : typeof keys === 'string'
        ? [[keys, 1]]
        : typeof keys === 'object' && keys !== null
          ? Object.entries(keys)
          : [];
  if (pairs.length === 0) throw serverError(2, 'Index keys cannot be empty');
  if (pairs.length > fieldsMax) throw unsupported(`An index of more than ${fieldsMax} fields`);
  return pairs.map(([name, direction]) => {
    const path = fieldPath(name);
    if (path.some((part) => arrayPosition(part) !== undefined)) throw unsupported(`An index on an array position ('${name}')`);
    return { name, path, descending: isDescending(name, direction) };
  });
}

/** Same fields and options under the same name, or an error that says what differs, as MongoDB's. */
function sameIndex(
  collection: CollectionDescription | undefined,
  asked: Pick<IndexDescription, 'name' | 'fields' | 'sparse'>,
): IndexDescription | undefined {
  const form = (index: Pick<IndexDescription, 'fields'>) => JSON.stringify(index.fields.map(({ name, descending }) => [name, descending]));
  for (const index of collection?.indexes ?? []) {
    const sameFields = form(index) === form(asked);
    if (index.name === asked.name) {
      if (sameFields && index.sparse === asked.sparse) return index;
      throw serverError(86, `An existing index has the same name as the requested index but other keys or options: ${asked.name}`);
    }
    if (sameFields) throw serverError(85, `Index already exists with a different name: ${index.name}`);
  }
  return undefined;
}

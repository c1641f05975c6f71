import { fieldPath } from './field-path.ts';
import { unsupported } from './server-error.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue, setField } from './stored-value.ts';

export type Projection = (document: StoredDocument) => StoredDocument;

interface Tree extends Map<string, Tree | true> {}

/** By inclusion only: `{ title: 1, 'head.revision': 1, _id: 0 }`. Refused by name: exclusion, `$slice`, `$elemMatch`, computed fields. */
export function readProjection(given: unknown): Projection | undefined {
  if (given === null || given === undefined) return undefined;
  if (typeof given !== 'object' || Array.isArray(given)) throw unsupported(`The projection ${JSON.stringify(given)}`);
  const tree: Tree = new Map();
  const named = Object.entries(given);
  if (named.length === 0) return undefined;
  for (const [name, wanted] of named) {
    if (isOff(wanted) && name === '_id') continue;
    if (isOff(wanted)) throw unsupported(`A projection by exclusion ('${name}')`);
    if (wanted !== 1 && wanted !== true) throw unsupported(`The projection of '${name}' by ${JSON.stringify(wanted)}`);
    plant(tree, fieldPath(name));
  }
  const withId = !named.some(([name, wanted]) => name === '_id' && isOff(wanted));
  if (tree.size === 0 && !withId) throw unsupported("A projection by exclusion ('_id')");
  if (withId) tree.set('_id', true);
  return (document) => picked(document, tree);
}

const isOff = (wanted: unknown): boolean => wanted === 0 || wanted === false;

function plant(tree: Tree, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  const known = tree.get(first);
  if (known === true) return;
  if (rest.length === 0) {
    tree.set(first, true);
    return;
  }
  const below: Tree = known ?? new Map();
  tree.set(first, below);
  plant(below, rest);
}

/** The fields keep the order of the document, `_id` first. */
function picked(document: StoredDocument, tree: Tree): StoredDocument {
  const copy: StoredDocument = {};
  const id = fieldOf(document, '_id');
  if (id !== undefined && tree.has('_id')) copy._id = id;
  for (const field of Object.keys(document)) {
    const wanted = tree.get(field);
    const value = fieldOf(document, field);
    if (wanted === undefined || value === undefined) continue;
    if (wanted === true) setField(copy, field, value);
    else {
      const part = below(value, wanted);
      if (part !== undefined) setField(copy, field, part);
    }
  }
  return copy;
}

/** Scalars have nothing below them and are left out, in arrays too. */
function below(value: StoredValue, tree: Tree): StoredValue | undefined {
  if (isDocument(value)) return picked(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((element) => {
    const part = below(element, tree);
    return part === undefined ? [] : [part];
  });
}

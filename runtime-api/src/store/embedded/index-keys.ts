import type { FieldPath } from './field-path.ts';
import { componentBytesMax, encodeComponent, encodeValue, inverted } from './key-encoding.ts';
import { serverError, unsupported } from './server-error.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue } from './stored-value.ts';

export interface IndexField {
  readonly name: string;
  readonly path: FieldPath;
  readonly descending: boolean;
}

/** One index as the catalogue keeps it. `number` begins its keys. */
export interface IndexDescription {
  readonly name: string;
  readonly number: number;
  readonly fields: readonly IndexField[];
  readonly sparse: boolean;
  /** Ready to answer; false while an index over existing documents is being built. */
  readonly ready: boolean;
  /** Fields that reached into an array in some document, ever. */
  readonly multikey: readonly string[];
  /** Some component was cut, so the order of the keys is no longer that of the values. */
  readonly cut: boolean;
}

/** What a document adds to an index, in no particular order. */
export interface IndexEntries {
  readonly keys: readonly Buffer[];
  readonly multikey: readonly string[];
  readonly cut: boolean;
}

/** The document's key in bytes. Refused: arrays (as in MongoDB), and ids too long to stand whole in every key. */
export function idKey(id: StoredValue | undefined): Buffer {
  if (Array.isArray(id)) throw serverError(2, "The '_id' value cannot be of type array");
  const bytes = encodeValue(id);
  if (bytes.length > componentBytesMax) throw unsupported(`An _id longer than ${componentBytesMax} bytes`);
  return bytes;
}

export const numberPrefix = (number: number): Buffer => {
  const prefix = Buffer.allocUnsafe(4);
  prefix.writeUInt32BE(number, 0);
  return prefix;
};

/** Where a document stands in an index: one key for each element of an array it indexes. Refused: two arrays side by side (171). */
export function indexEntries(index: IndexDescription, document: StoredDocument, id: Buffer): IndexEntries {
  const start: Reach[] = index.fields.map((field) => ({
    value: document,
    rest: field.path,
    opened: false,
    element: false,
  }));
  const tuples = expand(start, index);
  if (index.sparse && tuples.every((tuple) => tuple.every((reach) => reach.value === undefined)))
    return { keys: [], multikey: [], cut: false };

  const prefix = numberPrefix(index.number);
  const multikey = new Set<string>();
  let cut = false;
  const keys = tuples.map((tuple) => {
    const parts = [prefix];
    tuple.forEach((reach, at) => {
      const component = encodeComponent(reach.value);
      cut ||= component.cut;
      const field = index.fields[at];
      if (reach.opened && field) multikey.add(field.name);
      parts.push(field?.descending ? inverted(component.bytes) : component.bytes);
    });
    parts.push(id);
    return Buffer.concat(parts);
  });
  return {
    keys: tuples.length === 1 ? keys : distinctKeys(keys),
    multikey: [...multikey],
    cut,
  };
}

/** How far one field's path has been walked. */
interface Reach {
  readonly value: StoredValue | undefined;
  readonly rest: FieldPath;
  /** An array was opened on the way. */
  readonly opened: boolean;
  /** The value is itself an element: an array inside an array is not opened again. */
  readonly element: boolean;
}

/** Walks all paths together, so that fields of one array element stay in one key. */
function expand(reaches: readonly Reach[], index: IndexDescription): Reach[][] {
  const walked = reaches.map(walk);
  const arrays = new Set(walked.flatMap((reach) => (pending(reach) ? [reach.value] : [])));
  const [array] = arrays;
  if (!Array.isArray(array)) return [walked];
  if (arrays.size > 1) throw serverError(171, `cannot index parallel arrays in '${index.name}'`);
  const elements = array.length > 0 ? array : [array]; // An empty array is there: it has an entry as itself.
  return elements.flatMap((element) =>
    expand(
      walked.map((reach) => (reach.value === array && pending(reach) ? opened(reach, element) : reach)),
      index,
    ),
  );
}

function walk(reach: Reach): Reach {
  let { value, rest, element } = reach;
  while (rest.length > 0 && isDocument(value)) {
    value = fieldOf(value, rest[0] ?? '');
    rest = rest.slice(1);
    element = false;
  }
  if (rest.length > 0 && !Array.isArray(value)) return { value: undefined, rest: [], opened: reach.opened, element: false };
  return { value, rest, opened: reach.opened, element };
}

const pending = (reach: Reach): boolean => Array.isArray(reach.value) && !(reach.element && reach.rest.length === 0);

function opened(reach: Reach, element: StoredValue): Reach {
  if (reach.rest.length > 0 && !isDocument(element)) return { value: undefined, rest: [], opened: true, element: false };
  return { value: element, rest: reach.rest, opened: true, element: true };
}

function distinctKeys(keys: readonly Buffer[]): Buffer[] {
  const byText = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...byText.values()];
}

import type { FieldPath } from './field-path.ts';
import { componentBytesMax, encodeValue, writeComponent } from './key-encoding.ts';
import { KeyWriter } from './key-writer.ts';
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

/** What a document adds to an index, in no particular order, perhaps the same twice. */
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
export const indexEntries = (index: IndexDescription, document: StoredDocument, id: Buffer): IndexEntries =>
  onlyEntry(index, document, id) ?? entriesByElement(index, document, id);

const nowhere: IndexEntries = { keys: [], multikey: [], cut: false };
const writer = new KeyWriter();

/** Where no path comes upon an array, as it nearly always is: one key, and nothing to walk side by side. */
function onlyEntry(index: IndexDescription, document: StoredDocument, id: Buffer): IndexEntries | undefined {
  begin(index);
  let [cut, there] = [false, false];
  for (const field of index.fields) {
    const value = valueAt(field.path, document);
    if (Array.isArray(value)) return undefined;
    there ||= value !== undefined;
    cut = write(field, value) || cut;
  }
  return index.sparse && !there ? nowhere : { keys: [finished(id)], multikey: [], cut };
}

function entriesByElement(index: IndexDescription, document: StoredDocument, id: Buffer): IndexEntries {
  const { fields } = index;
  const tuples = expand(
    fields.map((field) => atStart(field, document)),
    index,
  );
  if (index.sparse && tuples.every((tuple) => tuple.every((reach) => reach.value === undefined))) return nowhere;
  let cut = false;
  const keys = tuples.map((tuple) => {
    begin(index);
    fields.forEach((field, at) => {
      cut = write(field, tuple[at]?.value) || cut;
    });
    return finished(id);
  });
  const multikey = fields.filter((_, at) => tuples.some((tuple) => tuple[at]?.opened)).map(({ name }) => name);
  return { keys, multikey, cut };
}

function begin(index: IndexDescription): void {
  writer.backTo(0);
  writer.whole(index.number);
}

/** True if the value was cut. */
function write({ descending }: IndexField, value: StoredValue | undefined): boolean {
  const from = writer.length;
  const cut = writeComponent(writer, value);
  if (descending) writer.turn(from);
  return cut;
}

function finished(id: Buffer): Buffer {
  writer.raw(id);
  return writer.taken();
}

/** What a path leads to, or the array that stands on its way. */
function valueAt(path: FieldPath, document: StoredDocument): StoredValue | undefined {
  let value: StoredValue | undefined = document;
  for (const name of path) {
    if (!isDocument(value)) return Array.isArray(value) ? value : undefined;
    value = fieldOf(value, name);
  }
  return value;
}

const atStart = (field: IndexField, document: StoredDocument): Reach => ({
  value: document,
  rest: field.path,
  opened: false,
  element: false,
});

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

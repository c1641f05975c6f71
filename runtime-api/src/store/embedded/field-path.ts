import { serverError, unsupported } from './server-error.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue } from './stored-value.ts';

/** A dotted name in its parts: `tasks.role` → `['tasks', 'role']`. Refused: empty parts, positional operators. */
export type FieldPath = readonly string[];

const parsed = new Map<string, FieldPath>();
const parsedMax = 5000;

export function fieldPath(name: string): FieldPath {
  const known = parsed.get(name);
  if (known) return known;
  const path = name.split('.');
  for (const part of path) {
    if (part === '') throw serverError(56, `The path '${name}' has an empty field name`);
    if (part === '$' || part.startsWith('$[')) throw unsupported(`The positional operator '${part}' in '${name}'`);
    if (part.startsWith('$')) throw serverError(52, `The dollar ($) prefixed field '${part}' in '${name}' is not valid`);
  }
  if (parsed.size < parsedMax) parsed.set(name, path);
  return path;
}

/** What a part of a path means inside an array, if anything. */
export function arrayPosition(part: string): number | undefined {
  return /^(0|[1-9]\d{0,6})$/.test(part) ? Number(part) : undefined;
}

export type ValueTest = (value: StoredValue | undefined) => boolean;

/**
 * True when some value that the path reaches passes: through arrays of documents each element is tried, at the end of the path
 * the value itself and, if it is an array, its elements. A field that is not there is tried as `undefined`. Source: manual, "Query an Array".
 */
export function someValueAt(value: StoredValue | undefined, path: FieldPath, test: ValueTest, at = 0): boolean {
  const part = path[at];
  if (part === undefined) return test(value) || (Array.isArray(value) && value.some((element) => test(element)));
  if (isDocument(value)) return someValueAt(fieldOf(value, part), path, test, at + 1);
  if (!Array.isArray(value)) return test(undefined);
  const position = arrayPosition(part);
  if (position !== undefined && position < value.length && someValueAt(value[position], path, test, at + 1)) return true;
  return value.some((element) => isDocument(element) && someValueAt(element, path, test, at));
}

/** As above, but the end of the path is tried as it stands: for `$elemMatch` and `$exists`. */
export function someWholeValueAt(value: StoredValue | undefined, path: FieldPath, test: ValueTest, at = 0): boolean {
  const part = path[at];
  if (part === undefined) return test(value);
  if (isDocument(value)) return someWholeValueAt(fieldOf(value, part), path, test, at + 1);
  if (!Array.isArray(value)) return test(undefined);
  const position = arrayPosition(part);
  if (position !== undefined && position < value.length && someWholeValueAt(value[position], path, test, at + 1)) return true;
  return value.some((element) => isDocument(element) && someWholeValueAt(element, path, test, at));
}

/** Every value a path reaches, arrays opened one level: what `distinct` counts and what sorting chooses from. */
export function valuesAt(document: StoredDocument, path: FieldPath): (StoredValue | undefined)[] {
  const found: (StoredValue | undefined)[] = [];
  someWholeValueAt(document, path, (value) => {
    if (Array.isArray(value)) found.push(...value);
    else found.push(value);
    return false;
  });
  return found;
}

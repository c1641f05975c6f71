import { type FieldPath, fieldPath, valuesAt } from './field-path.ts';
import { serverError, unsupported } from './server-error.ts';
import type { StoredDocument, StoredValue } from './stored-value.ts';
import { compareValues } from './value-order.ts';

export interface SortField {
  readonly name: string;
  readonly path: FieldPath;
  readonly descending: boolean;
}

/** Takes the forms in which Mongoose and its users write an order: object, map, pairs, one name. */
export function readSort(given: unknown): SortField[] {
  if (given === null || given === undefined) return [];
  if (typeof given === 'string') return [sortField(given, 1)];
  if (given instanceof Map) return [...given].map(([name, direction]) => sortField(String(name), direction));
  if (Array.isArray(given)) {
    return given.map((pair) => (Array.isArray(pair) ? sortField(String(pair[0]), pair[1] ?? 1) : sortField(String(pair), 1)));
  }
  if (typeof given !== 'object') throw serverError(2, 'A sort is an object');
  return Object.entries(given).map(([name, direction]) => sortField(name, direction));
}

function sortField(name: string, direction: unknown): SortField {
  return {
    name,
    path: fieldPath(name),
    descending: isDescending(name, direction),
  };
}

export function isDescending(name: string, direction: unknown): boolean {
  switch (direction) {
    case 1:
    case 'asc':
    case 'ascending':
    case '1':
      return false;
    case -1:
    case 'desc':
    case 'descending':
    case '-1':
      return true;
    default:
      throw unsupported(`The sort or index direction ${JSON.stringify(direction)} of '${name}'`);
  }
}

/** Collects documents in order; with `most` it forgets early what can no longer be among the first. */
export class SortedDocuments {
  readonly #sort: readonly SortField[];
  readonly #most: number;
  #rows: {
    readonly keys: readonly (StoredValue | undefined)[];
    readonly document: StoredDocument;
  }[] = [];

  constructor(sort: readonly SortField[], most: number) {
    this.#sort = sort;
    this.#most = most;
  }

  add(document: StoredDocument): void {
    this.#rows.push({
      keys: this.#sort.map((field) => sortKey(document, field)),
      document,
    });
    if (this.#rows.length > this.#most * 2 + 1000) this.#cut();
  }

  documents(): StoredDocument[] {
    this.#cut();
    return this.#rows.map((row) => row.document);
  }

  #cut(): void {
    this.#rows.sort((left, right) => {
      for (const [at, field] of this.#sort.entries()) {
        const order = compareValues(left.keys[at], right.keys[at]);
        if (order !== 0) return field.descending ? -order : order;
      }
      return 0;
    });
    if (this.#rows.length > this.#most) this.#rows = this.#rows.slice(0, this.#most);
  }
}

/** An array stands where its least element stands, descending where its greatest does. */
function sortKey(document: StoredDocument, field: SortField): StoredValue | undefined {
  const [first, ...others] = valuesAt(document, field.path);
  const sign = field.descending ? -1 : 1;
  return others.reduce((best, value) => (compareValues(value, best) * sign < 0 ? value : best), first);
}

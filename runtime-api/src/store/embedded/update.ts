import { arrayPosition, type FieldPath, fieldPath } from './field-path.ts';
import { serverError, unsupported } from './server-error.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue, setField } from './stored-value.ts';
import { isUpdateOperator, type UpdateAct, updateOperators } from './update-operators.ts';
import { sameValue } from './value-order.ts';

/** An update, read and checked once, applied to one document after another. */
export interface Update {
  /** Changes the document it is given, which must be a copy of nobody's. Throws before the caller writes, then the copy is worthless. */
  apply(document: StoredDocument, inserting: boolean): void;
  /** First parts of the paths it can touch. */
  readonly roots: ReadonlySet<string>;
  /** Those whose value it may change from within; the others get another value or none. */
  readonly within: ReadonlySet<string>;
}

interface Step {
  readonly name: string;
  readonly path: FieldPath;
  readonly act: UpdateAct;
  readonly insertOnly: boolean;
}

/** Refused: replacements, pipelines, operators outside the dialect (by name), two operators on one path (40). */
export function readUpdate(given: unknown): Update {
  if (Array.isArray(given)) throw unsupported('An update pipeline');
  if (typeof given !== 'object' || given === null) throw serverError(2, 'An update is an object');
  const steps: Step[] = [];
  for (const [operator, fields] of Object.entries(given)) {
    if (!operator.startsWith('$')) throw serverError(2, 'Update document requires atomic operators');
    if (!isUpdateOperator(operator)) throw unsupported(`The update operator '${operator}'`);
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      throw serverError(2, `Modifiers operate on fields but we found another type for '${operator}'`);
    }
    for (const [name, operand] of Object.entries(fields)) {
      const act = updateOperators[operator](operand, name);
      steps.push({
        name,
        path: fieldPath(name),
        act,
        insertOnly: operator === '$setOnInsert',
      });
    }
  }
  steps.sort((left, right) => (left.name < right.name ? -1 : 1)); // New fields are added in the order of their names.
  refuseConflicts(steps);
  return {
    apply(document, inserting) {
      for (const step of steps) if (inserting || !step.insertOnly) applyStep(document, step);
    },
    roots: new Set(steps.map((step) => step.path[0] ?? '')),
    within: new Set(steps.flatMap((step) => (step.path.length > 1 ? [step.path[0] ?? ''] : []))),
  };
}

function refuseConflicts(steps: readonly Step[]): void {
  const taken = new Set<string>();
  for (const { path } of steps) {
    for (let length = 1; length <= path.length; length++) {
      const part = path.slice(0, length).join('.');
      if (taken.has(part)) throw serverError(40, `Updating the path '${path.join('.')}' would create a conflict at '${part}'`);
    }
    taken.add(path.join('.'));
  }
  for (const { path } of steps) {
    for (let length = 1; length < path.length; length++) {
      const part = path.slice(0, length).join('.');
      if (taken.has(part)) throw serverError(40, `Updating the path '${path.join('.')}' would create a conflict at '${part}'`);
    }
  }
}

/** Walks to the place, making documents on the way if the operator makes something there. */
function applyStep(document: StoredDocument, step: Step): void {
  const { path, act } = step;
  let place: Place = { document, field: path[0] ?? '' };
  for (let at = 1; at < path.length; at++) {
    const value = read(place);
    const part = path[at] ?? '';
    if (value === undefined) {
      if (act.onlyIfThere) return;
      const made: StoredDocument = {};
      write(place, made);
      place = { document: made, field: part };
    } else if (isDocument(value)) {
      place = { document: value, field: part };
    } else if (Array.isArray(value) && arrayPosition(part) !== undefined) {
      place = { array: value, position: arrayPosition(part) ?? 0 };
    } else if (act.onlyIfThere) {
      return;
    } else {
      throw serverError(28, `Cannot create field '${part}' in element {${path[at - 1]}: ${JSON.stringify(value)}}`);
    }
  }
  const before = read(place);
  if (act.onlyIfThere && before === undefined) return;
  const value = act.next(before, document);
  if (path[0] === '_id' && !sameValue(fieldOf(document, '_id'), path.length === 1 ? value : undefined)) {
    if (fieldOf(document, '_id') !== undefined) {
      throw serverError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
    }
  }
  if (value === undefined) remove(place);
  else write(place, value);
}

type Place = { readonly document: StoredDocument; readonly field: string } | { readonly array: StoredValue[]; readonly position: number };

const paddingMax = 1_500_000;

function read(place: Place): StoredValue | undefined {
  return 'array' in place ? place.array[place.position] : fieldOf(place.document, place.field);
}

function write(place: Place, value: StoredValue): void {
  if ('array' in place) {
    if (place.position - place.array.length > paddingMax) throw serverError(2, 'An array position is too far behind the end');
    while (place.array.length < place.position) place.array.push(null);
    place.array[place.position] = value;
  } else {
    setField(place.document, place.field, value);
  }
}

/** In an array the place stays, as null: MongoDB's positions do not move. */
function remove(place: Place): void {
  if ('array' in place) place.array[place.position] = null;
  else delete place.document[place.field];
}

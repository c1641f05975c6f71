import { readGroup } from './accumulator.ts';
import type { Engine } from './engine.ts';
import { type Expression, isPlainObject, readExpression } from './expression.ts';
import { fieldPath } from './field-path.ts';
import { readFilter } from './filter.ts';
import { type Projection, readProjection } from './projection.ts';
import { type Reading, readBatches } from './read.ts';
import { serverError, unsupported } from './server-error.ts';
import { readSort, SortedDocuments } from './sort.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue, setField } from './stored-value.ts';

type Documents = AsyncIterable<StoredDocument[]>;
type Stage = (documents: Documents) => Documents;

/** Runs a pipeline. What stands in front and an index can serve ($match, $sort, $skip, $limit in this order) is read from the index. */
export async function* aggregateBatches(engine: Engine, name: string, pipeline: unknown): AsyncGenerator<StoredDocument[]> {
  if (!Array.isArray(pipeline)) throw serverError(14, 'A pipeline is an array of stages');
  const stages = pipeline.map(stageOf);
  const { reading, used } = served(stages);
  const rest = stages.slice(used).map(({ operator, operand }) => readStage(operator, operand)); // All read before the first document.
  const documents = rest.reduce<Documents>((before, stage) => stage(before), readBatches(engine, name, reading));
  yield* documents;
}

interface StageText {
  readonly operator: string;
  readonly operand: unknown;
}

function stageOf(given: unknown): StageText {
  const entries = isPlainObject(given) ? Object.entries(given) : [];
  const [entry] = entries;
  if (!entry || entries.length !== 1) throw serverError(2, 'A pipeline stage specification object must contain exactly one field.');
  return { operator: entry[0], operand: entry[1] };
}

function served(stages: readonly StageText[]): { reading: Reading; used: number } {
  const order = ['$match', '$sort', '$skip', '$limit'];
  const taken = new Map<string, unknown>();
  let used = 0;
  let from = 0;
  for (const { operator, operand } of stages) {
    const place = order.indexOf(operator, from);
    if (place < 0) break;
    taken.set(operator, operand);
    from = place + 1;
    used += 1;
  }
  const filter = readFilter(taken.get('$match') ?? {});
  const limit = taken.has('$limit') ? count('$limit', taken.get('$limit'), 1) : 0;
  const skip = taken.has('$skip') ? count('$skip', taken.get('$skip'), 0) : 0;
  return { reading: { filter, sort: readSort(taken.get('$sort')), skip, limit }, used };
}

function readStage(operator: string, operand: unknown): Stage {
  switch (operator) {
    case '$match': {
      const filter = readFilter(operand);
      return mapped((documents) => documents.filter((document) => filter.matches(document)));
    }
    case '$project': {
      const project = readProject(operand);
      return mapped((documents) => documents.map(project));
    }
    case '$unwind': {
      const unwind = readUnwind(operand);
      return mapped((documents) => documents.flatMap(unwind));
    }
    case '$sort':
      return sorted(operand);
    case '$skip':
      return skipped(count('$skip', operand, 0));
    case '$limit':
      return limited(count('$limit', operand, 1));
    case '$count':
      return counted(operand);
    case '$group': {
      const group = readGroup(operand);
      return gathered(() => {
        const { add, groups } = group();
        return { add, result: groups };
      });
    }
    case '$facet':
      return facets(operand);
    default:
      if (!operator.startsWith('$')) throw serverError(40324, `Unrecognized pipeline stage name: '${operator}'`);
      throw unsupported(`The pipeline stage '${operator}'`);
  }
}

function mapped(change: (documents: StoredDocument[]) => StoredDocument[]): Stage {
  return async function* (documents) {
    for await (const batch of documents) {
      const changed = change(batch);
      if (changed.length > 0) yield changed;
    }
  };
}

function gathered(make: () => { add(document: StoredDocument): void; result(): StoredDocument[] }): Stage {
  return async function* (documents) {
    const gathering = make();
    for await (const batch of documents) for (const document of batch) gathering.add(document);
    const result = gathering.result();
    if (result.length > 0) yield result;
  };
}

function sorted(operand: unknown): Stage {
  const sort = readSort(operand);
  if (sort.length === 0) throw serverError(2, '$sort stage must have at least one sort key');
  return gathered(() => {
    const all = new SortedDocuments(sort, Number.POSITIVE_INFINITY);
    return { add: (document) => all.add(document), result: () => all.documents() };
  });
}

function skipped(most: number): Stage {
  return async function* (documents) {
    let left = most;
    for await (const batch of documents) {
      const rest = batch.slice(left);
      left = Math.max(0, left - batch.length);
      if (rest.length > 0) yield rest;
    }
  };
}

function limited(most: number): Stage {
  return async function* (documents) {
    let left = most;
    for await (const batch of documents) {
      yield batch.slice(0, left);
      left -= batch.length;
      if (left <= 0) return;
    }
  };
}

/** Of nothing there is nothing to say: no document, not a zero. */
function counted(operand: unknown): Stage {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw serverError(2, 'the count field must be a non-empty string without $ and .');
  }
  return gathered(() => {
    let total = 0;
    return {
      add: () => {
        total += 1;
      },
      result: () => (total > 0 ? [{ [operand]: total }] : []),
    };
  });
}

function facets(operand: unknown): Stage {
  if (!isPlainObject(operand)) throw serverError(2, 'the $facet specification must be a non-empty object');
  const pipelines = Object.entries(operand).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw serverError(14, `arguments to $facet must be arrays, ${name} is not`);
    const texts = pipeline.map(stageOf);
    if (texts.some((text) => text.operator === '$facet')) throw serverError(2, '$facet is not allowed to be used within a $facet stage');
    return { name, stages: texts.map((text) => readStage(text.operator, text.operand)) };
  });
  return async function* (documents) {
    const all: StoredDocument[][] = [];
    for await (const batch of documents) all.push(batch);
    const result: StoredDocument = {};
    for (const { name, stages } of pipelines) {
      const list: StoredDocument[] = [];
      for await (const batch of stages.reduce<Documents>((before, stage) => stage(before), replayed(all))) list.push(...batch);
      setField(result, name, list);
    }
    yield [result];
  };
}

async function* replayed(batches: readonly StoredDocument[][]): AsyncGenerator<StoredDocument[]> {
  yield* batches;
}

/** Inclusion as in `find`, and computed fields on the first level. */
function readProject(operand: unknown): Projection {
  if (!isPlainObject(operand)) throw serverError(2, '$project specification must be an object');
  const kept: Record<string, unknown> = {};
  const computed: [string, Expression][] = [];
  for (const [name, wanted] of Object.entries(operand)) {
    if (typeof wanted === 'number' || typeof wanted === 'boolean') kept[name] = Boolean(wanted);
    else if (name.includes('.')) throw unsupported(`A computed field below another ('${name}')`);
    else computed.push([name, readExpression(wanted)]);
  }
  const include = Object.keys(kept).some((name) => name !== '_id') || kept._id !== false ? readProjection({ _id: 1, ...kept }) : () => ({});
  return (document) => {
    const projected = include?.(document) ?? {};
    for (const [name, expression] of computed) {
      const value = expression(document);
      if (value !== undefined) setField(projected, name, value);
    }
    return projected;
  };
}

function readUnwind(operand: unknown): (document: StoredDocument) => StoredDocument[] {
  const given = isPlainObject(operand) ? operand : { path: operand };
  for (const option of Object.keys(given)) {
    if (option !== 'path' && option !== 'preserveNullAndEmptyArrays') throw unsupported(`The option '${option}' of $unwind`);
  }
  const { path: text } = given;
  if (typeof text !== 'string' || !text.startsWith('$')) throw serverError(2, "path option to $unwind stage should be prefixed with a '$'");
  const path = fieldPath(text.slice(1));
  const preserve = 'preserveNullAndEmptyArrays' in given && given.preserveNullAndEmptyArrays === true;
  return (document) => {
    const value = path.reduce<StoredValue | undefined>((place, part) => (isDocument(place) ? fieldOf(place, part) : undefined), document);
    if (!Array.isArray(value)) return value === undefined || value === null ? (preserve ? [document] : []) : [document];
    if (value.length === 0) return preserve ? [replaced(document, path, undefined)] : [];
    return value.map((element) => replaced(document, path, element));
  };
}

function replaced(document: StoredDocument, path: readonly string[], value: StoredValue | undefined): StoredDocument {
  const [first = '', ...rest] = path;
  const copy: StoredDocument = { ...document };
  const below = fieldOf(document, first);
  if (rest.length > 0 && isDocument(below)) setField(copy, first, replaced(below, rest, value));
  else if (value === undefined) delete copy[first];
  else setField(copy, first, value);
  return copy;
}

function count(operator: string, operand: unknown, least: number): number {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least)
    throw serverError(2, `invalid argument to ${operator}: ${String(operand)}`);
  return operand;
}

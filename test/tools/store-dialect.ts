/** What our code may ask of every store, so that it runs on the embedded one, on MongoDB and on servers that speak its protocol, sharded or not. */
const filterWords = ['$in', '$nin', '$ne', '$eq', '$gt', '$gte', '$lt', '$lte', '$exists', '$elemMatch', '$or', '$and', '$not', '$regex'];
const updateWords = ['$set', '$unset', '$inc', '$push', '$each', '$slice', '$pull', '$addToSet', '$min', '$max', '$setOnInsert'];
const stages = ['$match', '$group', '$sort', '$project', '$unwind', '$count', '$limit', '$skip', '$facet'];
const accumulators = ['$sum', '$min', '$max', '$avg', '$first', '$last', '$push', '$addToSet'];
const reads = ['find', 'findOne', 'countDocuments', 'distinct'];
const oneWrites = ['updateOne', 'findOneAndUpdate', 'deleteOne'];
const others = ['insertOne', 'insertMany', 'aggregate', 'createIndex', 'createIndexes', 'listIndexes', 'createCollection'];

/** Workers look over all organisations by these alone, each with a sparse index of its own. */
export const globalFields = ['nextDueAt', 'unsettledAt', 'nextAt', 'expiresAt', 'writtenAt'];

/** What is wrong with an operation, in words; undefined if nothing is. */
export function wrongOperation(operation: {
  readonly collection: string;
  readonly method: string;
  readonly words: readonly unknown[];
}): string | undefined {
  const { collection, method, words } = operation;
  const at = `${collection}.${method}(${isObject(words[0]) ? Object.keys(words[0]).join(', ') : ''})`;
  const [first, second] = words;
  if (reads.includes(method)) return told(at, strange(method === 'distinct' ? second : first, filterWords));
  if (method === 'deleteMany') return told(at, isExpiry(first) ? strange(first, filterWords) : 'a write names one document');
  if (oneWrites.includes(method)) return told(at, unnamed(first) ?? strange(first, filterWords) ?? strange(second, updateWords));
  if (method === 'aggregate') return told(at, strangeStages(first));
  return others.includes(method) ? undefined : `${at}: not one of our operations`;
}

const told = (at: string, problem: string | undefined): string | undefined => (problem === undefined ? undefined : `${at}: ${problem}`);

/** A shard is found, and a race decided, only by organisation and `_id`. */
function unnamed(filter: unknown): string | undefined {
  const named = isObject(filter) && typeof filter.organisation === 'string' && typeof filter._id === 'string';
  return named ? undefined : 'a write names its document by organisation and _id';
}

const isExpiry = (filter: unknown): boolean => isObject(filter) && Object.keys(filter).every((field) => field === 'expiresAt');

function strange(value: unknown, allowed: readonly string[]): string | undefined {
  if (Array.isArray(value)) return value.map((one) => strange(one, allowed)).find((problem) => problem !== undefined);
  if (!isObject(value)) return value instanceof RegExp ? anchored(value.source) : undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') && !allowed.includes(key)) return `${key} is not of our dialect`;
    const problem = key === '$regex' ? anchored(inner instanceof RegExp ? inner.source : String(inner)) : strange(inner, allowed);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const anchored = (pattern: string): string | undefined =>
  pattern.startsWith('^') ? undefined : 'a pattern begins with ^, else no index serves it';

function strangeStages(pipeline: unknown): string | undefined {
  if (!Array.isArray(pipeline)) return 'an aggregation is a list';
  for (const stage of pipeline) {
    const [[name, inner] = ['', undefined]] = isObject(stage) ? Object.entries(stage) : [];
    if (!stages.includes(name)) return `${name} is not of our dialect`;
    const problem = strange(inner, name === '$match' ? filterWords : accumulators);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What is wrong with an index of a model. */
export function wrongIndex(index: readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]): string | undefined {
  const [fields, options] = index;
  const names = Object.keys(fields);
  const at = JSON.stringify(fields);
  if (options.unique === true) return `${at}: only _id is unique`;
  if (names[0] === 'organisation') return undefined;
  if (names.length !== 1 || !globalFields.includes(names[0] ?? '')) return `${at}: begins with the organisation`;
  return options.sparse === true ? undefined : `${at}: is sparse`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof RegExp) &&
  !(value instanceof Date);

import type { Json, JsonObject } from '../json.ts';
import type { Finding } from './finding.ts';
import { nearestName } from './nearest-name.ts';
import { pathOf, pointerTo } from './pointer.ts';
import type { SchemaError } from './validate.generated.js';

/** More than anybody repairs in one go. */
const findingsMax = 100;

/** An error, and where in the schema it counts: errors that an inner alternative has settled count where that alternative stands. */
interface Kept {
  readonly error: SchemaError;
  readonly schemaPath: string;
}

/**
 * The errors of the schema validator as findings. Of an alternative (`oneOf`, `anyOf`) only what is wrong with the branch that was
 * meant remains: a letter action without its letter is one finding, not thirty about the eight other actions.
 */
export function schemaFindings(errors: readonly SchemaError[], document: Json): readonly Finding[] {
  const kept: Kept[] = [];
  // Errors come in the order of evaluation: those of the branches before that of their alternative, inner ones before outer ones.
  for (const error of errors) {
    if (error.keyword === 'oneOf' || error.keyword === 'anyOf') kept.push(...settle(below(kept, error.instancePath), error));
    else kept.push({ error, schemaPath: error.schemaPath });
  }
  const all = kept.map(({ error }) => error);
  const findings = new Map<string, Finding>();
  for (const error of all.filter((candidate) => isTelling(candidate, all))) {
    const finding = findingOf(error, document, all);
    findings.set(`${finding.at} ${JSON.stringify(finding.facts)}`, finding);
    if (findings.size === findingsMax) break;
  }
  return [...findings.values()];
}

/** Takes the last errors, those at and below a place, off the list: everything before them belongs elsewhere. */
function below(kept: Kept[], place: string): readonly Kept[] {
  let from = kept.length;
  while (from > 0 && isWithin(kept[from - 1]?.error, place)) from -= 1;
  return kept.splice(from);
}

function settle(candidates: readonly Kept[], alternative: SchemaError): readonly Kept[] {
  const here = alternative.instancePath;
  const branchOf = ({ schemaPath }: Kept): string | undefined =>
    schemaPath.startsWith(`${alternative.schemaPath}/`) ? schemaPath.slice(alternative.schemaPath.length + 1).split('/')[0] : undefined;
  const marked = candidates.filter((candidate) => branchOf(candidate) !== undefined);
  // Errors from definitions that a branch refers to carry no mark of the branch.
  const unmarked = candidates.filter((candidate) => branchOf(candidate) === undefined);
  const constants = marked.filter(({ error }) => error.keyword === 'const' && error.instancePath !== here);
  const tellsApart = (candidate: Kept): boolean =>
    constants.length > 0
      ? constants.includes(candidate)
      : candidate.error.instancePath === here &&
        candidate.schemaPath === `${alternative.schemaPath}/${branchOf(candidate)}/${candidate.error.keyword}`;
  const meant = [...new Set(marked.map(branchOf))].filter(
    (branch) => !marked.some((candidate) => branchOf(candidate) === branch && tellsApart(candidate)),
  );
  const settled = (some: readonly Kept[]): readonly Kept[] => some.map(({ error }) => ({ error, schemaPath: alternative.schemaPath }));
  if (meant.length > 0) return settled([...unmarked, ...marked.filter((candidate) => branchOf(candidate) === meant[0])]);
  if (unmarked.some(({ error }) => error.instancePath !== here)) return settled(unmarked);
  const beside = unmarked.filter(({ error }) => !isScalarError(error));
  const told = constants.length > 0 ? constants : candidates;
  const at = constants[0]?.error.instancePath ?? here;
  return settled([
    ...beside,
    { error: { ...alternative, instancePath: at, params: choices(told.map(({ error }) => error)) }, schemaPath: '' },
  ]);
}

const isWithin = (error: SchemaError | undefined, path: string): boolean =>
  error !== undefined && (error.instancePath === path || error.instancePath.startsWith(`${path}/`));
const isScalarError = ({ keyword }: SchemaError): boolean => ['pattern', 'type', 'enum', 'const', 'minLength'].includes(keyword);

/** What would have been accepted. */
function choices(errors: readonly SchemaError[]): SchemaError['params'] {
  const allowed = errors.flatMap(({ params }) =>
    Array.isArray(params.allowedValues) ? params.allowedValues : 'allowedValue' in params ? [params.allowedValue] : [],
  );
  const keys = errors.flatMap(({ params }) => (typeof params.missingProperty === 'string' ? [params.missingProperty] : []));
  const patterns = errors.flatMap(({ params }) => (typeof params.pattern === 'string' ? [params.pattern] : []));
  const types = errors.flatMap(({ keyword, params }) => (keyword === 'type' && typeof params.type === 'string' ? [params.type] : []));
  return {
    ...(allowed.length > 0 ? { allowed: [...new Set(allowed)] } : {}),
    ...(keys.length > 0 ? { keys: [...new Set(keys)] } : {}),
    ...(patterns.length > 0 ? { patterns: [...new Set(patterns)] } : {}),
    ...(types.length > 0 && allowed.length + keys.length + patterns.length === 0 ? { types: [...new Set(types)] } : {}),
  };
}

/** `if` only says that `then` failed, a bad name is told twice, and what is wrong inside a list tells more than that a text was expected. */
function isTelling(error: SchemaError, all: readonly SchemaError[]): boolean {
  if (error.propertyName !== undefined && error.keyword !== 'propertyNames') return false;
  if (error.keyword === 'type') return !all.some((other) => other.instancePath.startsWith(`${error.instancePath}/`));
  return error.keyword !== 'if' || !all.some((other) => other !== error && isWithin(other, error.instancePath));
}

function findingOf(error: SchemaError, document: Json, all: readonly SchemaError[]): Finding {
  const { keyword, params, instancePath } = error;
  const facts = (more: JsonObject): JsonObject => ({ keyword, ...more });
  const found = (at: string, more: JsonObject): Finding => ({ code: 'schema', severity: 'error', at, facts: facts(more) });
  if (keyword === 'additionalProperties' || keyword === 'propertyNames') {
    const name = String(params.additionalProperty ?? params.propertyName);
    const missing = all
      .filter((other) => other.instancePath === instancePath && other.keyword === 'required')
      .map((other) => String(other.params.missingProperty));
    return found(pointerTo([...pathOf(instancePath), name]), withNearest({ name }, name, missing));
  }
  if (keyword === 'required') return found(instancePath, { missing: String(params.missingProperty) });
  const value = valueAt(document, instancePath);
  const short: JsonObject = typeof value === 'object' ? {} : { value: typeof value === 'string' ? value.slice(0, 80) : value };
  if (keyword === 'not')
    return found(instancePath, { rule: error.schemaPath, keys: typeof value === 'object' && value !== null ? Object.keys(value) : [] });
  const allowed = jsonOf(params.allowed ?? params.allowedValues ?? (params.allowedValue === undefined ? null : [params.allowedValue]));
  if (Array.isArray(allowed)) {
    const known = allowed.filter((option: Json) => typeof option === 'string');
    return found(instancePath, typeof value === 'string' ? withNearest({ ...short, allowed }, value, known) : { ...short, allowed });
  }
  return found(instancePath, { ...short, ...jsonObjectOf(params) });
}

function withNearest(facts: JsonObject, name: string, known: readonly string[]): JsonObject {
  const nearest = nearestName(name, known);
  return nearest === undefined ? facts : { ...facts, nearest };
}

function valueAt(document: Json, pointer: string): Json {
  let value: Json = document;
  for (const part of pathOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = Object.getOwnPropertyDescriptor(value, part)?.value ?? null;
  }
  return value;
}

/** Parameters of the validator are JSON in all but type. */
const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null));
const jsonObjectOf = (values: SchemaError['params']): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, jsonOf(value)]));

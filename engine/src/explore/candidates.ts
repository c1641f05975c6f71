import type { Condition, Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';

/** What conditions compare fields with. */
export interface Constants {
  readonly all: readonly Json[];
  /** What a text or a list is asked to contain. */
  readonly contained: readonly Json[];
}

export function constantsIn(conditions: readonly Condition[]): Constants {
  const found = conditions.flatMap(comparisonsIn);
  return {
    all: found.flatMap(({ value }) => (Array.isArray(value) ? [value, ...value] : [value])),
    contained: [...new Set(found.flatMap(({ value, isContained }) => (isContained ? [value] : [])))],
  };
}

function comparisonsIn(condition: Condition): readonly { readonly value: Json; readonly isContained: boolean }[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  if (!('field' in condition) || condition.value === undefined) return [];
  return [{ value: condition.value, isContained: condition.is === 'contains' }];
}

/** More numbers than this in a row are not tried one by one. */
const scaleMost = 20;

/** All values of a field, where they can be counted. */
export function listOf(name: string, definition: Definition): readonly Json[] | undefined {
  const field = definition.data[name];
  if (field?.schema.type === 'boolean') return [true, false];
  if (field?.schema.type === 'array') return undefined;
  const choices = field?.options?.map(({ value }) => value) ?? (Array.isArray(field?.schema.enum) ? field.schema.enum : undefined);
  if (choices) return choices;
  const { type, minimum, maximum } = field?.schema ?? {};
  if (type !== 'integer' || typeof minimum !== 'number' || typeof maximum !== 'number' || maximum - minimum >= scaleMost) return undefined;
  return Array.from({ length: Math.floor(maximum - minimum) + 1 }, (_, step) => minimum + step);
}

/** Values of a field that the conditions may tell apart: each constant, one beside it on either side, all choices, and nothing at all. */
export function candidates(name: string, constants: Constants, definition: Definition): readonly Json[] {
  const field = definition.data[name];
  const list = listOf(name, definition);
  if (list) return [...list, null];
  const beside = constants.all.flatMap((value): Json[] => {
    if (typeof value === 'number')
      return field?.schema.type === 'integer' ? [value, value - 1, value + 1] : [value, value - 0.5, value + 0.5];
    return typeof value === 'string' ? [value, `${value}~`, '!'] : [value];
  });
  const { minimum, maximum } = field?.schema ?? {};
  const fits = (value: Json): boolean =>
    typeof value !== 'number' || ((typeof minimum !== 'number' || value >= minimum) && (typeof maximum !== 'number' || value <= maximum));
  const containing = selections(constants.contained);
  const texts = containing.map((parts) => parts.filter((part) => typeof part === 'string').join('~'));
  return [...new Set(beside.filter(fits)), ...between(constants.all), ...texts, ...containing, ['!'], something(field?.schema ?? {}), null];
}

/** Any value at all. */
function something({ type, minimum, maximum }: JsonObject): Json {
  if (type === 'object') return {};
  return type === 'number' || type === 'integer' ? (minimum ?? maximum ?? 0) : '!';
}

/** Every choice among them; of many, each alone and all together. */
function selections(parts: readonly Json[]): readonly (readonly Json[])[] {
  if (parts.length > chosenMost) return [...parts.map((part) => [part]), parts];
  let found: readonly (readonly Json[])[] = [[]];
  for (const part of parts) found = found.flatMap((chosen) => [chosen, [...chosen, part]]);
  return found.filter((chosen) => chosen.length > 0);
}
const chosenMost = 6;

/** A number between each two that are named. */
function between(constants: readonly Json[]): readonly number[] {
  const numbers = [...new Set(constants.filter((value) => typeof value === 'number'))].sort((one, other) => one - other);
  return numbers.slice(1).map((number, index) => (number + (numbers[index] ?? number)) / 2);
}

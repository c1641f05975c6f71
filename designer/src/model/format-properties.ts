import { type Fields, fieldsOf, isFields, listOf } from './loose-json.ts';

/** What a JSON Schema describes, by the part that it belongs to: `clock.extension.letter`, `action:send.params.to`. */
export interface FormatProperties {
  readonly all: readonly string[];
  /** The properties that change where something changes at this place of a document, as it is before the change or after it. */
  readonly at: (path: readonly string[], document: unknown) => readonly string[];
}

/** For tests. A part that the schema has a name for begins a name of its own; an object without one is a way to its members. */
export function formatProperties(root: Fields): FormatProperties {
  const definitions = fieldsOf(root.$defs);
  const seen = new Set<string>();
  return { all: [...new Set(listed(root, 'procedure'))], at: (path, document) => changedIn(root, 'procedure', document, path, []) };

  function meant(schema: Fields, name: string): readonly [Fields, string] {
    const part = typeof schema.$ref === 'string' ? schema.$ref.slice('#/$defs/'.length) : undefined;
    return part === undefined ? [schema, name] : meant(fieldsOf(definitions[part]), part);
  }

  function listed(schema: Fields, name: string): readonly string[] {
    const [part, partName] = meant(schema, name);
    if (partName !== name && seen.has(partName)) return [];
    seen.add(partName);
    return branches(part).flatMap((branch) => {
      const here = branchName(branch, partName);
      const inside = membersOf(branch, here).flatMap(({ property, schema: inner }) => [
        ...(isWay(inner) ? [] : [property]),
        ...listed(inner, property),
      ]);
      const entry = entryOf(branch);
      return [...inside, ...(entry ? listed(entry, here) : [])];
    });
  }

  /** `held`: the property that changes where the change is no further inside than here. */
  function changedIn(schema: Fields, name: string, value: unknown, path: readonly string[], held: readonly string[]): readonly string[] {
    const [part, partName] = meant(schema, name);
    const branch = branches(part).find((one) => fits(one, value));
    const [key, ...rest] = path;
    if (key === undefined || !branch) return held;
    const here = branchName(branch, partName);
    const next: unknown = Array.isArray(value) ? value[Number(key)] : fieldsOf(value)[key];
    const member = membersOf(branch, here).find((one) => one.key === key);
    if (!member) return changedIn(entryOf(branch) ?? {}, here, next, rest, held);
    const { property, schema: inner } = member;
    const found = changedIn(inner, property, next, rest, isWay(inner) ? brought(inner, property, next) : [property]);
    return isOneOf(meant(inner, property)[0]) ? [...new Set([property, ...found])] : found;
  }

  /** An object without a name came or went: with it whatever it held. */
  function brought(schema: Fields, name: string, value: unknown): readonly string[] {
    return membersOf(schema, name).flatMap(({ property, schema: inner, key }) => {
      if (!(key in fieldsOf(value))) return [];
      return isWay(inner) ? brought(inner, property, fieldsOf(value)[key]) : [property];
    });
  }
}

interface Member {
  readonly key: string;
  readonly property: string;
  readonly schema: Fields;
}

/** What has to stand there as it is, is nothing to choose. */
const membersOf = (schema: Fields, name: string): readonly Member[] =>
  Object.entries(fieldsOf(schema.properties)).flatMap(([key, inner]) =>
    isFields(inner) && !isFixed(schema, key) ? [{ key, property: `${name}.${key}`, schema: inner }] : [],
  );
const isFixed = (schema: Fields, key: string): boolean =>
  'const' in fieldsOf(fieldsOf(schema.properties)[key]) && listOf(schema.required).includes(key);
const isWay = (schema: Fields): boolean => isFields(schema.properties);
/** A value in one of several shapes is another value, whatever of it changes. */
const isOneOf = ({ oneOf }: Fields): boolean => Array.isArray(oneOf);
const entryOf = ({ items, additionalProperties }: Fields): Fields | undefined => [items, additionalProperties].find(isFields);

const branches = (schema: Fields): readonly Fields[] =>
  isWay(schema) || !Array.isArray(schema.oneOf) ? [schema] : schema.oneOf.filter(isFields);
/** Alternatives are told apart by what is fixed in them, else by what each needs. */
function fits(schema: Fields, value: unknown): boolean {
  const fixed = Object.keys(fieldsOf(schema.properties)).filter((key) => isFixed(schema, key));
  if (fixed.length > 0) return fixed.every((key) => fieldsOf(value)[key] === fieldsOf(fieldsOf(schema.properties)[key]).const);
  return (
    !isWay(schema) ||
    schema.additionalProperties !== false ||
    Object.keys(fieldsOf(value)).every((key) => key in fieldsOf(schema.properties))
  );
}
function branchName(schema: Fields, name: string): string {
  const fixed = Object.entries(fieldsOf(schema.properties)).find(([key]) => isFixed(schema, key) && (key === 'type' || key === 'src'));
  return fixed === undefined || name.includes('.') ? name : `${name}:${String(fieldsOf(fixed[1]).const)}`;
}

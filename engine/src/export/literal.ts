import type { Json } from '../json.ts';

/** What would be read as something else in a page, a template or an older reader of JavaScript, although JSON leaves it as it is. */
const escaped = /[<>`$\u2028\u2029\u007f]/g;

/** A value as TypeScript writes it. Whatever the value says, the text is a literal: nothing in it can end a string, a comment or a page. */
export function literal(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : JSON.stringify(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]: [string, Json]) => `${nameOf(name)}: ${literal(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

export const quoted = (text: string): string =>
  JSON.stringify(text).replace(escaped, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Name of a member of an object literal. `__proto__` without brackets would be its prototype. */
export const nameOf = (name: string): string => (name === '__proto__' ? `["__proto__"]` : quoted(name));

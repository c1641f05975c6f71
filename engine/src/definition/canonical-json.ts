import type { Definition } from './definition.ts';

/** Canonical JSON (RFC 8785: keys by UTF-16 code units, no spaces) of what a definition says, without `published`. The hash of a version is taken of it. */
export function canonicalJson(definition: Definition): string {
  const { published: _, ...said } = definition;
  return write(said);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
}

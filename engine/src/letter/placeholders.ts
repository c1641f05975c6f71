import type { Definition, Text } from '../definition/definition.ts';

/** `{decision}`, `{case.number}`: names and dots, never an expression. */
export const placeholderPattern = /\{([A-Za-z][A-Za-z0-9.]*)\}/g;

/** What every procedure can name in a letter, beside its own fields and clocks. */
export const fixedPlaceholders = [
  'case.number',
  'case.startedAt',
  'step.title',
  'step.public',
  'step.due',
  'link.case',
  'recipient.name',
  'organisation.name',
  'organisation.contact',
  'organisation.externalBody',
  'organisation.externalTimeLimit',
] as const;

/** The closed list: fields, due dates of clocks, and what every procedure can name. */
export const knownPlaceholders = ({ data, clocks }: { readonly data: object; readonly clocks: object }): ReadonlySet<string> =>
  new Set([...Object.keys(data), ...Object.keys(clocks).map((id) => `clock.${id}.due`), ...fixedPlaceholders]);

/** Names in braces, over all languages, each once. */
export function placeholdersOf(text: Text): readonly string[] {
  const names = new Set<string>();
  for (const words of Object.values(text))
    for (const [, name] of words.matchAll(placeholderPattern)) if (name !== undefined) names.add(name);
  return [...names];
}

/** What is told by a date: words without one tell nothing. */
const dates: ReadonlySet<string> = new Set([
  'expected-date',
  'new-date',
  'until-when',
  'reflection-period',
  'effective-date',
  'time-limits',
]);

/** Whether a placeholder carries what is told; `undefined` where words alone can tell it. */
export function carrierOf(
  told: string,
  formatOf: (field: string) => unknown /** `date`, `date-time` … of a field's schema. */,
): ((placeholder: string) => boolean) | undefined {
  if (told === 'case-id') return (name) => name === 'case.number';
  if (!dates.has(told)) return undefined;
  return (name) =>
    name === 'step.due' ||
    (name.startsWith('clock.') && name.endsWith('.due')) ||
    (told === 'time-limits' && name === 'organisation.externalTimeLimit') ||
    ['date', 'date-time'].includes(String(formatOf(name)));
}

/** The same for a definition that is whole. */
export const carrierIn = (told: string, { data }: Definition): ReturnType<typeof carrierOf> =>
  carrierOf(told, (field) => (Object.hasOwn(data, field) ? data[field]?.schema.format : undefined));

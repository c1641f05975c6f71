/** JSON text with sorted keys: equal values have equal text, whatever the order in which they were built. Absent members are left out. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => (member === undefined ? 'null' : canonicalText(member))).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}

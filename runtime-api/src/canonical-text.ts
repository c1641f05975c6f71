/** JSON text with sorted keys: equal values have equal text, whatever the order in which they were built. Absent members are left out. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => (member === undefined ? 'null' : canonicalText(member))).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members: Record<string, unknown> = { ...value };
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(member)}`;
  }
  return `{${text}}`;
}

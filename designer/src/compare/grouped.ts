/** What is listed, by a word of each. */
export function groupedBy<Entry>(entries: Iterable<Entry>, wordOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(wordOf(entry)) ?? [];
    group.push(entry);
    groups.set(wordOf(entry), group);
  }
  return groups;
}

import type { Between } from './patch.ts';

/** Of the keys in both lists the most that can stay where they are while the others move around them. */
export function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const old = new Map(before.map((key, index) => [key, index]));
  const common = after.filter((key) => old.has(key));
  const rank = (key: string): number => old.get(key) ?? 0;
  if (common.every((key, index) => index === 0 || rank(common[index - 1] ?? '') < rank(key))) return new Set(common);
  // Longest increasing run: `ends[n]` is the key with the least rank that ends a run of n + 1 keys.
  const ends: string[] = [];
  const previous = new Map<string, string>();
  for (const key of common) {
    let at = ends.findIndex((end) => rank(end) > rank(key));
    if (at < 0) at = ends.length;
    const predecessor = ends[at - 1];
    if (predecessor !== undefined) previous.set(key, predecessor);
    ends[at] = key;
  }
  const kept = new Set<string>();
  for (let key = ends.at(-1); key !== undefined; key = previous.get(key)) kept.add(key);
  return kept;
}

/** The neighbours of a key: the one before it stands already, the one after is the next that does not move. */
export const between = (keys: readonly string[], index: number, kept: ReadonlySet<string>): Between => [
  keys[index - 1] ?? null,
  keys.slice(index + 1).find((key) => kept.has(key)) ?? null,
];

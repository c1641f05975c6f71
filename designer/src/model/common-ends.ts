/** How many entries two lists have in common at their beginnings, and how many of the others at their ends. */
export function commonEnds<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  isSame: (one: Entry | undefined, other: Entry | undefined) => boolean,
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return { head, tail };
}

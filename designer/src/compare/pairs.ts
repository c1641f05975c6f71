import { alike } from './aspects.ts';

/** An entry of a list that has no id: in both lists, in one of them. Places count from 0. */
export interface Paired {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly at: number;
}

/** What differs between two lists without ids: what is equal at both ends stays, what lies between is compared one by one. */
export function pairedBetween(before: readonly unknown[], after: readonly unknown[]): readonly Paired[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && alike(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && alike(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const [was, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return Array.from({ length: Math.max(was.length, now.length) }, (_, index) => ({
    at: head + index,
    ...(index < was.length && { before: was[index] }),
    ...(index < now.length && { after: now[index] }),
  }));
}

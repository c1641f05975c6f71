import { commonEnds } from '../model/common-ends.ts';
import { alike } from './aspects.ts';

/** An entry of a list that has no id: in both lists, in one of them. Places count from 0. */
export interface Paired {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly at: number;
}

/** What differs between two lists without ids: what is equal at both ends stays, what lies between is compared one by one. */
export function pairedBetween(before: readonly unknown[], after: readonly unknown[]): readonly Paired[] {
  const { head, tail } = commonEnds(before, after, alike);
  const [was, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return Array.from({ length: Math.max(was.length, now.length) }, (_, index) => ({
    at: head + index,
    ...(index < was.length && { before: was[index] }),
    ...(index < now.length && { after: now[index] }),
  }));
}

import { pointerTo } from '@redress/engine';
import { fieldsOf, isFields } from '../model/loose-json.ts';
import { type TabId, tabNames } from '../panel/tab-of.ts';
import type { Aspect } from './change.ts';
import { alikeTellers, type Fact, factTellers } from './facts.ts';
import type { Comparing } from './named.ts';
import type { Teller } from './tellers.ts';

/** What differs, line by line: first what has a sentence of its own, then facts, as they were and are; what is left by the part of the panel in which it stands. */
export function linesOf(
  whole: readonly Aspect[],
  {
    before,
    after,
    tellers,
    facts,
    tabOf,
    comparing,
  }: {
    readonly before: unknown;
    readonly after: unknown;
    readonly tellers: readonly Teller[];
    readonly facts: readonly Fact[];
    readonly tabOf: (path: string) => TabId;
    readonly comparing: Comparing;
  },
): readonly string[] {
  const aspects = whole.flatMap(membersIn);
  const told = new Set<Aspect>();
  const open = () => aspects.filter((aspect) => !told.has(aspect));
  const linesBy = (those: readonly Teller[]) => {
    const left = open();
    return those.flatMap(({ of, tell }) => {
      const mine = left.filter(({ path }) => of.some((start) => holds(start, path) || holds(path, start)));
      const said = mine.length === 0 ? [] : tell(fieldsOf(before), fieldsOf(after));
      if (said.length > 0) for (const aspect of mine) told.add(aspect);
      return said;
    });
  };
  const lines = [...linesBy(tellers), ...linesBy(factTellers(facts, comparing)), ...linesBy(alikeTellers(facts, open(), comparing))];
  const hollow = open().filter(({ before: was, after: now }) => isHollow(was) && isHollow(now));
  const left = new Set(open().flatMap((aspect) => (hollow.includes(aspect) ? [] : [tabOf(aspect.path)])));
  const { say } = comparing;
  const more = lines.length === 0 ? 'compare.something' : 'compare.more';
  const technical = hollow.length > 0 && lines.length + left.size === 0 ? [say('compare.technical')] : [];
  return [...lines, ...technical, ...[...left].map((tab) => say(more, { tab: say(tabNames[tab]) }))];
}
const holds = (start: string, path: string): boolean => start === '' || path === start || path.startsWith(`${start}/`);

/** An object that holds nothing says nothing, whether it is there or not. */
const isHollow = (value: unknown): boolean => value === undefined || (isFields(value) && Object.keys(value).length === 0);

/** An object that came or went: each of its members did. */
function membersIn(aspect: Aspect): readonly Aspect[] {
  const { path, before, after } = aspect;
  const keys = [...Object.keys(fieldsOf(before)), ...Object.keys(fieldsOf(after))];
  if (keys.length === 0) return [aspect];
  const at = (key: string) => `${path}${pointerTo([key])}`;
  return keys.flatMap((key) =>
    membersIn({
      path: at(key),
      ...(isFields(before) && { before: before[key] }),
      ...(isFields(after) && { after: after[key] }),
    }),
  );
}

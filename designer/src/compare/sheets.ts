import { parseAddress } from '../model/rows.ts';
import { treeOf } from '../model/tree.ts';
import type { Change } from './change.ts';
import { unfolded } from './ghost-layout.ts';
import { type ChangeMarks, marksIn } from './marks.ts';
import { type Drawn, union } from './union.ts';
import { waysBetween } from './ways-between.ts';

/** An element of one of the two versions. What is there in both goes by its address in the later one. */
export interface Thing {
  readonly element: string;
  readonly isGone: boolean;
}
/** A map of the comparison, and what everything is called on it. */
export interface Sheet extends Drawn {
  readonly marks: ChangeMarks;
  readonly keyOf: (thing: Thing) => string | undefined;
  readonly thingAt: (key: string) => Thing;
}

export const thingOf = ({ element, kind }: Pick<Change, 'element' | 'kind'>): Thing => ({ element, isGone: kind === 'removed' });

/** Both versions on one map. */
export function overlaySheet(before: Drawn, after: Drawn, changes: readonly Change[]): Sheet {
  const { shifted, ghosts, ...drawn } = union(before, after, changes);
  const gone = goneSteps(changes);
  const things = new Map<string, Thing>([
    ...[...shifted].map(([element, key]) => [key, { element, isGone: false }] as const),
    ...[...ghosts].map(([element, key]) => [key, { element, isGone: true }] as const),
  ]);
  return {
    ...drawn,
    keyOf: ({ element, isGone }) => (isGone ? (ghosts.get(element) ?? element) : (shifted.get(element) ?? element)),
    thingAt: (key) => things.get(key) ?? { element: key, isGone: isIn(gone, key) },
  };
}

/** Each version on its own map. */
export function sheetsBeside(before: Drawn, after: Drawn, changes: readonly Change[]): { readonly before: Sheet; readonly after: Sheet } {
  const ways = waysBetween(before.definition, after.definition);
  const gone = goneSteps(changes);
  const old = treeOf(before.definition);
  const keyBefore = ({ element, isGone }: Thing) => (isGone ? element : (ways.before.get(element) ?? element));
  const isWay = (key: string) => !old.byId.has(key);
  return {
    before: {
      definition: before.definition,
      layout: unfolded(before.layout),
      marks: marksIn(old, changes, (change) => (change.kind === 'added' ? undefined : keyBefore(thingOf(change)))),
      keyOf: keyBefore,
      thingAt: (key) => {
        const there = ways.after.get(key);
        return there === undefined ? { element: key, isGone: isIn(gone, key) || isWay(key) } : { element: there, isGone: false };
      },
    },
    after: {
      definition: after.definition,
      layout: unfolded(after.layout),
      marks: marksIn(treeOf(after.definition), changes, ({ kind, element }) => (kind === 'removed' ? undefined : element)),
      keyOf: ({ element, isGone }) => (isGone ? undefined : element),
      thingAt: (element) => ({ element, isGone: false }),
    },
  };
}

const goneSteps = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(changes.flatMap(({ kind, step, element }) => (kind === 'removed' && step === element ? [element] : [])));

const isIn = (gone: ReadonlySet<string>, key: string): boolean => gone.has(key) || gone.has(parseAddress(key).step);

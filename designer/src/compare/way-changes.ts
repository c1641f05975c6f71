import { keptInOrder } from '../model/kept-in-order.ts';
import { type Fields, isFields } from '../model/loose-json.ts';
import { addressOf, targetsOf } from '../model/rows.ts';
import { alike, aspectsBetween } from './aspects.ts';
import type { Aspect, Change } from './change.ts';
import type { WrittenWay } from './taken-apart.ts';

interface Pair {
  readonly before: WrittenWay;
  readonly after: WrittenWay;
}

/** What differs of the ways of one step: each is known again by what it says, then by where it leads, then by where it stands. */
export function wayChanges(step: string, before: readonly WrittenWay[], after: readonly WrittenWay[]): readonly Change[] {
  const pairs = pairsOf(before, after);
  const known = new Map(pairs.map((pair) => [pair.after, pair]));
  const old = new Set(pairs.map((pair) => pair.before));
  const moved = movedPairs(pairs, before, after);
  const told = after.flatMap((way): Change[] => {
    const element = addressOf(step, way.path);
    const pair = known.get(way);
    if (!pair) return [{ kind: 'added', element, step, aspects: [] }];
    const aspects = [...aspectsOf(pair), ...(moved.get(pair) ?? [])];
    return aspects.length === 0 ? [] : [{ kind: 'changed', element, step, aspects }];
  });
  const gone = before.filter((way) => !old.has(way));
  return [...told, ...gone.map((way): Change => ({ kind: 'removed', element: addressOf(step, way.path), step, aspects: [] }))];
}

/** The pairs of ways before and after, by the address before. */
export function pairsOf(before: readonly WrittenWay[], after: readonly WrittenWay[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [before, after];
  const match = (fits: (one: WrittenWay, other: WrittenWay) => boolean) => {
    for (const way of right) {
      const found = left.find((each) => fits(each, way));
      if (!found) continue;
      pairs.push({ before: found, after: way });
      left = left.filter((each) => each !== found);
      right = right.filter((each) => each !== way);
    }
  };
  const inGroup = (one: WrittenWay, other: WrittenWay) => one.via === other.via && one.name === other.name;
  const inTime = (one: WrittenWay, other: WrittenWay) => one.via === 'after' && other.via === 'after';
  match((one, other) => inGroup(one, other) && alike(one.row, other.row));
  match((one, other) => inTime(one, other) && alike(one.row, other.row));
  match((one, other) => inGroup(one, other) && sameTarget(one.row, other.row));
  match((one, other) => inGroup(one, other) && alike(withoutTarget(one.row), withoutTarget(other.row)));
  match((one, other) => inTime(one, other) && targetsOf(one.row).length > 0 && sameTarget(one.row, other.row));
  match((one, other) => inGroup(one, other) && one.index === other.index);
  match(inGroup);
  return pairs;
}

const sameTarget = (one: Fields, other: Fields): boolean => alike(targetsOf(one), targetsOf(other));
const withoutTarget = ({ target: _, ...rest }: Fields): Fields => rest;

function aspectsOf({ before, after }: Pair): readonly Aspect[] {
  const delay: readonly Aspect[] = before.name === after.name ? [] : [{ path: 'delay', before: before.name, after: after.name }];
  if (isFields(before.written) && isFields(after.written) && before.isAlone === after.isAlone)
    return [...delay, ...aspectsBetween(before.written, after.written)];
  const written = ({ written: value, isAlone }: WrittenWay) => (isAlone ? value : [value]);
  return [...delay, ...aspectsBetween(written(before), written(after))];
}

/** Ways that stand before or behind others than before: of these that can stay, the most stay. */
function movedPairs(
  pairs: readonly Pair[],
  before: readonly WrittenWay[],
  after: readonly WrittenWay[],
): ReadonlyMap<Pair, readonly Aspect[]> {
  const moved = new Map<Pair, readonly Aspect[]>();
  for (const via of new Set(pairs.map((pair) => pair.after.via))) {
    const here = pairs.filter((pair) => pair.after.via === via);
    const keyOf = new Map(here.map((pair, index) => [pair, String(index)]));
    const inOrder = (ways: readonly WrittenWay[], side: keyof Pair) =>
      here.toSorted((one, other) => ways.indexOf(one[side]) - ways.indexOf(other[side]));
    const [old, now] = [inOrder(before, 'before'), inOrder(after, 'after')];
    const kept = keptInOrder(
      old.map((pair) => keyOf.get(pair) ?? ''),
      now.map((pair) => keyOf.get(pair) ?? ''),
    );
    for (const [index, pair] of now.entries())
      if (!kept.has(keyOf.get(pair) ?? '')) moved.set(pair, [{ path: 'order', before: old.indexOf(pair) + 1, after: index + 1 }]);
  }
  return moved;
}

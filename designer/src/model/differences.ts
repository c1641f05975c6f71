import { pointerTo } from '@redress/engine';
import { commonEnds } from './common-ends.ts';
import type { DesignDocument } from './document.ts';
import { between, keptInOrder } from './kept-in-order.ts';
import { asJson, type Fields, isFields } from './loose-json.ts';
import { isContainer, type Patch } from './patch.ts';
import { stateDifferences } from './state-differences.ts';

/**
 * The changes that make `after` of `before`, to the byte: `applyPatches(before, differences(before, after))` is `after`. What both
 * share by reference is not looked at.
 */
export function differences(before: DesignDocument, after: DesignDocument): readonly Patch[] {
  const states = stateDifferences(before.definition, after.definition);
  const rest = membersDiffer(['definition'], states?.before ?? before.definition, states?.after ?? after.definition);
  return [
    ...(states?.patches ?? []),
    ...rest,
    ...membersDiffer(['layout'], before.layout, after.layout),
    ...membersDiffer(['scenarios'], before.scenarios, after.scenarios),
  ];
}

/** Members of two objects, values and order. */
export function membersDiffer(path: readonly string[], before: Fields, after: Fields): readonly Patch[] {
  if (before === after) return [];
  const patches: Patch[] = [];
  const keys = Object.keys(after);
  const kept = keptInOrder(Object.keys(before), keys);
  for (const [index, key] of keys.entries()) {
    const at = pointerTo([...path, key]);
    if (!Object.hasOwn(before, key)) {
      const value = after[key];
      const isHolder = isFields(value) && isContainer([...path, key]);
      patches.push({ op: 'add', at, value: isHolder ? {} : asJson(value), between: between(keys, index, kept) });
      if (isHolder) patches.push(...membersDiffer([...path, key], {}, value));
    } else {
      if (!kept.has(key)) patches.push({ op: 'move', from: at, at, between: between(keys, index, kept) });
      patches.push(...valuesDiffer([...path, key], before[key], after[key]));
    }
  }
  for (const key of Object.keys(before)) {
    if (Object.hasOwn(after, key)) continue;
    const at = pointerTo([...path, key]);
    const value = before[key];
    if (isFields(value) && isContainer([...path, key]))
      patches.push(...membersDiffer([...path, key], value, {}), { op: 'remove', at, ifEmpty: true });
    else patches.push({ op: 'remove', at });
  }
  return patches;
}

function valuesDiffer(path: readonly string[], before: unknown, after: unknown): readonly Patch[] {
  if (same(before, after)) return [];
  if (isFields(before) && isFields(after)) return membersDiffer(path, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return entriesDiffer(path, before, after);
  return [{ op: 'put', at: pointerTo(path), value: asJson(after) }];
}

/** Entries of two lists: what is equal at both ends stays, what lies between is told one by one. */
function entriesDiffer(path: readonly string[], before: readonly unknown[], after: readonly unknown[]): readonly Patch[] {
  const { head, tail } = commonEnds(before, after, same);
  const both = Math.min(before.length, after.length) - head - tail;
  const patches: Patch[] = [];
  for (let index = head; index < head + both; index += 1)
    patches.push(...valuesDiffer([...path, String(index)], before[index], after[index]));
  for (let index = before.length - tail - 1; index >= head + both; index -= 1)
    patches.push({ op: 'remove', at: pointerTo([...path, index]) });
  for (let index = head + both; index < after.length - tail; index += 1)
    patches.push({ op: 'insert', at: pointerTo([...path, index]), value: asJson(after[index]) });
  return patches;
}

/** Equal in values and in the order of keys. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((entry, index) => same(entry, other[index]));
  if (!isFields(one) || !isFields(other)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(other);
  return keys.length === others.length && keys.every((key, index) => key === others[index] && same(one[key], other[key]));
}

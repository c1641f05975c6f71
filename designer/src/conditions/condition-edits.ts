import { isFields } from '../model/loose-json.ts';
import { groupOf, type Mode, type PartPath, partOf } from './condition-parts.ts';

/** A line that waits for its data. */
export const newLine = { field: '', is: 'filled' } as const;

/** What a change makes of the condition, and the part that one is at then. Without a condition the way is always taken. */
export interface Changed {
  readonly condition: unknown;
  readonly at: PartPath;
}

/** The part at a path becomes another; everything beside it is the same object as before. */
export function replaced(condition: unknown, [key, ...rest]: PartPath, part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(condition)) return condition.map((inner, index) => (String(index) === key ? replaced(inner, rest, part) : inner));
  return isFields(condition) ? { ...condition, [key]: replaced(condition[key], rest, part) } : condition;
}

/** A part more at the end of a group; beside what is no group, both become one group of which all must hold. */
export function added(condition: unknown, at: PartPath, part: unknown): Changed {
  const here = partAt(condition, at);
  if (here === undefined) return { condition: part, at: [] };
  const read = partOf(here);
  if (read.is === 'group')
    return {
      condition: replaced(condition, [...at, ...read.at], [...read.parts, part]),
      at: [...at, ...read.at, String(read.parts.length)],
    };
  return { condition: replaced(condition, at, { all: [here, part] }), at: [...at, 'all', '1'] };
}

/** Without a part. A group goes with its last line; where nothing is left the way is always taken. */
export function removed(condition: unknown, at: PartPath): Changed {
  const list = at.slice(0, -1);
  const parts = partAt(condition, list);
  const index = Number(at.at(-1));
  if (at.length === 0 || !Array.isArray(parts)) return { condition: undefined, at: [] };
  if (parts.length > 1)
    return {
      condition: replaced(condition, list, parts.toSpliced(index, 1)),
      at: [...list, String(Math.min(index, parts.length - 2))],
    };
  return removed(condition, groupAround(at));
}

/** One place up or down among the lines of its group; nothing where it stands at the end already. */
export function shifted(condition: unknown, at: PartPath, by: -1 | 1): Changed | undefined {
  const list = at.slice(0, -1);
  const parts = partAt(condition, list);
  const index = Number(at.at(-1));
  if (at.length === 0 || !Array.isArray(parts) || index + by < 0 || index + by >= parts.length) return undefined;
  const order = parts.toSpliced(index, 1).toSpliced(index + by, 0, parts[index]);
  return { condition: replaced(condition, list, order), at: [...list, String(index + by)] };
}

/** Into the group that stands next to it, the one above first; nothing where no group is its neighbour. */
export function movedIn(condition: unknown, at: PartPath): Changed | undefined {
  const list = at.slice(0, -1);
  const parts = partAt(condition, list);
  const index = Number(at.at(-1));
  if (at.length === 0 || !Array.isArray(parts)) return undefined;
  for (const [beside, isAbove] of [[index - 1, true] as const, [index + 1, false] as const]) {
    const read = partOf(parts[beside]);
    if (beside < 0 || read.is !== 'group') continue;
    const inner = isAbove ? [...read.parts, parts[index]] : [parts[index], ...read.parts];
    const next = parts.with(beside, groupOf(read.mode, inner)).toSpliced(index, 1);
    const place = isAbove ? beside : index;
    return {
      condition: replaced(condition, list, next),
      at: [...list, String(place), ...read.at, isAbove ? String(inner.length - 1) : '0'],
    };
  }
  return undefined;
}

/** Out of its group, behind it; the group goes with its last line. Nothing where the group is the whole condition. */
export function movedOut(condition: unknown, at: PartPath): Changed | undefined {
  const group = at.length === 0 ? [] : groupAround(at);
  const list = group.slice(0, -1);
  const around = partAt(condition, list);
  const read = partOf(partAt(condition, group));
  if (group.length === 0 || !Array.isArray(around) || read.is !== 'group') return undefined;
  const index = Number(group.at(-1));
  const part = partAt(condition, at);
  const left = read.parts.toSpliced(Number(at.at(-1)), 1);
  const next = left.length === 0 ? around.with(index, part) : around.with(index, groupOf(read.mode, left)).toSpliced(index + 1, 0, part);
  return { condition: replaced(condition, list, next), at: [...list, String(left.length === 0 ? index : index + 1)] };
}

/** The lines of a group count together in another way. */
export function counted(condition: unknown, at: PartPath, mode: Mode): Changed {
  const read = partOf(partAt(condition, at));
  return { condition: read.is === 'group' ? replaced(condition, at, groupOf(mode, read.parts)) : condition, at };
}

export function partAt(condition: unknown, at: PartPath): unknown {
  return at.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isFields(inner) ? inner[key] : undefined;
  }, condition);
}

/** The group whose list the part stands in: `all/0` stands in the condition itself, `any/1/not/all/0` in `any/1`. */
function groupAround(at: PartPath): PartPath {
  const list = at.slice(0, -1);
  const length = list.at(-2) === 'not' ? 2 : 1;
  return list.slice(0, -length);
}

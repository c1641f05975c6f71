const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a row of a list is known by: itself, its day, or its procedure. A stretch of hours has no name. */
function nameOf(row: unknown): string | undefined {
  const name = isMap(row) ? (row.date ?? row.definition) : row;
  return typeof name === 'string' ? name : undefined;
}

interface Three<Value> {
  /** As it was when somebody here began to type. */
  readonly before: Value;
  readonly mine: Value;
  /** As a colleague has saved it meanwhile. */
  readonly theirs: Value;
}

/**
 * What was typed here, put upon what a colleague saved meanwhile: what only one of them changed is as that one left it, and what both changed is
 * as it was typed here. Lists are joined by the names of their rows, and the rows typed here keep their order.
 */
export const upon = <Value>(three: Three<Value>): Value => joined(three) as Value;

function joined({ before, mine, theirs }: Three<unknown>): unknown {
  if (isSame(mine, before)) return theirs;
  if (isSame(theirs, before)) return mine;
  if (isMap(before) && isMap(mine) && isMap(theirs)) {
    const parts = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].map(
      (key) => [key, joined({ before: before[key], mine: mine[key], theirs: theirs[key] })] as const,
    );
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  }
  if (!Array.isArray(before) || !Array.isArray(mine) || !Array.isArray(theirs)) return mine;
  return [...before, ...mine, ...theirs].every((row) => nameOf(row) !== undefined) ? rows({ before, mine, theirs }) : mine;
}

function rows({ before, mine, theirs }: Three<readonly unknown[]>): readonly unknown[] {
  const known = new Map(before.map((row) => [nameOf(row), row]));
  const saved = new Map(theirs.map((row) => [nameOf(row), row]));
  const typed = new Set(mine.map(nameOf));
  const kept = mine.flatMap((row) => {
    const name = nameOf(row);
    const value = known.has(name) ? joined({ before: known.get(name), mine: row, theirs: saved.get(name) }) : row;
    return value === undefined ? [] : [value];
  });
  return [...kept, ...theirs.filter((row) => !typed.has(nameOf(row)) && !known.has(nameOf(row)))];
}

/**
 * Does the same with all of them, at most so many at the same time: their writes then share commits of the disk. One that fails keeps none of the others
 * from being done; the first failure is thrown when all are over.
 */
export async function sideBySide<One>(all: Iterable<One>, atOnceMax: number, work: (one: One) => Promise<void>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const failures: unknown[] = [];
  const takeTurns = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      try {
        await work(next.value);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnceMax }, takeTurns));
  if (failures.length > 0) throw failures[0];
}

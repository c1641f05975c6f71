import type { Turns } from './ports.ts';

/** One after the other for one case, all cases side by side. Who fails lets the next one in. */
export function openTurns(begins: () => () => void = () => () => undefined): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: (caseId, work) => {
      const before = last.get(caseId);
      const turn = async () => {
        const ends = begins();
        return await work().finally(ends);
      };
      const mine = before === undefined ? turn() : before.then(turn, turn);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      last.set(caseId, settled);
      settled.then(() => {
        if (last.get(caseId) === settled) last.delete(caseId);
      });
      return mine;
    },
  };
}

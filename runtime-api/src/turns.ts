import type { Turns } from './ports.ts';

/** One after the other for one case, all cases side by side. Who fails lets the next one in. `begins` hears of each turn, and what it calls back of its answer. */
export function openTurns(begins: () => (answer: unknown) => void = () => () => undefined): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: (caseId, work) => {
      const before = last.get(caseId);
      const turn = async () => {
        const ends = begins();
        const answer = await work();
        ends(answer);
        return answer;
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

import { isOurs } from './case-event.ts';
import type { Turns } from './ports.ts';
import { openRoom } from './room.ts';

/**
 * One after the other for one case, all cases side by side; who fails lets the next one in. Of events from outside so many are at work at a time:
 * a timer that falls due does not stand behind all of them. `begins` hears of each turn, and what it calls back of its answer.
 */
export function openTurns({
  begins = () => () => undefined,
  outsideMost = Number.POSITIVE_INFINITY,
}: {
  readonly begins?: (() => (answer: unknown) => void) | undefined;
  readonly outsideMost?: number;
} = {}): Turns {
  const last = new Map<string, Promise<unknown>>();
  const room = openRoom(outsideMost);
  return {
    take: (event, work) => {
      const before = last.get(event.caseId);
      const turn = async () => {
        const ends = begins();
        const answer = await work();
        ends(answer);
        return answer;
      };
      const enter = isOurs(event) ? turn : () => room.inside(turn); // Who waits for his case takes no room from others.
      const mine = before === undefined ? enter() : before.then(enter, enter);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      last.set(event.caseId, settled);
      settled.then(() => {
        if (last.get(event.caseId) === settled) last.delete(event.caseId);
      });
      return mine;
    },
  };
}

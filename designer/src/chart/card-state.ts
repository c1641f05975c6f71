import type { MessageId } from '../language/messages.ts';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';

/** How a card stands to the case: it is here, was here, could come here next, or not yet. */
export type CardState = 'now' | 'done' | 'next' | 'later';

export const cardStateWords: Readonly<Record<CardState, MessageId>> = {
  now: 'chart.state.now',
  done: 'chart.state.done',
  next: 'chart.state.next',
  later: 'chart.state.later',
};

export function cardStates(model: ChartModel, walked: WalkedPath): ReadonlyMap<string, CardState> {
  const next = new Set(model.edges.filter((edge) => walked.now.has(edge.from)).map((edge) => edge.to));
  return new Map(
    model.cards.map(({ id }) => {
      if (walked.now.has(id)) return [id, 'now'];
      if (walked.visited.has(id)) return [id, 'done'];
      return [id, next.has(id) ? 'next' : 'later'];
    }),
  );
}

import type { Walk } from '../base/walk-key.ts';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';

/**
 * The card that a key leads to: forward by the first way out (a walked one before others), back by the way that was walked here or the
 * first way in, up and down inside the column. The card itself where nothing lies that way.
 */
export function nextCard(model: ChartModel, walked: WalkedPath, card: string, move: Walk): string {
  const column = model.columns.find((each) => each.cards.includes(card))?.cards ?? [];
  const at = column.indexOf(card);
  switch (move) {
    case 'up':
      return column[at - 1] ?? card;
    case 'down':
      return column[at + 1] ?? card;
    case 'first':
      return model.cards[0]?.id ?? card;
    case 'last':
      return model.cards.at(-1)?.id ?? card;
    case 'forward':
      return walkedFirst(model, walked, (edge) => edge.from === card)?.to ?? card;
    case 'back':
      return walkedFirst(model, walked, (edge) => edge.to === card)?.from ?? card;
  }
}

function walkedFirst(model: ChartModel, walked: WalkedPath, fits: (edge: { readonly from: string; readonly to: string }) => boolean) {
  const ways = [...model.edges, ...walked.beside].filter((edge) => edge.from !== edge.to && fits(edge));
  return ways.find((edge) => walked.edges.has(edge.id) || walked.beside.some((way) => way.id === edge.id)) ?? ways[0];
}

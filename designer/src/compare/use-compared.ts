import { useMemo } from 'react';
import { placesOf } from '../model/places.ts';
import { parseAddress } from '../model/rows.ts';
import type { Change } from './change.ts';
import { movedCards } from './ghost-layout.ts';
import { overlaySheet, type Sheet, sheetsBeside } from './sheets.ts';
import type { Drawn } from './union.ts';

export interface Compared {
  /** In the order in which they stand in the procedure, whether they came or went; parts last. */
  readonly changes: readonly Change[];
  readonly overlay: Sheet;
  readonly before: Sheet;
  readonly after: Sheet;
  readonly moved: number;
}

/** Two versions as maps; made once for each pair. */
export function useCompared(before: Drawn, after: Drawn, changes: readonly Change[]): Compared {
  const { definition: old, layout: oldLayout } = before;
  const { definition, layout } = after;
  return useMemo(() => {
    const [one, other] = [
      { definition: old, layout: oldLayout },
      { definition, layout },
    ];
    const overlay = overlaySheet(one, other, changes);
    return { changes: inOrder(overlay.definition, changes), overlay, ...sheetsBeside(one, other, changes), moved: movedCards(one, other) };
  }, [old, oldLayout, definition, layout, changes]);
}

function inOrder(both: object, changes: readonly Change[]): readonly Change[] {
  const places = new Map([...placesOf(both).keys()].map((id, index) => [id, index]));
  const placeOf = ({ element, step }: Change): number => {
    if (step === undefined) return element === '' ? -2 : places.size;
    const id = step === element ? element : parseAddress(element).step;
    return id === '' ? -1 : (places.get(id) ?? places.size);
  };
  return changes.toSorted((one, another) => placeOf(one) - placeOf(another));
}

import type { ConditionOf } from '../conditions/way-conditions.ts';
import type { Language } from '../language/language.ts';
import type { Say } from '../language/words.tsx';
import { type Direction, mirroredRect } from '../map/map-mirror.ts';
import type { MapBox, MapPlan, Rect } from '../map/map-plan.ts';
import type { MapWays } from '../map/map-ways.ts';
import type { ProcedureTree } from '../model/tree.ts';
import type { Text } from '../outline/outline-words.ts';

/** Everything that a picture of a procedure is drawn from: the procedure, where everything stands, and one reader's language. */
export interface Paper {
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly plan: MapPlan;
  readonly ways: MapWays;
  readonly conditionOf: ConditionOf;
  readonly say: Say;
  readonly text: Text;
  readonly language: Language;
  readonly direction: Direction;
}

/** A box as it lies on paper. */
export interface Sheet extends Rect {
  /** A place inside, counted from the side where the reader begins. */
  readonly at: (offset: number) => number;
  /** A place counted from where the line of reading ends. */
  readonly fromEnd: (offset: number) => number;
}

export function sheetOf(box: MapBox, { plan, direction }: Paper): Sheet {
  const rect = mirroredRect(plan.rectOf(box.id) ?? box, direction);
  const at = (offset: number) => (direction === 'ltr' ? rect.x + offset : rect.x + rect.width - offset);
  return { ...rect, at, fromEnd: (offset) => at(rect.width - offset) };
}

export interface Corners {
  /** Above, where the reader begins. */
  readonly start: number;
  /** Above, where the line ends. */
  readonly end: number;
  readonly foot: number;
}

/** The outline of a box with round corners. */
export function outlineOf({ x, y, width, height }: Rect, { start, end, foot }: Corners, direction: Direction): string {
  const [left, right] = direction === 'ltr' ? [start, end] : [end, start];
  const [farX, farY] = [x + width, y + height];
  return [
    `M${x + left} ${y}H${farX - right}`,
    right > 0 ? `A${right} ${right} 0 0 1 ${farX} ${y + right}` : '',
    `V${farY - foot}`,
    foot > 0 ? `A${foot} ${foot} 0 0 1 ${farX - foot} ${farY}` : '',
    `H${x + foot}`,
    foot > 0 ? `A${foot} ${foot} 0 0 1 ${x} ${farY - foot}` : '',
    `V${y + left}`,
    left > 0 ? `A${left} ${left} 0 0 1 ${x + left} ${y}` : '',
    'Z',
  ].join('');
}

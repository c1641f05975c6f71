import { createContext, useContext } from 'react';
import type { ChangeKind } from '../compare/change.ts';
import type { ConditionOf } from '../conditions/way-conditions.ts';
import type { ProcedureTree } from '../model/tree.ts';
import type { Present } from '../server/live.ts';
import type { Direction } from './map-mirror.ts';
import type { MapPlan, Size } from './map-plan.ts';
import type { Side } from './map-wishes.ts';

/** How a step or way stands in a story that is played: it is there, was there, can come next, cannot yet, or comes later if at all. */
export type StoryMark = 'here' | 'walked' | 'next' | 'not-now' | 'later';
/** How it stands to a run that breaks a rule: the run passes it, breaks there, or does not come there. */
export type PathMark = 'on-path' | 'breaks' | 'off-path';
/** What a map tells of a step or way: where a story stands, what became of it from one version to the next, whether a run passes it. */
export type Mark = StoryMark | ChangeKind | PathMark;
export interface MapMarks {
  readonly steps: ReadonlyMap<string, Mark>;
  /** Ways by address. */
  readonly rows: ReadonlyMap<string, Mark>;
  /** Which steps of a run end at a step. */
  readonly numbers?: ReadonlyMap<string, readonly number[]>;
  /** Where the run that is played stands. */
  readonly now?: string;
}

/** What every card of the map needs to know; the nodes themselves carry only their id. */
export interface MapView {
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly conditionOf: ConditionOf;
  readonly plan: MapPlan;
  readonly direction: Direction;
  readonly sides: ReadonlyMap<string, Side>;
  /** How many problems stand at an element or a way. */
  readonly problems: ReadonlyMap<string, number>;
  /** Whose details are open: an element or a way. */
  readonly chosen: string | undefined;
  /** The one box or way in the tab order. */
  readonly reached: string;
  /** Moved by the arrow keys instead of walked from. */
  readonly placing: string | undefined;
  readonly others: readonly Present[];
  readonly mayDraw: boolean;
  /** What is told on the map instead of drawing on it. */
  readonly marks?: MapMarks;
  readonly choose: (id: string) => void;
  readonly reach: (key: string) => void;
  readonly addInto: (stage: string) => void;
  readonly addAfter: (row: string) => void;
  readonly fold: (stage: string, folded: boolean) => void;
  readonly resize: (box: string, size: Size) => void;
}

export const MapViewContext = createContext<MapView | undefined>(undefined);
export const useMapView = (): MapView => {
  const view = useContext(MapViewContext);
  if (!view) throw new Error('no map is here');
  return view;
};

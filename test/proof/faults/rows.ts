import type { Check, Plant } from '../checks/check.ts';
import { doneIsMarked, sleeperChangesNothing } from '../checks/effects.ts';
import { sameAfterANight, staleTaskIsGone } from '../checks/engine.ts';
import { memoryBehindRefusesNothing, nothingIsLost, organisationsNeverMeet } from '../checks/races.ts';
import { nothingBeforeTheCommit } from '../checks/restart.ts';
import { everyStepIsALine, sentTwiceDoneOnce } from '../checks/road.ts';
import { deadlineComesOnce, neverEarly } from '../checks/timers.ts';
import { nodesUnsorted, staleTaskTaken } from './engine-faults.ts';
import {
  clockAhead,
  doneMarkDropped,
  effectsFirst,
  fenceDropped,
  lineDropped,
  lineDroppedAtOnce,
  organisationDropped,
  revisionDropped,
  revisionDroppedAtOnce,
  seenDropped,
  staleRefusal,
  timerKept,
} from './port-faults.ts';

/** A fault, and the check that goes red by it. */
export interface Row {
  readonly fault: string;
  readonly check: { readonly title: string; readonly run: () => Promise<void> };
  readonly planted: () => Promise<void>;
  /** How often the planted part was used: a fault that nobody comes past is not a fault. */
  readonly touched: () => number;
}

/** Wraps a part and counts, each time the fault does its work, by `hit`. */
export type Fault<Part> = (part: Part, hit: () => void) => Part;

function row<Part>(fault: string, plant: Fault<Part>, check: Check<Part>): Row {
  let times = 0;
  const counted: Plant<Part> = (part) =>
    plant(part, () => {
      times++;
    });
  return { fault, check: { title: check.title, run: () => check.run() }, planted: () => check.run(counted), touched: () => times };
}

/** Only the embedded store takes a case and its copies at once. */
const atOnce: readonly Row[] =
  process.env.MONGODB_URI === undefined
    ? [
        row('the revision is not compared where copies go along', revisionDroppedAtOnce, nothingIsLost),
        row('a journal line does not go along with its case', lineDroppedAtOnce, everyStepIsALine),
      ]
    : [];

export const rows: readonly Row[] = [
  ...atOnce,
  row('the revision is not compared', revisionDropped, nothingIsLost),
  row('nobody asks whether an event was seen before', seenDropped, sentTwiceDoneOnce),
  row('the last write of a worker names no fence', fenceDropped, sleeperChangesNothing),
  row('what is done is not marked', doneMarkDropped, doneIsMarked),
  row('effects go out before the commit', effectsFirst, nothingBeforeTheCommit),
  row('a timer stays after it fired', timerKept, deadlineComesOnce),
  row('timers fire 50 ms early', clockAhead, neverEarly),
  row('restored steps are not in the order of the procedure', nodesUnsorted, sameAfterANight),
  row('a task instance that is gone is taken for the one that is open', staleTaskTaken, staleTaskIsGone),
  row('a filter forgets the organisation', organisationDropped, organisationsNeverMeet),
  row('a journal line leaves its case before it is copied', lineDropped, everyStepIsALine),
  row('memory that is behind refuses', staleRefusal, memoryBehindRefusesNothing),
];

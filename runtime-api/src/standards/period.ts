import { zoneOf } from '@redress/engine';

/** From the first to the last day, both included, `2026-01-01` by the organisation's calendar day; without one it is open on that side. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** When something has to have happened, UTC: from the first instant of the first day until the last day is over. */
export interface Span {
  readonly $gte?: string;
  readonly $lt?: string;
}

/** It ends before it begins. Days of ISO text stand in the order of time. */
export const isReversed = ({ from, to }: Period): boolean => from !== undefined && to !== undefined && from > to;

const dayMs = 86_400_000;

export function spanOf({ from, to }: Period, timeZone: string): Span {
  const zone = zoneOf(timeZone);
  if (!zone) throw new Error(`no such time zone: ${timeZone}`);
  const instant = (ms: number): string => new Date(ms).toISOString();
  return {
    ...(from === undefined ? {} : { $gte: instant(zone.instantAt(startOf(from))) }),
    ...(to === undefined ? {} : { $lt: instant(zone.endOf(startOf(to) / dayMs)) }),
  };
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

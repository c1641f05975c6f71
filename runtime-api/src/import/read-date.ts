import { zoneOf } from '@redress/engine';
import { formatParts, isoFormat } from './import-map.ts';

export interface ReadDate {
  /** The calendar day as it is written, `YYYY-MM-DD`. */
  readonly day: string;
  /** UTC ISO; a day without a time begins at midnight of the zone. */
  readonly instant: string;
}

/** A date as a table writes it. Nothing where the text does not follow the format or there is no such day. */
export function readDate(text: string, format: string, timeZone: string): ReadDate | undefined {
  return format === isoFormat ? readIso(text) : readPattern(text, format, timeZone);
}

function readIso(text: string): ReadDate | undefined {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(instant) && isDay(text.slice(0, 10))
    ? { day: text.slice(0, 10), instant: new Date(instant).toISOString() }
    : undefined;
}

function readPattern(text: string, format: string, timeZone: string): ReadDate | undefined {
  const named = format
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(new RegExp(formatParts.join('|'), 'g'), (part) => `(?<${part}>\\d{${part.length}})`);
  const parts = new RegExp(`^${named}$`).exec(text)?.groups;
  const zone = zoneOf(timeZone);
  if (!parts || !zone) return undefined;
  const day = `${parts.YYYY}-${parts.MM}-${parts.DD}`;
  const time = `${parts.HH ?? '00'}:${parts.mm ?? '00'}:${parts.ss ?? '00'}`;
  const wall = Date.parse(`${day}T${time}.000Z`);
  if (!isDay(day) || !Number.isFinite(wall)) return undefined;
  return { day, instant: new Date(zone.instantAt(wall)).toISOString() };
}

/** 31 February is none, though `Date` would read it as a day in March. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === day;
}

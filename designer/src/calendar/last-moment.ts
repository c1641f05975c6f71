import { wallTime } from './wall-time.ts';

/** What falls due at midnight is due on the day that ends: the last minute of it, as people would say. Other instants stay. */
export const lastMoment = (at: string, timeZone: string): string =>
  wallTime(at, timeZone).time === '00:00' ? new Date(Date.parse(at) - 60_000).toISOString() : at;

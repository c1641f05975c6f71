/** What a clock on the wall shows: local day `YYYY-MM-DD` and `HH:MM`. */
export interface WallTime {
  readonly day: string;
  readonly time: string;
}

export function wallTime(at: string | number, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '00';
  // A year that is still being typed has fewer digits than a day has room for.
  return { day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The instant at which a wall in that zone shows this time. In the hour that is skipped in spring: the same number of minutes later. */
export function instantAt({ day, time }: WallTime, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let at = wanted;
  // Twice is enough: the first step finds the offset, the second corrects it across a change of summer time.
  for (let step = 0; step < 2; step++) {
    const shown = wallTime(at, timeZone);
    at += wanted - Date.parse(`${shown.day}T${shown.time}:00Z`);
  }
  return new Date(at).toISOString();
}

/** `9`, `940`, `9:40`, `9.40`, `09 40` as `HH:MM`; `undefined` where it is no time. Latin digits. */
export function readTime(text: string): string | undefined {
  const found = /^\s*(\d{1,2})\s*[:.٫\s]?\s*(\d{2})?\s*$/.exec(text);
  if (!found) return undefined;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? '0');
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

import { expect, test } from '@jest/globals';
import { instantAt, wallTime } from './wall-time.ts';

/** The years through which a day goes while one types 2025, or the Persian 1405. */
const halfTyped = ['0002-12-01', '0020-12-01', '0202-12-01', '2025-12-01', '0622-11-22', '0635-11-22', '0761-11-22'];

test.each(['Europe/Warsaw', 'Asia/Tehran', 'UTC'])('a year that is half typed is a day as every other, in %s', (timeZone) => {
  for (const day of halfTyped) {
    const wall = { day, time: '09:40' };
    expect(wallTime(instantAt(wall, timeZone), timeZone)).toEqual(wall);
  }
});

test('a wall shows the same time before and after a change of summer time', () => {
  for (const day of ['2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26']) {
    const wall = { day, time: '00:30' };
    expect(wallTime(instantAt(wall, 'Europe/Warsaw'), 'Europe/Warsaw')).toEqual(wall);
  }
});

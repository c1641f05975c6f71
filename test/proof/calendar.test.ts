import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../../engine/src/time/calendar.ts';
import { dueAt } from '../../engine/src/time/due-at.ts';
import { workingTimeOf } from '../../engine/src/time/working-time.ts';
import { calendars, dueMinute, places, type Question, questions, readWall, readWork, type Wall, workedMinutes } from './calendar-oracle.ts';
import { seedOf, sizeOf } from './sizes.ts';

const seed = seedOf();
const questionsEach = 40;
const isoAt = (wall: Wall, minute: number): string => new Date(wall.start + minute * 60_000).toISOString();

function asked(question: Question, wall: Wall, calendar: Calendar): string | undefined {
  const { unit, amount, counts, ends, from, rests } = question;
  const term = { [unit]: amount, calendar: calendar.id, ...(counts && { counts }), ...(ends && { ends }) };
  const pauses = (rests ?? []).map((rest) => ({ from: isoAt(wall, rest.from), to: isoAt(wall, rest.to) }));
  const due = dueAt(term, isoAt(wall, from), calendar, pauses);
  return due.ok ? due.value : undefined;
}

test.each(places)(
  '$timeZone: due dates and worked time equal a clock read minute by minute',
  ({ timeZone, from, to }) => {
    const wall = readWall(timeZone, from, to);
    const calendarsTried = Math.ceil(sizeOf('calendarIntervals') / places.length / questionsEach);
    let compared = 0;
    const property = fc.property(
      calendars({ timeZone, from, to }),
      fc.array(questions(wall), { minLength: questionsEach, maxLength: questionsEach }),
      (calendar, list) => {
        const works = readWork(wall, calendar);
        const working = workingTimeOf(calendar);
        if (!working.ok) throw new Error(JSON.stringify(working.refusal));
        for (const question of list) {
          const expected = dueMinute(wall, works, question);
          if (expected === undefined) continue; // Beyond the years that were read.
          compared += 1;
          expect({ question, due: asked(question, wall, calendar) }).toEqual({ question, due: isoAt(wall, expected) });
          const worked = working.value.between(wall.start + question.from * 60_000, wall.start + expected * 60_000) / 60_000;
          expect({ question, worked }).toEqual({ question, worked: workedMinutes(works, question.from, expected) });
        }
      },
    );
    // Shrinking would read millions of minutes again; question and calendar are printed as they failed.
    fc.assert(property, { seed, numRuns: calendarsTried, endOnFailure: true });
    console.log(`${timeZone}: ${compared} intervals compared, seed ${seed}`);
    expect(compared).toBeGreaterThan(0.6 * calendarsTried * questionsEach);
  },
  600_000,
);

import { expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import fc from 'fast-check';
import { type History, keptDefinition, recorded } from '../../../../test/histories/history.ts';
import { recordOfHistory } from '../../../../test/histories/record-of-history.ts';
import { packs } from '../../rules/packs.ts';
import { Operation } from '../operation.ts';
import { countMeasures, type Measured } from './count-measures.ts';

const histories = recorded();
const now = '2028-01-01T00:00:00.000Z';

function measured(hash: string): {
  readonly own: readonly History[];
  readonly of: (id: string) => Measured | undefined;
  readonly all: readonly Measured[];
} {
  const compiled = keptDefinition(hash);
  const operation = new Operation(explore(compiled), { packs });
  const own = histories.filter(({ definition }) => definition === hash);
  const cases = own.map((history) => {
    const record = recordOfHistory(history);
    return { id: String(history.seed), receivedAt: record.receivedAt, samples: operation.judge(record).samples };
  });
  const asked = { definition: compiled.definition, measures: operation.measures, now, timeZone: 'Europe/Warsaw', placesMost: 100 };
  const all = countMeasures(cases, asked);
  return { own, all, of: (id) => all.find(({ measure }) => measure === id) };
}

/** How a case stood at last, by what the engine answered when it was recorded: another source than the journal. */
const lastOf = ({ begun, steps }: History) =>
  [begun, ...steps.map(({ answer }) => answer)].flatMap((answer) => ('status' in answer ? [answer] : [])).at(-1);
const hashes = [...new Set(histories.map(({ definition }) => definition))].map((hash): [string, string] => [
  `${histories.find(({ definition }) => definition === hash)?.process} ${hash.slice(0, 8)}`,
  hash,
]);

test.each(hashes)('what was recorded of %s is counted as the engine told it then', (name, hash) => {
  const { own, of, all } = measured(hash);
  const ended = own.filter((history) => lastOf(history)?.status === 'ended');
  const endedAs = (outcome: string) => ended.filter((history) => lastOf(history)?.outcome === outcome).length;
  for (const { measure, over, count = 0, value, unit, groups, places } of all) {
    const told = groups ? groups.of.reduce((sum, group) => sum + group.over, 0) + groups.others : over;
    expect({ name, measure, over: told }).toEqual({ name, measure, over });
    expect(value === undefined).toBe(over === 0);
    if (unit === 'share') expect(count).toBeLessThanOrEqual(over);
    expect(places.length).toBeLessThanOrEqual(own.length);
  }
  const received = of('received') ?? of('disputes');
  if (received) expect(received).toMatchObject({ over: own.length });
  const outcomes = of('days-by-outcome') ?? of('disputes-by-outcome');
  for (const group of outcomes?.groups?.of ?? []) expect(group.over).toBe(endedAs(group.group));
  if (of('withdrawn')) expect(of('withdrawn')).toMatchObject({ over: ended.length, count: endedAs('withdrawn') });
  if (of('settled')) expect(of('settled')?.over).toBe(ended.length - endedAs('withdrawn'));
});

test('whoever counts half of the cases and then the other half has counted all of them, in whatever order they come', () => {
  const [[, hash] = ['', '']] = hashes;
  const compiled = keptDefinition(hash);
  const operation = new Operation(explore(compiled), { packs });
  const cases = histories
    .filter(({ definition }) => definition === hash)
    .map((history) => {
      const record = recordOfHistory(history);
      return { id: String(history.seed), receivedAt: record.receivedAt, samples: operation.judge(record).samples };
    });
  const asked = { definition: compiled.definition, measures: operation.measures, now, timeZone: 'Europe/Warsaw', placesMost: 0 };
  fc.assert(
    fc.property(fc.shuffledSubarray(cases), (half) => {
      const rest = cases.filter((one) => !half.includes(one));
      const [one, other, all, mixed] = [half, rest, cases, [...half, ...rest]].map((some) => countMeasures(some, asked));
      expect(mixed?.map(({ measure, over, count, value }) => [measure, over, count, value])).toEqual(
        all?.map(({ measure, over, count, value }) => [measure, over, count, value]),
      );
      for (const [place, whole] of (all ?? []).entries()) {
        const [left, right] = [one?.[place], other?.[place]];
        if (whole.unit === 'each') continue; // Whoever holds cases of both halves is one person.
        expect((left?.over ?? 0) + (right?.over ?? 0)).toBe(whole.over);
        // Whether a cause came before is seen among all of them alone.
        if (whole.unit === 'share' && whole.measure !== 'repeat-cause')
          expect((left?.count ?? 0) + (right?.count ?? 0)).toBe(whole.count ?? 0);
      }
    }),
    { numRuns: 30 },
  );
});

test('a case that runs answers nothing about its end, and one that ended nothing about what is open', () => {
  for (const [, hash] of hashes) {
    const compiled = keptDefinition(hash);
    const operation = new Operation(explore(compiled), { packs });
    for (const history of histories.filter(({ definition }) => definition === hash)) {
      const { standing, ...record } = recordOfHistory(history);
      const has = (ids: readonly string[], { samples }: ReturnType<Operation['judge']>) =>
        samples.some(({ measure }) => ids.includes(measure));
      const begun = operation.judge({ ...record, lines: record.lines.slice(0, 1), standing: { isOpen: true, holders: [], values: {} } });
      expect(has(['days-by-outcome', 'disputes-by-outcome', 'withdrawn', 'settled', 'lessons', 'actions-written'], begun)).toBe(false);
      if (!standing?.isOpen)
        expect(has(['open-age', 'open-overdue'], operation.judge({ ...record, ...(standing && { standing }) }))).toBe(false);
    }
  }
});

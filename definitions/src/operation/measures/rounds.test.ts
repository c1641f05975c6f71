import { expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import { withLine } from '../../../../test/tools/record-of.ts';
import { recordOfScenario } from '../../../../test/tools/record-of-rehearsal.ts';
import { packs } from '../../rules/packs.ts';
import type { CaseRecord } from '../case-record.ts';
import { Operation } from '../operation.ts';

function read(name: string, change: (record: CaseRecord) => CaseRecord = (record) => record) {
  const { definition, record } = recordOfScenario(name);
  const { samples, deviations } = new Operation(explore({ definition }), { packs }).judge(change(record));
  expect(deviations.filter(({ kind }) => kind === 'astray')).toEqual([]);
  return (id: string) => samples.filter(({ measure }) => measure === id);
}

test('a code counts its breaches and questions, and how long a breach took to be put right', () => {
  const code = read('code-kept-and-ended', withLine(29, { at: '2030-01-05T00:00:00.000Z' }));
  expect([code('breaches'), code('inquiries')].map(([sample]) => sample?.value)).toEqual([1, 1]);
  const [remedied, ...more] = code('days-to-remedy');
  expect([remedied?.revision, more]).toEqual([29, []]);
  expect(remedied?.value).toBeGreaterThan(365);
});

test('a breach that is still open grows, and where none was reported nothing took any time', () => {
  const cut = (last: number) => (record: CaseRecord) => ({ ...record, lines: record.lines.slice(0, last) });
  expect(read('code-kept-and-ended', cut(28))('days-to-remedy')).toEqual([{ measure: 'days-to-remedy', since: expect.any(String) }]);
  expect(read('code-kept-and-ended', cut(27))('days-to-remedy')).toEqual([]);
});

test('a later round whose questions stayed is counted, one in which they were rewritten counts against it, the first is nothing to compare', () => {
  expect(read('satisfaction-two-rounds')('same-questions')).toMatchObject([{ value: 1 }]);
  expect(read('satisfaction-two-rounds', withLine(27, { changed: ['questions'] }))('same-questions')).toMatchObject([
    { value: 0, revision: 27 },
  ]);
  expect(read('satisfaction-round-without-results')('same-questions')).toEqual([]);
});

test('answers are counted of the sample of their round, once its asking is over and while that sample is known', () => {
  const rounds = read('satisfaction-two-rounds')('response-rate');
  expect(rounds).toMatchObject([
    { value: 1, of: 200 },
    { value: 0, of: 200 },
  ]);
  // Of the first round nobody knows any more how many were asked.
  expect(read('satisfaction-two-rounds', withLine(27, { changed: ['sampleSize'] }))('response-rate')).toHaveLength(1);
  const asking = (record: CaseRecord) => ({ ...record, lines: record.lines.slice(0, 14) });
  expect(read('satisfaction-two-rounds', asking)('response-rate')).toEqual([]);
});

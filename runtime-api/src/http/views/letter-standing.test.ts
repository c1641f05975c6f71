import { expect, test } from '@jest/globals';
import { letterStanding } from './letter-standing.ts';

const read = (status: string, ...letters: readonly string[]) =>
  ({ document: { status }, state: { tasks: letters.map((key) => ({ kind: 'print', letter: { key } })) } }) as unknown as Parameters<
    typeof letterStanding
  >[0];

test('what waits for the printer is off with its case, but for what came to the printer afterwards', () => {
  const stands = 'to-print';
  expect(letterStanding(read('cancelled'), { key: 'a', stands })).toBe('dropped');
  expect(letterStanding(read('cancelled', 'a'), { key: 'a', stands })).toBe('to-print');
  expect(letterStanding(read('cancelled', 'b'), { key: 'a', stands })).toBe('dropped');
  expect(letterStanding(read('active'), { key: 'a', stands })).toBe('to-print');
  expect(letterStanding(read('cancelled'), { key: 'a', stands: 'sent' })).toBe('sent');
});

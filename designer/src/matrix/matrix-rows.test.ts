import { expect, test } from '@jest/globals';
import { monthsLater } from '@redress/definitions';
import { pretendRule as rule } from '../check/pretend-rule.ts';
import type { Attestation, Waiver } from '../server/shapes/standards.ts';
import { countInOperation, countSignatures, matrixRows, needsSomebody, shownRows, signatureOf } from './matrix-rows.ts';

const today = '2026-11-29';
const signedByPerson = (id: string) => rule(id, 'needs-person', { proved: 'attestation' });
const attestation = (id: string, validUntil: string): Attestation => ({
  id: `${id}:${validUntil}`,
  rule: id,
  statement: 'Minutes read',
  evidence: '',
  files: [],
  validUntil,
  at: '2026-01-01T00:00:00.000Z',
  state: 'valid',
});
const waiver = (id: string, until: string, state: Waiver['state'] = 'valid'): Waiver => ({
  id: `${id}:${until}`,
  rule: id,
  reason: 'No phone yet',
  until,
  at: '2026-01-01T00:00:00.000Z',
  state,
});
const none = { attestations: [], waivers: [] };

test('the newest signature counts; one that ends within thirty days is due, one that is over has lapsed', () => {
  const rows = matrixRows({
    rules: ['a', 'b', 'c', 'd'].map(signedByPerson),
    attestations: [
      attestation('a', '2027-06-01'),
      attestation('a', '2026-01-01'),
      attestation('b', '2026-12-29'),
      attestation('c', '2026-11-28'),
    ],
    waivers: [],
  });
  expect(rows.map((row) => signatureOf(row, today))).toEqual(['valid', 'soon', 'lapsed', 'none']);
  expect(rows.map((row) => needsSomebody(row, today))).toEqual([false, true, true, true]);
  expect(countSignatures(rows, today)).toEqual({ valid: 1, soon: 1, lapsed: 1, none: 1 });
});

test('what is open waits for the officer unless a waiver lifts it today; a withdrawn one lifts nothing', () => {
  const rules = [rule('a', 'fails'), rule('b', 'possible'), rule('c', 'not-decided'), rule('d', 'fails'), rule('e', 'holds')];
  const waivers = [waiver('a', '2027-01-01'), waiver('b', '2026-11-28'), waiver('d', '2027-01-01', 'withdrawn')];
  const rows = matrixRows({ rules, attestations: [], waivers });
  expect(shownRows(rows, 'mine', today).map((row) => row.rule.rule)).toEqual(['b', 'c', 'd']);
});

test('beside another procedure only what became different is named', () => {
  const rules = [rule('a', 'fails'), rule('b', 'holds'), rule('c', 'vacuous')];
  const rows = matrixRows({ rules, others: [rule('a', 'holds'), rule('b', 'holds')], ...none });
  expect(rows.map(({ before }) => before)).toEqual(['holds', undefined, 'new']);
  expect(shownRows(rows, 'changed', today)).toHaveLength(2);
  expect(shownRows(matrixRows({ rules, ...none }), 'changed', today)).toEqual([]);
});

test('a signature counts for so many months at most, to the last day of a shorter month', () => {
  expect(monthsLater('2026-11-29', 12)).toBe('2027-11-29');
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28');
});

test('a rule that cases broke waits for the officer although its drawing holds; what no case can show counts nowhere', () => {
  const cases = (id: string, kept: number, broken: number) => ({ rule: id, kept, broken, open: 0, places: [] });
  const rows = matrixRows({
    rules: ['a', 'b', 'c', 'd'].map((id) => rule(id, 'holds')),
    operation: { rules: [cases('a', 6, 2), cases('b', 8, 0), cases('c', 0, 0)], measures: [] },
    ...none,
  });
  expect(rows.map((row) => needsSomebody(row, today))).toEqual([true, false, false, false]);
  expect(countInOperation(rows)).toEqual({ fails: 1, holds: 1, vacuous: 1 });
});

test('a target that was missed waits for the officer; what is met, or has no target, does not', () => {
  const measure = (of: string, meets?: boolean) => ({
    ...{ measure: of, rule: of, title: {}, unit: 'share' as const, over: 4, count: 3, value: 0.75, places: [] },
    ...(meets !== undefined && { meets }),
  });
  const rows = matrixRows({
    rules: ['a', 'b', 'c'].map((id) => rule(id, 'needs-person')),
    operation: { rules: [], measures: [measure('a', false), measure('b', true), measure('c')] },
    ...none,
  });
  expect(rows.map(({ measures }) => measures.map((one) => one.measure))).toEqual([['a'], ['b'], ['c']]);
  expect(rows.map((row) => needsSomebody({ ...row, rule: { ...row.rule, verdict: 'holds' } }, today))).toEqual([true, false, false]);
});

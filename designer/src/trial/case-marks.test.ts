import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { treeOf } from '../model/tree.ts';
import { caseMarks } from './case-marks.ts';
import { waysOf } from './trial-marks.ts';

const starter = shippedProcesses.find((process) => (process as { id?: unknown }).id === 'starter');
if (!starter) throw new Error('no starter');
const tree = treeOf(starter);
const [first] = waysOf(tree).filter(({ source, via }) => source === 'recording' && via === 'on');
if (!first) throw new Error('no way out of recording');
const path = [{ revision: 2, from: 'recording', to: first.to, at: first.at }];
const now = first.to.map((id) => ({ id, title: {} }));

test('a running case stands where it is, came the way it took, and could go on by the ways that leave there', () => {
  const { steps, rows } = caseMarks(tree, { status: 'active', steps: now, path } as never);
  expect(steps.get('recording')).toBe('walked');
  for (const id of first.to) expect(steps.get(id)).toBe('here');
  expect(rows.get(first.address)).toBe('walked');
  const onward = waysOf(tree).filter(({ source, at }) => first.to.includes(source) && at !== first.at);
  expect(onward.length).toBeGreaterThan(0);
  for (const row of onward) expect(rows.get(row.address)).toBe('next');
  const elsewhere = waysOf(tree).filter(({ source }) => source !== '' && source !== 'recording' && !first.to.includes(source));
  for (const row of elsewhere) expect(rows.get(row.address)).toBe('later');
});

test('nothing comes next once it has ended', () => {
  const { rows } = caseMarks(tree, { status: 'ended', steps: now, path } as never);
  expect([...new Set(rows.values())].sort()).toEqual(['later', 'walked']);
});

import { expect, test } from '@jest/globals';
import { readProcess } from '../../../../test/tools/pretend-case.ts';
import { measuredValues } from './measured-values.ts';

const complaint = readProcess('complaint');

test('values by which cases are counted are read by what the standards call them; nothing else is', () => {
  const held = { category: 'Delivery', rootCause: 'Courier', severity: 3, score: 4, description: 'Ada was hit', complainantName: 'Ada' };
  expect(measuredValues(complaint, held)).toEqual({ category: 'Delivery', 'root-cause': 'Courier', severity: 3, score: 4 });
  expect(measuredValues(complaint, { category: '  ', severity: null })).toEqual({});
});

test('a field that is personal, or that only some may see, is not read whatever it is called', () => {
  const { category, ...data } = complaint.data;
  if (!category) throw new Error('no such field');
  for (const kept of [{ personal: 'ordinary' as const }, { visibleTo: ['handler'] }])
    expect(measuredValues({ ...complaint, data: { ...data, category: { ...category, ...kept } } }, { category: 'Ada' })).toEqual({});
});

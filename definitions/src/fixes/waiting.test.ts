import { expect, test } from '@jest/globals';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { copyOf, spotOf } from './draft.ts';
import { unreached } from './unreached.ts';
import { sooner } from './waiting.ts';

const complaint = () => copyOf(readProcess('complaint'));

test('what takes too long is taken from the longest step first, and half of its time at most', () => {
  const waits = [
    { step: 'intake', days: 2 },
    { step: 'deciding', days: 10 },
    { step: 'responding', days: 6 },
  ];
  const [edit] = sooner(waits, 7);
  const draft = complaint();
  expect(edit?.write(draft)).toBe(true);
  expect(edit?.facts).toEqual({ state: 'deciding', days: 5, missing: ['deciding', 'responding'] });
  const lengthOf = (step: string) => Object.keys(spotOf(draft, step)?.state.after ?? {}).map((delay) => draft.delays[delay]?.days);
  expect(lengthOf('deciding')).toContain(5);
  expect(lengthOf('responding')).toContain(4);
});

test('a step that is passed twice gives back twice, and where half of the time is not enough nothing is proposed', () => {
  expect(
    sooner(
      [1, 2].map(() => ({ step: 'deciding', days: 10 })),
      6,
    )[0]?.facts,
  ).toMatchObject({ days: 7 });
  expect(sooner([{ step: 'deciding', days: 10 }], 6)).toEqual([]);
  expect(sooner([{ step: 'deciding', days: 1 }], 1)).toEqual([]);
});

test('what a field of the case decides still does, within less', () => {
  const draft = complaint();
  expect(sooner([{ step: 'investigating', days: 12 }], 3)[0]?.write(draft)).toBe(true);
  const delays = Object.keys(spotOf(draft, 'investigating')?.state.after ?? {}).map((delay) => draft.delays[delay]);
  expect(delays).toContainEqual(expect.objectContaining({ days: '= investigationDays', atMost: { days: 9 } }));
});

test('a step into which nothing leads any more is found, with all that stands behind it in its stage', () => {
  const draft = copyOf(readProcess('code-of-conduct'));
  expect(unreached(draft)).toEqual([]);
  delete spotOf(draft, 'inForce')?.state.after;
  expect(unreached(draft)).toEqual(['collecting']);
});

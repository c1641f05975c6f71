import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { mapKey, shiftOf } from './map-keys.ts';
import { planOf } from './map-plan.ts';
import { stepFrom } from './map-steps.ts';
import { waysOf } from './map-ways.ts';

const complaint = shippedProcesses.map(fieldsOf).find(({ id }) => id === 'complaint') ?? {};
const plan = planOf(treeOf(complaint), {});
const ways = waysOf(plan);
const go = (here: string, ...steps: readonly Parameters<typeof stepFrom>[3][]) =>
  steps.reduce((at, step) => stepFrom(plan, ways, at, step), here);
const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

test('forward follows the first way out, back the first way in', () => {
  expect(go('intake', 'forward')).toBe('acknowledging');
  expect(go('intake', 'forward', 'forward')).toBe('assessing');
  expect(go('deciding', 'back')).toBe('investigating');
  expect(go('intake', 'back')).toBe('intake');
});

test('up and down stay in the stage; in leads to its steps, or to the ways of a step; out leads back', () => {
  expect(go('intake', 'down')).toBe('acknowledging');
  expect(go('intake', 'up')).toBe('intake');
  expect(go('reception', 'in')).toBe('intake');
  expect(go('reception', 'forward')).toBe('assessment');
  expect(go('intake', 'in')).toBe('intake/on/register/0');
  expect(go('intake', 'in', 'down')).toBe('intake/on/outOfScope/0');
  expect(go('intake', 'in', 'down', 'forward')).toBe('redirected');
  expect(go('intake', 'in', 'out')).toBe('intake');
  expect(go('intake', 'out')).toBe('reception');
});

test('every box and every drawn way is reached by keys alone', () => {
  const reached = new Set<string>();
  const look = (key: string): void => {
    if (reached.has(key)) return;
    reached.add(key);
    for (const step of ['forward', 'back', 'up', 'down', 'in', 'out', 'first', 'last'] as const) look(stepFrom(plan, ways, key, step));
  };
  look('intake');
  const all = plan.boxes.flatMap(({ id, rows }) => [id, ...rows.map(({ row }) => row.address)]);
  expect(all.filter((key) => !reached.has(key))).toEqual([]);
});

test('arrows follow the reader, letters can be switched off, Ctrl and Alt belong to others', () => {
  expect(mapKey({ ...plain, code: 'ArrowRight' }, 'ltr', true)).toEqual({ step: 'forward' });
  expect(mapKey({ ...plain, code: 'ArrowRight' }, 'rtl', true)).toEqual({ step: 'back' });
  expect(mapKey({ ...plain, code: 'KeyA' }, 'ltr', true)).toEqual({ act: 'add' });
  expect(mapKey({ ...plain, code: 'KeyA' }, 'ltr', false)).toBeUndefined();
  expect(mapKey({ ...plain, code: 'Delete' }, 'ltr', false)).toEqual({ act: 'remove' });
  expect(mapKey({ ...plain, code: 'ArrowDown', altKey: true }, 'ltr', false)).toEqual({ step: 'in' });
  expect(mapKey({ ...plain, code: 'KeyA', ctrlKey: true }, 'ltr', true)).toBeUndefined();
  expect(shiftOf({ code: 'ArrowRight', shiftKey: false }, 'rtl')).toEqual({ x: -8, y: 0 });
});

import { expect, test } from '@jest/globals';
import { historyKey, outlineKey } from './outline-keys.ts';

const key = (code: string, held: object = {}) => ({ code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held });

test('keys are known by their place, so that they are the same on every layout', () => {
  expect(['KeyA', 'KeyC', 'KeyM', 'F2', 'Delete', 'KeyZ'].map((code) => outlineKey(key(code), true))).toEqual([
    'add',
    'connect',
    'move',
    'rename',
    'remove',
    undefined,
  ]);
  const held = { altKey: true, shiftKey: true };
  expect(['ArrowUp', 'ArrowDown', 'KeyA'].map((code) => outlineKey(key(code, held), true))).toEqual(['up', 'down', undefined]);
});

test('letters can be switched off; F2 and Delete stay; nothing is taken from the system', () => {
  expect(['KeyA', 'KeyC', 'KeyM', 'F2', 'Delete'].map((code) => outlineKey(key(code), false))).toEqual([
    undefined,
    undefined,
    undefined,
    'rename',
    'remove',
  ]);
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { ctrlKey: true, altKey: true }, { shiftKey: true }])
    expect(outlineKey(key('KeyA', held), true)).toBeUndefined();
});

test('undo and redo, with Ctrl or with the key of a Mac, never with Alt', () => {
  expect(historyKey(key('KeyZ', { ctrlKey: true }))).toBe('undo');
  expect(historyKey(key('KeyZ', { metaKey: true, shiftKey: true }))).toBe('redo');
  expect(historyKey(key('KeyY', { ctrlKey: true }))).toBe('redo');
  expect(historyKey(key('KeyY', { metaKey: true }))).toBeUndefined();
  for (const held of [{}, { altKey: true, ctrlKey: true }, { ctrlKey: true, metaKey: true }])
    expect(historyKey(key('KeyZ', held))).toBeUndefined();
});

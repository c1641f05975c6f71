import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { shippedProcesses } from '../shipped-processes.ts';
import { letterWords } from './letter-words.ts';
import { readyBlocks } from './ready-blocks.ts';

test('a ready paragraph says in three languages what the shipped letters say, word for word', () => {
  const shipped = (shippedProcesses as readonly Definition[]).flatMap(({ letters }) =>
    Object.values(letters).flatMap(({ blocks }) => blocks),
  );
  expect(new Set(readyBlocks.map(({ id }) => id)).size).toBe(readyBlocks.length);
  for (const { tells, text } of readyBlocks) {
    expect(Object.keys(text)).toEqual(['en', 'fa', 'pl']);
    expect(shipped).toContainEqual(expect.objectContaining({ text, ...(tells ? { tells } : {}) }));
  }
});

test('what a decision has to tell is among them', () => {
  const told = new Set(readyBlocks.flatMap(({ tells }) => tells ?? []));
  for (const content of [
    'receipt',
    'case-id',
    'progress',
    'decision',
    'reasons',
    'remedy',
    'review-route',
    'external-route',
    'time-limits',
    'contact',
  ])
    expect(told).toContain(content);
});

test('day and hour stand in the words of each language', () => {
  for (const { moment } of Object.values(letterWords)) expect(moment).toMatch(/\{date\}.*\{hour\}/);
});

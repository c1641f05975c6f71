import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { calledIn } from './called-in.ts';

const starter = shippedProcesses.find((process) => (process as { id?: unknown }).id === 'starter');
const english = (address: string, document: unknown = starter) => {
  const { name, way } = calledIn(document, address);
  return [name?.en, way?.en];
};

test('a step, a way out of it and a part are called by the words that people gave them', () => {
  expect(english('recording')).toEqual(['Write it down and weigh it', undefined]);
  expect(english('recording/on/recorded/0')).toEqual(['Write it down and weigh it', 'Recorded']);
  expect(english('recording/after/recordBy/0')).toEqual(['Write it down and weigh it', 'Write it down']);
  expect(english('/on/clock.answer.due/0')).toEqual([undefined, 'Answer']);
  expect(english('clock:answer')).toEqual(['Answer', undefined]);
});

test('what is not there, has no words, or stands in no procedure yet is called nothing', () => {
  for (const address of ['', 'gone', 'gone/on/x/0', 'role:gone', 'role:__proto__', '__proto__', '/__proto__/constructor/0'])
    expect(calledIn(starter, address)).toEqual({});
  for (const document of [{}, [], 'text', { machine: { states: { a: 3 } } }]) expect(calledIn(document, 'a/on/b/0')).toEqual({});
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { fieldsOf } from './loose-json.ts';
import { usesOf } from './uses.ts';

const shipped = (id: string) => shippedProcesses.find((process) => fieldsOf(process).id === id) ?? {};

test('what names a part is found: steps, other parts, ways of the whole procedure, and the procedure itself', () => {
  const complaint = shipped('complaint');
  expect(usesOf(complaint, 'delay', 'update')).toEqual(['investigating', 'reviewing']);
  expect(usesOf(complaint, 'delay', 'response')).toEqual(['clock:response']);
  expect(usesOf(complaint, 'letter', 'extensionNotice')).toContain('clock:response');
  expect(usesOf(complaint, 'clock', 'handling')).toContain('/on/clock.handling.warn/0');
  expect(usesOf(complaint, 'field', 'investigationDays')).toContain('delay:investigateBy');
  expect(usesOf(complaint, 'form', 'lodging')).toContain('');
  expect(usesOf(complaint, 'delay', 'nothing')).toEqual([]);
});

test('what is only in a stage inside is not said of the stage around', () => {
  const inside = { id: 'inside', after: { soon: [{ target: '#end' }] } };
  const definition = {
    machine: { states: { stage: { id: 'stage', initial: 'inside', states: { inside } } } },
    delays: { soon: { days: 1 } },
  };
  expect(usesOf(definition, 'delay', 'soon')).toEqual(['inside']);
});

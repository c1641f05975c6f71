import { expect, test } from '@jest/globals';
import { compile, parseDefinition } from '@redress/engine';
import { schemas } from '../../../../test/tools/schema-tool.ts';
import { smallDefinition, steps, task } from '../../../../test/tools/small-definition.ts';

const go = { label: { en: 'Go' }, by: ['clerk'] };
function found(stage: object, step: object) {
  const inside = { ...step, on: { go: [{ target: '#over' }] } };
  const states = steps({
    around: { ...stage, initial: 'inside', states: { inside } },
    over: { tags: ['outcome:resolved'], type: 'final' },
  });
  const parsed = parseDefinition(smallDefinition({ initial: 'around', states }, { events: { go } }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return compile(parsed.value, { schemas }).findings;
}
const waiting = { tags: ['wait:complainant'] };

test('a stage that waits for one party while another is at work in it is told, and where', () => {
  const told = {
    code: 'wait-elsewhere',
    severity: 'warning',
    at: '/machine/states/around/tags/0',
    facts: { tag: 'wait:complainant', step: 'inside' },
  };
  expect(found(waiting, { invoke: task('clerk') })).toEqual([told]);
  expect(found(waiting, { tags: ['wait:provider'] })).toEqual([told]);
});

test('whoever is waited for may be at work in it, and one who waits for nobody else', () => {
  expect(found(waiting, { invoke: task('complainant') })).toEqual([]);
  expect(found(waiting, {})).toEqual([]);
  expect(found({}, { invoke: task('clerk') })).toEqual([]);
});

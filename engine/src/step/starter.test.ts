import { expect, test } from '@jest/globals';
import { PretendCase, shipped } from '../../../test/tools/pretend-case.ts';

const ada = { person: 'ada', roles: ['complainant'] };

test('a complaint is recorded, and its task is open for the handler', () => {
  const complaint = new PretendCase(shipped('starter'), { by: ada, input: { description: 'late', contact: 'ada@example.org' } });
  expect(complaint.state.tasks).toMatchObject([
    { id: 'recording:1', role: 'handler', form: 'recording', dueAt: '2026-03-03T09:00:00.000Z' },
  ]);
});

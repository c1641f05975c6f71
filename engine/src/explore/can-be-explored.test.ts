import { expect, test } from '@jest/globals';
import type { Finding } from '../definition/finding.ts';
import { canBeExplored } from './can-be-explored.ts';

const finding = (code: string, severity: Finding['severity'] = 'error'): Finding => ({ code, severity, at: '', facts: {} });

test('words, letters, rights and a row too many leave the ways of a case clear; a name that leads nowhere does not', () => {
  expect(canBeExplored([])).toBe(true);
  expect(canBeExplored(['words-open', 'due-without-deadline', 'form-shows-hidden-field', 'dead-row'].map((code) => finding(code)))).toBe(
    true,
  );
  expect(canBeExplored([finding('dead-row'), finding('unknown-step')])).toBe(false);
  expect(canBeExplored([finding('schema')])).toBe(false);
  expect(canBeExplored([finding('unreachable-step', 'warning')])).toBe(true);
});

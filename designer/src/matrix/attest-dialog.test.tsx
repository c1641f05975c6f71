/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { AttestDialog } from './attest-dialog.tsx';

afterEach(cleanup);

const rule = {
  rule: '10002/4.2-C',
  pack: 'iso-10002',
  severity: 'should',
  verdict: 'needs-person',
  failures: [],
  proof: [],
  proved: 'attestation',
  months: 12,
  isAboutTelling: false,
  words: { requirement: { en: 'Management stands behind it' }, message: {} },
} as const;

test('nothing is signed without saying what was seen; what was written stays when the server refuses', async () => {
  let status = 409;
  const server = pretendServer(() =>
    status === 409 ? { status, body: { code: 'rule-unknown', rule: rule.rule } } : { status, body: { rows: [] } },
  );
  const user = userEvent.setup();
  let signed = 0;
  let closed = 0;
  await showInWindow(<AttestDialog procedure="starter" rule={rule} onSigned={() => (signed += 1)} onClose={() => (closed += 1)} />, {
    language: 'en',
  });
  const sign = () => user.click(screen.getByRole('button', { name: 'Sign' }));
  await sign();
  expect(screen.getByText('Say what you have seen.')).toBeTruthy();
  expect(server.asked).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: /What you have seen/ }), 'The board decided it on 3 March.');
  await user.type(screen.getByRole('textbox', { name: /Where the evidence is/ }), ' Minutes 12/2026 ');
  await sign();
  expect([signed, closed]).toEqual([0, 0]);
  status = 200;
  await sign();
  expect([signed, closed]).toEqual([1, 1]);
  expect(server.asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/definitions/starter/attestations',
    body: { rule: '10002/4.2-C', statement: 'The board decided it on 3 March.', evidence: 'Minutes 12/2026' },
  });
});

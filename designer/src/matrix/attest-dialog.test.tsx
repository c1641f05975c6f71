/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
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
    body: { rule: '10002/4.2-C', statement: 'The board decided it on 3 March.', evidence: 'Minutes 12/2026', files: [] },
  });
});

test.each(['a word', 'a file'])('Escape closes it, but asks once there is %s in it', async (sort) => {
  pretendServer(() => ({ status: 200, body: { id: 'kept', name: 'policy.pdf', type: 'application/pdf', size: 2048, sha256: 'ab' } }));
  const user = userEvent.setup();
  let closed = 0;
  await showInWindow(<AttestDialog procedure="starter" rule={rule} onSigned={() => undefined} onClose={() => (closed += 1)} />, {
    language: 'en',
  });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(closed).toBe(1));
  if (sort === 'a file') await user.upload(picker(), fileOf('policy.pdf', 2048));
  else await user.type(screen.getByRole('textbox', { name: /Where the evidence is/ }), 'The board decided it.');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Throw it away' }));
  await waitFor(() => expect(closed).toBe(2));
});

const fileOf = (name: string, size: number) => new File([new Uint8Array(size)], name);
const picker = (): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file can be chosen');
  return input;
};

test('files are sent as they are chosen; one that is not taken says why, and nothing is signed until it is removed', async () => {
  const server = pretendServer(({ path }) => {
    if (path.endsWith('/attestations')) return { status: 200, body: { rows: [] } };
    if (path.includes('policy'))
      return { status: 200, body: { id: 'kept', name: 'policy.pdf', type: 'application/pdf', size: 2048, sha256: 'ab' } };
    return { status: 415, body: { type: 'x', status: 415, code: 'evidence-type', facts: { name: 'tool.pdf' } } };
  });
  const user = userEvent.setup();
  let signed = 0;
  await showInWindow(<AttestDialog procedure="starter" rule={rule} onSigned={() => (signed += 1)} onClose={() => undefined} />, {
    language: 'en',
  });
  const policy = fileOf('policy.pdf', 2048);
  await user.upload(picker(), [policy, fileOf('tool.pdf', 100), fileOf('scan.pdf', 10 * 1024 * 1024 + 1)]);
  expect(await screen.findByText('2 files were not taken')).toBeTruthy();
  expect(server.asked.map(({ path }) => path)).toEqual([
    '/definitions/starter/evidence?name=policy.pdf',
    '/definitions/starter/evidence?name=tool.pdf',
  ]);
  expect(server.asked[0]?.body).toBe(policy);
  expect(screen.getByText(/Save it as PDF/)).toBeTruthy();
  expect(screen.getByText(/larger than 10 MB/)).toBeTruthy();
  expect(screen.getByText('2 kB')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /What you have seen/ }), 'Read it');
  const sign = () => user.click(screen.getByRole('button', { name: 'Sign' }));
  await sign();
  expect(screen.getByText(/Remove it or add another one, then sign/)).toBeTruthy();
  expect(signed).toBe(0);
  for (const name of ['tool.pdf', 'scan.pdf']) await user.click(screen.getByRole('button', { name: `Remove ${name}` }));
  expect(screen.getByText('1 file is ready to be signed')).toBeTruthy();
  await sign();
  expect(signed).toBe(1);
  expect(server.asked.at(-1)?.body).toMatchObject({ statement: 'Read it', files: ['kept'] });
});

test('ten files are the most, and the same one chosen twice is one', async () => {
  pretendServer(({ path }) => {
    const name = new URLSearchParams(path.split('?')[1]).get('name') ?? '';
    return { status: 200, body: { id: name, name, type: 'text/plain', size: 1, sha256: 'ab' } };
  });
  const user = userEvent.setup();
  await showInWindow(<AttestDialog procedure="starter" rule={rule} onSigned={() => undefined} onClose={() => undefined} />, {
    language: 'en',
  });
  await user.upload(picker(), [fileOf('0.txt', 1), fileOf('0.txt', 1)]);
  expect(await screen.findByText('1 file is ready to be signed')).toBeTruthy();
  await user.upload(
    picker(),
    Array.from({ length: 10 }, (_, at) => fileOf(`${at + 1}.txt`, 1)),
  );
  expect(await screen.findByText('1 file was not taken')).toBeTruthy();
  expect(screen.getByText(/Ten files are the most/)).toBeTruthy();
});

test('an empty file weighs nothing, a very small one something', async () => {
  pretendServer(() => ({ status: 422, body: { code: 'evidence-empty', status: 422 } }));
  const user = userEvent.setup();
  await showInWindow(<AttestDialog procedure="starter" rule={rule} onSigned={() => undefined} onClose={() => undefined} />, {
    language: 'en',
  });
  await user.upload(picker(), [fileOf('empty.txt', 0), fileOf('note.txt', 4)]);
  expect(await screen.findByText('0 kB')).toBeTruthy();
  expect(screen.getByText('0.1 kB')).toBeTruthy();
});

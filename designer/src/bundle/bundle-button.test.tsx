/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Answering, pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { BundleButton } from './bundle-button.tsx';

afterEach(cleanup);

const key = { fingerprint: '01ab'.repeat(16), publicKey: '', madeAt: '2026-03-01T09:00:00.000Z' };
const path = '/definitions/starter/versions/3/bundle?from=2026-01-01';
/** Files that the browser was given to keep. */
const saved: { name: string; content: Blob | undefined }[] = [];
const blobs = new Map<string, Blob>();
Object.assign(URL, {
  createObjectURL: (blob: Blob) => {
    blobs.set(`blob:${blobs.size}`, blob);
    return `blob:${blobs.size - 1}`;
  },
  revokeObjectURL: () => undefined,
});
HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
  saved.push({ name: this.download, content: blobs.get(this.href) });
};

const opened = async (bundle: Answering, language: 'en' | 'fa' = 'en') => {
  const server = pretendServer((asked) => (asked.path === path ? bundle(asked) : { status: 200, body: key }));
  const user = userEvent.setup();
  await showInWindow(<BundleButton procedure="starter" version={3} period={{ from: '2026-01-01' }} periodWords="Cases since January." />, {
    language,
  });
  await user.click(screen.getByRole('button', { name: language === 'en' ? 'Evidence bundle' : 'بستهٔ شواهد' }));
  return { server, user };
};

test('what is in it is said before it is made; it is saved under its name', async () => {
  const { server, user } = await opened(() => ({ status: 200, body: 'zip' }));
  expect(screen.getByText(/version 3 as it was published/)).toBeTruthy();
  expect(screen.getByText(/Cases since January/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(await screen.findByText(Array.from({ length: 16 }, () => '01ab').join(' '))).toBeTruthy();
  expect(server.asked.map((one) => one.path)).not.toContain(path);
  await user.click(screen.getByRole('button', { name: 'Download bundle' }));
  expect(saved).toMatchObject([{ name: 'starter-3-evidence.zip', content: expect.any(Blob) }]);
  expect((await screen.findByRole('status')).textContent).toMatch(/starter-3-evidence\.zip.* is saved/);
});

test('why none could be made is said, and one can try again', async () => {
  let status = 429;
  const busy = { type: 'x', status: 429, code: 'too-many-requests', facts: { retryAfterSeconds: 5 } };
  const { user } = await opened(() => ({ status, body: status === 429 ? busy : 'zip' }));
  saved.length = 0;
  await user.click(screen.getByRole('button', { name: 'Download bundle' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(saved).toEqual([]);
  status = 200;
  await user.click(screen.getByRole('button', { name: 'Download bundle' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(saved).toHaveLength(1);
});

test('it is told from right to left too, the fingerprint as it is compared', async () => {
  await opened(() => ({ status: 200, body: 'zip' }), 'fa');
  const print = await screen.findByText(/01ab 01ab/);
  expect([print.getAttribute('dir'), print.getAttribute('lang')]).toEqual(['ltr', 'zxx']);
  expect(screen.getByRole('button', { name: 'دریافت بسته' })).toBeTruthy();
});

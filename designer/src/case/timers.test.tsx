import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Timers } from './timers.tsx';

test('the end of a clock and the reminder before it are told apart, and the end is the day that the clock itself names', async () => {
  const timer = { clock: 'answer', armedAt: '2026-11-30T06:00:00Z', moved: false };
  const rows = [
    { ...timer, id: 'clock.answer.warn.80', dueAt: '2026-12-21T18:24:00Z' },
    { ...timer, id: 'clock.answer.due', dueAt: '2026-12-28T23:00:00Z' },
  ];
  pretendServer(() => ({ status: 200, body: { rows, more: false } }));
  const clocks = [{ id: 'answer', title: { en: 'Answer' }, kind: 'law' }];
  await showInWindow(
    <SeatProvider value={{ session: pretendSession(), update: () => undefined }}>
      <Timers found={{ id: 'c1', clocks } as unknown as CaseView} mayAct={false} />
    </SeatProvider>,
    { timeZone: 'Europe/Warsaw' },
  );
  const [warns, ends] = await screen.findAllByRole('listitem');
  expect(warns?.textContent).toContain('Answer: reminder before the end');
  expect(ends?.textContent).toMatch(/^Answer(?!:)/);
  expect(ends?.textContent).toContain('28 December 2026, 23:59');
});

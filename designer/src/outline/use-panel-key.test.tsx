/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef } from 'react';
import { showInWindow } from '../shell/show-in-window.tsx';
import { usePanelKey } from './use-panel-key.ts';

afterEach(cleanup);

function Desk({ covered }: { readonly covered?: boolean }) {
  const list = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  usePanelKey(panel, () => list.current?.focus());
  return (
    <div {...(covered ? { 'aria-hidden': true } : {})}>
      <button type="button" ref={list}>
        Step
      </button>
      <aside ref={panel} tabIndex={-1} aria-label="Details">
        <input aria-label="Name" />
      </aside>
    </div>
  );
}

test('F6 goes to the details, and from any field of them back', async () => {
  await showInWindow(<Desk />);
  screen.getByRole('button').focus();
  await userEvent.keyboard('{F6}');
  expect(document.activeElement).toBe(screen.getByRole('complementary'));
  screen.getByRole('textbox').focus();
  await userEvent.keyboard('{F6}');
  expect(document.activeElement).toBe(screen.getByRole('button'));
});

test('it leaves no dialog', async () => {
  await showInWindow(<Desk covered />);
  const step = screen.getByRole('button', { hidden: true });
  step.focus();
  await userEvent.keyboard('{F6}');
  expect(document.activeElement).toBe(step);
});

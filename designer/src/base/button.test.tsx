/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Button } from './button.tsx';

afterEach(cleanup);

/** A dialog's button that waits for an answer, and is gone with the dialog when it has come. */
function Question() {
  const [state, setState] = useState<'asked' | 'waits' | 'answered' | 'closed'>('asked');
  const next = { asked: 'waits', waits: 'answered', answered: 'closed', closed: 'closed' } as const;
  return (
    <>
      {state !== 'closed' && (
        <Button isPending={state === 'waits'} onPress={() => setState('waits')}>
          Begin
        </Button>
      )}
      <input aria-label="time" onChange={() => setState(next[state])} />
    </>
  );
}

const told = () => [...document.querySelectorAll('[data-live-announcer] [aria-labelledby]')];

test('what is told of a button that waits goes with the button: nothing is left that points at nothing', async () => {
  await showInWindow(<Question />);
  await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
  expect(told().map((each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent)).toEqual(['Begin']);
  await userEvent.type(screen.getByRole('textbox', { name: 'time' }), 'xx');
  expect(screen.queryByRole('button')).toBeNull();
  expect(told()).toEqual([]);
});

test('nor is what is told only when the button is gone already', async () => {
  await showInWindow(<Question />);
  await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
  const [first] = told();
  const late = first?.cloneNode();
  await userEvent.type(screen.getByRole('textbox', { name: 'time' }), 'xx');
  expect(late).toBeDefined();
  if (late) document.querySelector('[data-live-announcer]')?.append(late);
  await Promise.resolve(); // No moment in which somebody could read it.
  expect(told()).toEqual([]);
});

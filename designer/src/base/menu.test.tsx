import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Button } from './button.tsx';
import { Filter } from './filter.tsx';
import { Menu } from './menu.tsx';

const groups = [
  { id: 'do', entries: [{ id: 'copy', name: 'Copy' }] },
  { id: 'leave', title: 'Leave', entries: [{ id: 'out', name: 'Sign out' }] },
];

test('a menu opens by key from either end, does what was picked, and gives the focus back', async () => {
  const done: string[] = [];
  await showInWindow(
    <Menu label="More" groups={groups} onAction={(id) => done.push(id)}>
      <Button>More</Button>
    </Menu>,
  );
  const button = screen.getByRole('button', { name: 'More' });
  expect(button.getAttribute('aria-haspopup')).toBe('menu');
  expect(screen.queryByRole('menu')).toBeNull();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowUp}');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Sign out' }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(done).toEqual(['copy']);
  expect(screen.queryByRole('menu')).toBeNull();
  await userEvent.click(button);
  expect(screen.getByRole('group', { name: 'Leave' })).toBeTruthy();
});

test('a filter says what it is of and what holds, and its list marks that', async () => {
  const picked: string[] = [];
  const options = [
    { id: 'any', name: 'At any time' },
    { id: 'week', name: 'Within a week' },
  ];
  await showInWindow(<Filter label="Due" options={options} value="week" onChange={(id) => picked.push(id)} />);
  await userEvent.click(screen.getByRole('button', { name: /^Due\s*Within a week$/ }));
  expect(screen.getByRole('menuitemradio', { name: 'Within a week', checked: true })).toBeTruthy();
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'At any time' }));
  expect(picked).toEqual(['any']);
});

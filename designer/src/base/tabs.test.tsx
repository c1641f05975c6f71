import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Language } from '../language/language.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Tabs } from './tabs.tsx';

function Views() {
  const [chosen, setChosen] = useState('facts');
  return (
    <Tabs
      label="Of the case"
      chosen={chosen}
      onChoose={setChosen}
      tabs={[
        { id: 'facts', name: 'Facts', children: <p>All that is known</p> },
        { id: 'letters', name: 'Letters', count: '2', children: <button type="button">Write</button> },
        { id: 'deadlines', name: 'Deadlines', children: null },
      ]}
    />
  );
}
const chosen = () => screen.getByRole('tab', { selected: true }).textContent;

test.each<[Language, string, string]>([
  ['en', '{ArrowRight}', '{ArrowLeft}'],
  ['fa', '{ArrowLeft}', '{ArrowRight}'],
])('in %s arrow keys lead along the reading direction, and round', async (language, forward, back) => {
  await showInWindow(<Views />, { language });
  await userEvent.tab();
  await userEvent.keyboard(forward);
  expect(chosen()).toBe('Letters2');
  expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
  await userEvent.keyboard(back + back);
  expect(chosen()).toBe('Deadlines');
  await userEvent.keyboard('{Home}');
  expect(chosen()).toBe('Facts');
  await userEvent.keyboard('{End}');
  expect(chosen()).toBe('Deadlines');
  await userEvent.keyboard(`{Control>}${forward}{/Control}{ArrowDown}`);
  expect(chosen()).toBe('Deadlines');
});

test('the tab key stops at the chosen tab and then in its view, which is a stop itself where nothing in it can be pressed', async () => {
  await showInWindow(<Views />);
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('tabpanel', { name: 'Facts' }));
  await userEvent.click(screen.getByRole('tab', { name: /Letters/ }));
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Write' }));
  expect(screen.getByRole('tabpanel').hasAttribute('tabindex')).toBe(false);
});

test('a tab names what it shows', async () => {
  await showInWindow(<Views />);
  const tab = screen.getByRole('tab', { selected: true });
  const panel = screen.getByRole('tabpanel');
  expect(tab.getAttribute('aria-controls')).toBe(panel.id);
  expect(panel.getAttribute('aria-labelledby')).toBe(tab.id);
});

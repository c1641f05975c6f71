/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { FindDialog } from '../map/find-dialog.tsx';
import { NoteDialog } from '../map/note-dialog.tsx';
import { treeOf } from '../model/tree.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { ComboBox } from './combo-box.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const waysOut: Readonly<Record<string, () => Promise<void>>> = {
  Escape: async () => void (await userEvent.keyboard('{Escape}')),
  'a click beside it': async () => await userEvent.click(screen.getByRole('dialog').parentElement?.parentElement as HTMLElement),
  'its cross': async () => await userEvent.click(screen.getByRole('button', { name: 'Close' })),
};
const ways = Object.keys(waysOut);
const leave = async (way: string) => await waysOut[way]?.();

test.each(ways)('%s closes a dialog; once something was written it asks, and whoever goes on writing has every word', async (way) => {
  let closed = 0;
  const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What it says' });
  await showInWindow(<NoteDialog text="Ask the bank" onWrite={() => undefined} onClose={() => (closed += 1)} />);
  await leave(way);
  await waitFor(() => expect(closed).toBe(1));
  await userEvent.type(words(), ' first');
  await leave(way);
  await screen.findByRole('alertdialog', { name: 'Throw away what you wrote?' });
  await userEvent.click(screen.getByRole('button', { name: 'Go on writing' }));
  expect(closed).toBe(1);
  expect(words().value).toBe('Ask the bank first');
  await waitFor(() => expect(document.activeElement).toBe(words()));
  await leave(way);
  await userEvent.click(await screen.findByRole('button', { name: 'Throw it away' }));
  await waitFor(() => expect(closed).toBe(2));
});

test('what was written and taken back asks nothing, and its own buttons never ask', async () => {
  let closed = 0;
  await showInWindow(<NoteDialog text="Ask" onWrite={() => undefined} onClose={() => (closed += 1)} />);
  const words = screen.getByRole('textbox', { name: 'What it says' });
  await userEvent.type(words, '!{Backspace}{Escape}');
  await waitFor(() => expect(closed).toBe(1));
  await userEvent.type(words, '!');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(closed).toBe(2);
});

test.each(ways)('what is typed to find something is thrown away by %s without a word', async (way) => {
  let closed = 0;
  const tree = treeOf({});
  await showInWindow(<FindDialog tree={tree} acts={[]} onGo={() => undefined} onClose={() => (closed += 1)} />);
  await userEvent.type(screen.getByRole('searchbox'), 'deadline');
  await leave(way);
  if (way === 'Escape') await leave(way); // The first one empties the field.
  await waitFor(() => expect(closed).toBe(1));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

function Asking({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  return (
    <Dialog title="Asking" isOpen onClose={onClose}>
      {children}
    </Dialog>
  );
}

test('words that look for one of many are nothing to lose, nor are those in a part that keeps them or lets them go', async () => {
  let closed = 0;
  await showInWindow(
    <Asking onClose={() => (closed += 1)}>
      <ComboBox label="Country" options={[{ id: 'pl', name: 'Poland' }]} value={undefined} none="None" onChange={() => undefined} />
      <div data-nothing-to-lose>
        <Kept />
      </div>
    </Asking>,
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Kept' }), 'words');
  await userEvent.type(screen.getByRole('combobox', { name: 'Country' }), 'Pol');
  await leave('its cross');
  await waitFor(() => expect(closed).toBe(1));
});

function Kept() {
  const [value, setValue] = useState('');
  return <TextField label="Kept" value={value} onChange={setValue} />;
}

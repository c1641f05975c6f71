/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Button } from './button.tsx';
import { Checkbox, CheckboxGroup } from './checkbox.tsx';
import { ComboBox } from './combo-box.tsx';
import { Dialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import { OnlyLook, TryFreely } from './only-look.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);
const options = [{ id: 'one', name: 'One' }];

test.each([true, false])('where one may only look (%s), fields say so and nothing that is tried reaches anybody', async (isOn) => {
  let writes = 0;
  const write = () => {
    writes += 1;
  };
  await showInWindow(
    <OnlyLook isOn={isOn}>
      <TextField label="Name" value="" onChange={write} />
      <ComboBox label="Letter" options={options} value={undefined} none="None" onChange={write} />
      <Checkbox label="Required" value={false} onChange={write} />
      <CheckboxGroup label="Readers" boxes={options} value={[]} onChange={write} />
      <Select label="Type" options={options} value={undefined} onChange={write} />
    </OnlyLook>,
  );
  expect(screen.getByRole('textbox', { name: 'Name' }).hasAttribute('readonly')).toBe(isOn);
  expect(screen.getByRole('combobox', { name: 'Letter' }).hasAttribute('readonly')).toBe(isOn);
  expect(screen.getByRole('button', { name: /Type/ }).hasAttribute('disabled')).toBe(isOn);
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'x');
  for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
  expect(writes).toBe(isOn ? 0 : 3);
});

test('in a preview whoever may only look tries everything: nothing of it is kept', async () => {
  let tried = 0;
  await showInWindow(
    <OnlyLook isOn>
      <TryFreely>
        <Checkbox
          label="Try"
          value={false}
          onChange={() => {
            tried += 1;
          }}
        />
        <Select label="Data" options={options} value={undefined} onChange={() => undefined} />
        <Button onPress={() => undefined}>Fill in</Button>
      </TryFreely>
    </OnlyLook>,
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'Try' }));
  expect(tried).toBe(1);
  expect(screen.getByRole('button', { name: /Data/ }).hasAttribute('disabled')).toBe(false);
  screen.getByRole('button', { name: 'Fill in' });
});

test('buttons that would change something are not there; ways stay, and whoever comes into a dialog gets out of it', async () => {
  let closed = 0;
  await showInWindow(
    <OnlyLook isOn>
      <Button onPress={() => undefined}>Remove</Button>
      <Button forReaders onPress={() => undefined}>
        To the form
      </Button>
      <Menu label="Add" groups={[]} onAction={() => undefined}>
        <Button>Add</Button>
      </Menu>
      <Dialog
        title="Preview"
        isOpen
        onClose={() => {
          closed += 1;
        }}
        actions={<Button>Back</Button>}
      >
        As it looks
      </Dialog>
    </OnlyLook>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(closed).toBe(1);
  const names = screen.getAllByRole('button', { hidden: true }).map(({ textContent }) => textContent);
  expect(names).toEqual(expect.arrayContaining(['To the form', 'Back']));
  expect(names.filter((name) => name === 'Remove' || name === 'Add')).toEqual([]);
});

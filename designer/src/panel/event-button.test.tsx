/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { OnlyLook } from '../base/only-look.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { type PretendDraft, PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import { EventButton } from './event-button.tsx';

afterEach(cleanup);

const button = ({ document: { definition } }: PretendDraft, event: string) => fieldsOf(fieldsOf(definition.events)[event]);
async function show(event: string, { draft = pretendDraft('starter'), isReader = false } = {}): Promise<PretendDraft> {
  await showInWindow(
    <PretendPanel draft={draft}>
      {(panel) => (
        <OnlyLook isOn={isReader}>
          <EventButton {...panel} event={event} />
        </OnlyLook>
      )}
    </PretendPanel>,
  );
  return draft;
}
const question = () => screen.getByRole('textbox', { name: 'Question before it is done (English)' });

test('a button becomes decisive and asks first, and goes back to a plain one', async () => {
  const draft = await show('answered');
  expect(screen.getByRole('button', { name: /Look of the button/ }).textContent).toContain('The usual way on');
  await userEvent.click(screen.getByRole('button', { name: /Look of the button/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Decisive: in the colour of warning' }));
  await userEvent.click(screen.getByText('Question before it is done'));
  await userEvent.type(question(), 'Sure?');
  expect(button(draft, 'answered')).toMatchObject({ style: 'danger', confirm: { en: 'Sure?' } });
  // Emptied, it stays open under the hands that write.
  await userEvent.clear(question());
  await userEvent.type(question(), 'Yes?');
  await userEvent.click(screen.getByRole('button', { name: /Look of the button/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Plain' }));
  expect(button(draft, 'answered')).toEqual({ label: button(draft, 'answered').label, confirm: { en: 'Yes?' } });
});

test('whoever may only look reads the question and changes nothing; a look that nobody knows stays', async () => {
  const draft = pretendDraft('starter', (definition) => {
    const events = fieldsOf(fieldsOf(definition).events);
    return { ...definition, events: { ...events, decide: { ...fieldsOf(events.decide), style: 'golden' } } };
  });
  await show('decide', { draft, isReader: true });
  expect(screen.getByRole('button', { name: /Look of the button/ }).textContent).toContain('golden');
  expect(screen.getByDisplayValue('The decision will be sent to the complainant.')).toBe(question());
  await userEvent.type(question(), 'x');
  expect(draft.commands).toEqual([]);
});

/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { copyOf, fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { type PretendDraft, PretendPanel, pretendDraft } from './pretend-panel.tsx';
import { StepWho } from './step-who.tsx';

afterEach(cleanup);

test('by the keyboard alone the handler is kept away from deciding, and let in again; the focus never falls', async () => {
  const draft = await show('starter', 'deciding');
  screen.getByText('“Person responsible for complaints” answers for it: whoever works on it.');
  const away = screen.getByRole('group', { name: 'Who is kept away' });
  within(away).getByText('not “Colleague complained about”, whom the case names');
  within(away).getByText('§ 4.7');
  focus(within(away).getByRole('combobox'));
  await userEvent.keyboard('takes{ArrowDown}{Enter}');
  expect(excludes(draft, 'deciding')).toEqual(['subject', 'handler']);
  within(away).getByText('not the one who acted as “Person who takes the complaint”');
  expect(away.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}'); // The list for the next one stands open.
  focus(within(away).getByRole('button', { name: 'Remove “not the one who acted as “Person who takes the complaint””' }));
  await userEvent.keyboard('{Enter}');
  expect(excludes(draft, 'deciding')).toEqual(['subject']);
  expect(away.contains(document.activeElement)).toBe(true);
});

test('a task of the complainant is answered for by somebody of ours, and in Persian that is a Persian sentence', async () => {
  await show('starter', 'awaitingAnswer', 'fa');
  screen.getByText('«مسئول شکایات» پاسخ‌گوی آن است، چون همین‌جا گفته شده است.');
});

test('an owner is chosen, and given up again for whoever follows from the rule', async () => {
  const draft = await show('starter', 'examining');
  await choose('Who answers for it', 'Head of the organisation');
  screen.getByText('“Head of the organisation” answers for it, because it is said here.');
  await choose('Who answers for it', 'As it follows');
  screen.getByText('“Person who takes the complaint” answers for it: whoever works on it.');
  expect(fieldsOf(placesOf(draft.document.definition).get('examining')?.state.meta)).not.toHaveProperty('owner');
});

test('how a person is found is kept, and it is said honestly that every task still goes to its role', async () => {
  const draft = await show('complaint', 'investigating');
  const before = assign(draft, 'investigating');
  expect(before).toMatchObject({ rule: 'leastBusy', matches: ['category'] });
  screen.getByText(/^This is kept and published, but not yet done/);
  await choose('Who gets the task', 'The same person as in another step');
  expect(assign(draft, 'investigating')).toMatchObject({ rule: 'sameAs', step: expect.any(String), matches: ['category'] });
});

test('what we do not know is shown with a lock and stays; a rule of the future as well', async () => {
  const draft = pretendDraft('starter', (definition) => {
    const changed = copyOf<Record<string, unknown>>(Object(definition));
    const input = Object(Object(placesOf(changed).get('deciding')?.state.invoke).input);
    input.excludes = ['subject', 'formerStaff'];
    input.assign = { rule: 'byLottery', seed: 7 };
    return changed;
  });
  await drawn(draft, 'deciding');
  const away = screen.getByRole('group', { name: 'Who is kept away' });
  within(away).getByRole('img', { name: /We do not know this word/ });
  expect(within(away).getAllByRole('button', { name: /^Remove/ })).toHaveLength(1);
  expect(screen.getByRole('button', { name: /Who gets the task/ }).textContent).toContain('By another rule, kept as it is');
  expect(assign(draft, 'deciding')).toEqual({ rule: 'byLottery', seed: 7 });
  expect(draft.commands).toEqual([]);
});

async function choose(label: string, option: string) {
  focus(screen.getByRole('button', { name: new RegExp(`${label}$`) }));
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('option', { name: option }));
}

async function show(id: string, step: string, language: 'en' | 'fa' = 'en'): Promise<PretendDraft> {
  const draft = pretendDraft(id);
  await drawn(draft, step, language);
  return draft;
}
const drawn = (draft: PretendDraft, step: string, language: 'en' | 'fa' = 'en') =>
  showInWindow(
    <PretendPanel draft={draft}>
      {(panel) => {
        const element = panel.tree.byId.get(step);
        return element && <StepWho {...panel} element={element} />;
      }}
    </PretendPanel>,
    { language },
  );
const inputOf = ({ document: draft }: PretendDraft, step: string) =>
  fieldsOf(fieldsOf(placesOf(draft.definition).get(step)?.state.invoke).input);
const excludes = (draft: PretendDraft, step: string) => inputOf(draft, step).excludes;
const assign = (draft: PretendDraft, step: string) => inputOf(draft, step).assign;
const focus = (element: HTMLElement) => act(() => element.focus());

/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { type PretendDraft, PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import { ClockPart } from './clock-part.tsx';
import { DelayPart } from './delay-part.tsx';
import { StepWhen } from './step-when.tsx';

jest.setTimeout(30_000);

const office = { '1': work(), '2': work(), '3': work(), '4': work(), '5': work() };
const own = { id: 'organisation', version: 1, timeZone: 'Europe/Warsaw', week: office, holidays: [], since: '2026-01-01T00:00:00.000Z' };
beforeEach(() => {
  pretendServer(() => ({ status: 200, body: { rows: [own, { ...own, id: 'night' }], more: false } }));
});
afterEach(cleanup);

test('a reminder is added by the keyboard, in Persian digits, in one edit; it stands before the deadline, on its day', async () => {
  const draft = await showStep('starter', 'recording', 'en');
  await screen.findByText(/^Deadline .*24 November 2026$/); // The deadline after one working day.
  await userEvent.click(screen.getByRole('button', { name: 'Add a reminder, escalation or deadline' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).queryByRole('radio', { name: /Deadline/ })).toBeNull(); // The step has one.
  const length = within(dialog).getByRole('textbox', { name: 'After how long' });
  await userEvent.clear(length);
  await userEvent.type(length, '۴');
  await userEvent.click(within(dialog).getByRole('button', { name: /Unit/ }));
  await userEvent.click(screen.getByRole('option', { name: 'working hours' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
  within(dialog).getByText('Choose a letter');
  await userEvent.click(within(dialog).getByRole('button', { name: /Letter that goes out/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Reminder' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(draft.commands.map(({ name }) => name)).toEqual(['rung.add']);
  expect(delays(draft).reminder).toEqual({ workingHours: 4 });
  const rungs = screen.getAllByRole('button', { expanded: false }).map(({ textContent }) => textContent ?? '');
  expect(rungs[0]).toMatch(/^After 4 working hours.*Reminder.*Sends “Reminder” to: /);
  expect(rungs[1]).toMatch(/^After 1 working day.*Deadline.*seen as the due date.*Moves on to “Look into it”/);
  screen.getByText(/Monday,? 23 November 2026: .*; Reminder|23 November 2026: .*Reminder/);
});

test('a reminder after the deadline says that the step is over by then, and leaves the day of the deadline as it is', async () => {
  await showStep('starter', 'recording', 'en');
  await screen.findByText('If it starts now, it is due on 24 November 2026, 10:00.');
  await userEvent.click(screen.getByRole('button', { name: 'Add a reminder, escalation or deadline' }));
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: /Letter that goes out/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Reminder' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
  const late = screen.getByText('If the step began now, this would come after the deadline, when the step is over.');
  expect(late.closest('button')?.textContent).toMatch(/^After 3 working days/);
  screen.getByText('If it starts now, it is due on 24 November 2026, 10:00.');
});

test.each(['', 'two', '0'])('a new reminder with %p for a length is not added, and what was typed stays', async (typed) => {
  const draft = await showStep('starter', 'recording', 'en');
  await userEvent.click(screen.getByRole('button', { name: 'Add a reminder, escalation or deadline' }));
  const dialog = screen.getByRole('dialog');
  const length = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'After how long' });
  await userEvent.clear(length);
  if (typed !== '') await userEvent.type(length, typed);
  await userEvent.click(within(dialog).getByRole('button', { name: /Letter that goes out/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Reminder' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(draft.commands).toEqual([]);
  expect(length.value).toBe(typed);
  within(dialog).getByText('A whole number, at least 1');
});

test('a length that counts in two steps says so, and is given to one of them alone', async () => {
  const draft = await showStep('starter', 'closing', 'en');
  await userEvent.click(screen.getByRole('button', { name: /^After 5 days/ }));
  screen.getByText('This length also counts at: Close without agreement. A change counts there too.');
  await userEvent.click(screen.getByRole('button', { name: 'Change it here alone' }));
  await userEvent.click(screen.getByRole('button', { name: /^After 5 days/ }));
  const amount = screen.getByRole('textbox', { name: 'How long' });
  await userEvent.clear(amount);
  await userEvent.type(amount, '2');
  expect(delays(draft)).toMatchObject({ closeBy: { days: 5 }, closeBy2: { days: 2 } });
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(delays(draft)).not.toHaveProperty('closeBy2');
  expect(placesOf(draft.document.definition).get('closing')?.state).not.toHaveProperty('after');
});

test('what the case says is bounded in plain words; what nobody understands is shown, and stays to the byte', async () => {
  const draft = await showPart('complaint', (panel) => <DelayPart {...panel} delay="investigateBy" />);
  screen.getByText('what “Days for the investigation” says, 12 days at most');
  const bound = screen.getByRole('textbox', { name: 'At most' });
  await userEvent.clear(bound);
  await userEvent.type(bound, '15');
  expect(delays(draft).investigateBy).toMatchObject({ days: '= investigationDays', atMost: { days: 15 } });
  screen.getByText('As long as it is used, it stays.');
  cleanup();
  const odd = { workingDays: 3, jitter: { days: 1 } };
  const changed = await showPart(
    'complaint',
    (panel) => <DelayPart {...panel} delay="sendBy" />,
    (definition) => ({ ...definition, delays: { ...fieldsOf(fieldsOf(definition).delays), sendBy: odd } }),
  );
  screen.getByText(JSON.stringify(odd));
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(delays(changed).sendBy).toEqual(odd);
});

test('a clock is said in a sentence, warns at a Persian share, and a law clock never rests', async () => {
  const draft = await showPart('complaint', (panel) => <ClockPart {...panel} clock="handling" />);
  screen.getByText(
    /^Starts with “Assessing how serious it is”, stops with .* or .*, rests during “waiting for the complainant”, warns at 80%, due after 20 working days\.$/,
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Percent of the limit' }), '۵۰{Enter}');
  expect(clock(draft).warnAt).toEqual([50, 80]);
  await userEvent.click(screen.getByRole('button', { name: 'No warning at 80%' }));
  expect(clock(draft).warnAt).toEqual([50]);
  await userEvent.click(screen.getByRole('radio', { name: /Law or promise/ }));
  expect(clock(draft)).not.toHaveProperty('pausesIn');
  expect(screen.queryByRole('group', { name: 'Rests during' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /Letter that tells of the extension/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Extension' }));
  expect(clock(draft).extension).toMatchObject({ times: 1 });
  expect(delays(draft).handlingExtended).toEqual({ workingDays: 40 });
});

test('a clock that starts with nothing has its problem at that field', async () => {
  await showPart('complaint', (panel) => (
    <ClockPart {...panel} findings={panel.findings.filter(({ element }) => element === 'clock:handling')} clock="handling" />
  ));
  await userEvent.click(screen.getByRole('button', { name: 'Without “Assessing how serious it is”' }));
  const starts = screen.getByRole('group', { name: 'Starts with' });
  expect(starts.contains(document.activeElement)).toBe(true);
  expect([...(starts.parentElement?.querySelectorAll('[class*=note]') ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Something has still to be chosen here.',
  ]);
});

test('how often a case comes to a step is limited in Persian digits, and the limit is taken away again', async () => {
  const draft = await showStep('starter', 'examining', 'fa');
  const section = () => screen.getByRole('heading', { name: 'پرونده چند بار به اینجا می‌رسد' }).parentElement ?? document.body;
  within(section()).getByText(/^هر چند بار که لازم باشد/);
  await userEvent.click(within(section()).getByRole('button', { name: 'محدود کردن' }));
  const most = within(section()).getByRole<HTMLInputElement>('textbox', { name: 'حداکثر چند بار' });
  expect(most.value).toBe('۲');
  expect(section().contains(document.activeElement)).toBe(true);
  await userEvent.clear(most);
  within(section()).getByText('عددی صحیح، دست‌کم ۱');
  await userEvent.type(most, '۳');
  const limit = () => fieldsOf(placesOf(draft.document.definition).get('examining')?.state.meta).maxVisits;
  expect(limit()).toBe(3);
  await userEvent.click(within(section()).getByRole('button', { name: 'هر چند بار که لازم باشد' }));
  expect(limit()).toBeUndefined();
  expect(section().contains(document.activeElement)).toBe(true);
  expect(draft.commands.map(({ name }) => name)).toEqual(['visits.set', 'visits.set', 'visits.set']);
});

test('where a case ends nothing is limited', async () => {
  await showStep('starter', 'resolved', 'en');
  expect(screen.queryByRole('heading', { name: 'How often a case comes here' })).toBeNull();
});

async function showStep(id: string, step: string, language: 'en' | 'fa' | 'pl'): Promise<PretendDraft> {
  return await showPart(
    id,
    (panel) => {
      const element = panel.tree.byId.get(step);
      return element && <StepWhen {...panel} element={element} />;
    },
    undefined,
    language,
  );
}
async function showPart(
  id: string,
  part: (panel: PanelProps) => React.ReactNode,
  change?: (definition: object) => object,
  language: 'en' | 'fa' | 'pl' = 'en',
): Promise<PretendDraft> {
  const draft = pretendDraft(id, change);
  await showInWindow(<PretendPanel draft={draft}>{part}</PretendPanel>, { language });
  return draft;
}
const delays = ({ document: drawn }: PretendDraft) => fieldsOf(drawn.definition.delays);
const clock = ({ document: drawn }: PretendDraft) => fieldsOf(fieldsOf(drawn.definition.clocks).handling);
function work() {
  return [{ from: '08:00', to: '16:00' }];
}

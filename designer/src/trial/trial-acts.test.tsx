/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import type { ScriptStep } from '@redress/engine';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { calendars, readProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { draftForm } from '../forms-editor/draft-form.ts';
import type { Language } from '../language/language.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { waysOffered } from './offer-leads.ts';
import { sampleValues } from './sample-values.ts';
import { TrialActs } from './trial-acts.tsx';
import { playTrial } from './trial-play.ts';
import { beginning, startForm } from './trial-script.ts';

afterEach(cleanup);

const starter = readProcess('starter');
const complaint = readProcess('complaint');
const people = { complainant: ['complainant'], handler: ['handler'], 'handler 2': ['handler'] };
const play = playTrial(schemas);

/** The starter's story after these steps, with one of its people to be played. */
async function acting(steps: readonly ScriptStep[], { person = 'handler', language = 'en' as Language } = {}): Promise<ScriptStep[]> {
  const input = sampleValues(draftForm(starter, startForm(starter) ?? ''), { day: '2026-03-02', words: () => 'Sample' });
  const begun = beginning([starter], { at: '2026-03-02T09:00:00Z', timeZone: 'Europe/Warsaw', input });
  const trial = play({ definitions: [starter], calendars, script: { ...begun, people, by: 'complainant', steps } });
  if (!trial.ok) throw new Error(JSON.stringify(trial.findings));
  expect(trial.rehearsal.problems).toEqual([]);
  const done: ScriptStep[] = [];
  const nothing = () => undefined;
  await showInWindow(
    <TrialActs
      definitions={[starter]}
      people={people}
      trial={trial}
      person={person}
      onPerson={nothing}
      onAnother={nothing}
      onAct={(step) => done.push(step)}
    />,
    { language },
  );
  return done;
}

const told = (button: string): string => {
  const ids = screen.getByRole('button', { name: button }).getAttribute('aria-describedby') ?? '';
  return ids
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
};

test('beside each button stands where it leads', async () => {
  await acting([]);
  expect(told('Recorded')).toBe('leads to Look into it');
  expect(told('Not for us')).toBe('leads to Not for us');
});

test('where a condition decides, or a step may be entered only so often, each step is named that it may lead to', () => {
  const ways = (event: string, from: string) => waysOffered(complaint, { event, from }).map(({ to }) => to.join());
  expect(ways('assessed', 'assessing')).toEqual(['interimAction', 'investigating']);
  expect(waysOffered(starter, { event: 'reject', from: 'awaitingAnswer' }).map(({ to }) => to.join())).toEqual([
    'reviewing',
    'externalOffer',
  ]);
});

test('a decisive button looks so here as well, asks first, and does nothing until it is answered', async () => {
  const done = await acting([], { person: 'complainant' });
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Withdraw the complaint' }));
  expect(screen.getByRole('button', { name: 'Withdraw the complaint' }).className).toMatch(/danger/);
  for (const fill of screen.queryAllByRole('button', { name: 'Fill in sample answers' })) await userEvent.click(fill);
  await press();
  const asked = within(screen.getByRole('alertdialog', { name: 'Withdraw the complaint' }));
  asked.getByText('The case will end. Do you want to withdraw?');
  await userEvent.click(asked.getByRole('button', { name: 'Not yet' }));
  expect([screen.queryByRole('alertdialog'), done]).toEqual([null, []]);
  await press();
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Withdraw the complaint' }));
  expect(done).toMatchObject([{ send: 'withdraw', by: 'complainant' }]);
});

test('a task is taken, given back, and given to somebody else in the role, each a step of the story', async () => {
  const done = await acting([], { language: 'pl' });
  await userEvent.click(screen.getByRole('button', { name: 'Weź to zadanie' }));
  await userEvent.click(screen.getByRole('button', { name: /^Przekaż: / }));
  expect(done).toEqual([
    { claim: 'recording', by: 'handler' },
    { assign: 'recording', to: 'handler 2', by: 'handler' },
  ]);
  cleanup();
  const after = await acting(done.slice(0, 1));
  expect(screen.queryByRole('button', { name: 'Take this task' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Give it back' }));
  expect(after).toEqual([{ release: 'recording', by: 'handler' }]);
  cleanup();
  await acting(done, { person: 'handler 2' });
  screen.getByRole('button', { name: 'Give it back' });
  cleanup();
  await acting(done, { person: 'handler' });
  expect(screen.queryByRole('button', { name: /^(Take|Give)/ })).toBeNull();
});

/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Condition } from '@redress/engine';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { OnlyLook } from '../base/only-look.tsx';
import type { Language } from '../language/language.ts';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { findingsOf } from '../model/findings.ts';
import { fieldsOf, listOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { schemas } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { LetterPart } from './letter-part.tsx';

/** The whole editor is drawn again and again: slow on a busy machine, and nothing is measured here. */
jest.setTimeout(60_000);

const opened = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
if (!opened.ok) throw new Error('starter');
const starter = opened.value;
let now: DesignDocument = starter;
let wentTo: string[] = [];
let mayDraw = true;
afterEach(() => {
  cleanup();
  now = starter;
  wentTo = [];
  mayDraw = true;
});

const blocks = (letter = 'decision') => listOf(fieldsOf(fieldsOf(now.definition.letters)[letter]).blocks).map(fieldsOf);

test('who receives it, its subject in three directions, and each paragraph by its first words', async () => {
  await show('decision');
  expect(screen.getByRole('textbox', { name: 'Subject (Persian)' }).getAttribute('dir')).toBe('rtl');
  expect(screen.getByRole('textbox', { name: 'Subject (Polish)' }).lang).toBe('pl');
  expect(screen.getByRole('textbox', { name: 'Subject (English)' }).textContent).toBe('Our decision on your complaint case number');
  screen.getByText('What we found: [Findings] Why we decided so: [Reasons]');
  expect(paragraph(3).querySelector('summary')?.textContent).toContain('the reasons');
});

test('a field is found by its plain name and stands in the text as a chip', async () => {
  await show('decision');
  await userEvent.click(screen.getByRole('button', { name: 'Insert a field: Subject (English)' }));
  await userEvent.keyboard('outside');
  await userEvent.click(await screen.findByRole('option', { name: 'independent outside body' }));
  expect(fieldsOf(fieldsOf(fieldsOf(now.definition.letters).decision).subject).en).toContain('{organisation.externalBody}');
  within(screen.getByRole('textbox', { name: 'Subject (English)' })).getByRole('img', { name: 'field: independent outside body' });
});

test('a paragraph moves with the focus, and stays open where it goes', async () => {
  await show('decision');
  const [first, second] = blocks();
  await userEvent.click(screen.getByRole('button', { name: 'Paragraph 1: down' }));
  expect(blocks().slice(0, 2)).toEqual([second, first]);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Paragraph 2: down');
  act(() => paragraph(2).querySelector('summary')?.focus());
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
  expect(blocks().slice(0, 2)).toEqual([first, second]);
  expect(paragraph(1).contains(document.activeElement)).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Paragraph 1: remove' }));
  expect(blocks()[0]).toEqual(second);
  expect(paragraph(1).contains(document.activeElement)).toBe(true);
});

test('what a paragraph tells, and the fact that is missing, told at the paragraph', async () => {
  await show('acknowledgement');
  const at = blocks('acknowledgement').findIndex(({ tells }) => listOf(tells).includes('contact')) + 1;
  const here = within(paragraph(at));
  await userEvent.click(here.getByText(`Paragraph ${at}`));
  await userEvent.type(here.getByRole('combobox', { name: 'It also tells' }), 'until when{ArrowDown}{Enter}');
  expect(blocks('acknowledgement')[at - 1]?.tells).toEqual(['contact', 'until-when']);
  here.getByText('A due date is missing in: English, Persian, Polish.');
  expect(here.getAllByText(/promises something that it does not contain/)).toHaveLength(3);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(here.getByRole('button', { name: 'until when: take out' }));
  expect(here.queryByText(/promises something/)).toBeNull();
});

test('a ready paragraph brings its words in three languages and what it tells', async () => {
  await show('decision', 'fa');
  await userEvent.type(screen.getByRole('combobox', { name: 'افزودن بند آماده' }), 'راه دادگاه{ArrowDown}{Enter}');
  expect(blocks().at(-1)).toMatchObject({ tells: ['legal-route'], text: { en: 'Your right to go to court is not affected.' } });
});

test('other words begin with the words that are there and say when they are used', async () => {
  await show('decision');
  await userEvent.click(within(paragraph(2)).getByText('Paragraph 2'));
  await userEvent.click(within(paragraph(2)).getByRole('button', { name: 'Other words' }));
  expect(blocks()[1]?.variants).toEqual([{ text: blocks()[1]?.text }]);
  const words = within(screen.getAllByRole('group', { name: 'Other words 1' }).find((one) => paragraph(2).contains(one)) ?? document.body);
  words.getByText('Say when these words are used.');
  await userEvent.click(words.getByRole('button', { name: 'Add a condition' }));
  expect(listOf(blocks()[1]?.variants)[0]).toMatchObject({ when: { field: '', is: 'filled' } });
});

test('a letter that is sent stays and says where; looking changes nothing', async () => {
  await show('decision');
  await userEvent.click(screen.getByRole('button', { name: 'Remove the letter' }));
  screen.getByText('The letter is sent at these places. Take it out there first.');
  expect(now).toBe(starter);
  const [use] = within(screen.getByRole('heading', { name: 'Used at' }).parentElement ?? document.body).getAllByRole('button');
  if (use) await userEvent.click(use);
  expect(wentTo).toHaveLength(1);
  mayDraw = false;
  await userEvent.click(screen.getByRole('button', { name: 'Paragraph 1: down' }));
  expect(now).toBe(starter);
});

test('whoever may only look reads the texts, reaches them by keyboard and types nothing', async () => {
  mayDraw = false;
  await show('decision');
  const subject = screen.getByRole('textbox', { name: 'Subject (English)' });
  expect([subject.getAttribute('contenteditable'), subject.getAttribute('aria-readonly'), subject.tabIndex]).toEqual(['false', 'true', 0]);
  expect(subject.textContent).toBe('Our decision on your complaint case number');
  expect(screen.queryByRole('button', { name: /^Insert a field/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'See it as it arrives' }));
  const preview = within(await screen.findByRole('dialog'));
  await userEvent.click(await preview.findByRole('button', { name: /With these data/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Only what has to be filled in' }));
  expect(now).toBe(starter);
});

test('what its sending files as evidence is chosen by name, and what only this house calls a record stays', async () => {
  await show('decision');
  await userEvent.click(screen.getByText(/how it goes out/));
  const records = () => fieldsOf(fieldsOf(now.definition.letters).decision).records;
  expect(records()).toEqual(['response']);
  await userEvent.type(screen.getByRole('combobox', { name: 'Another record' }), 'proof of the remedy{ArrowDown}{Enter}');
  expect(records()).toEqual(['response', 'remedy-delivered']);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'answer: take out' }));
  expect(records()).toEqual(['remedy-delivered']);
});

test('the data decide which paragraphs stand, and it is said which are left out and why', async () => {
  const written = blocks();
  const only: Condition = { field: 'decision', is: '=', value: 'upheld' };
  now = edited({ name: 'block.when', payload: { letter: 'decision', block: 1, condition: only } });
  now = edited({ name: 'block.when', payload: { letter: 'decision', block: 2, condition: { outcome: ['resolved'] } } });
  await show('decision');
  await userEvent.click(screen.getByRole('button', { name: 'See it as it arrives' }));
  const preview = within(await screen.findByRole('dialog'));
  const told = async () => (await preview.findByRole('status')).textContent ?? '';
  expect(await told()).toContain('Paragraph 2 is left out: only if “⁨Decision⁩” is “⁨Upheld⁩”. In these data: ⁨Decision⁩: “');
  expect(await told()).toMatch(/Paragraph 3 is shown, though these data cannot decide it/);
  const words = String(fieldsOf(written[1]?.text).en).split('{')[0] ?? '';
  expect(preview.getByRole('article').textContent).not.toContain(words);
  // Whoever wants to see it all the same asks for its words.
  await userEvent.click(preview.getByRole('button', { name: /^As these data decide Paragraph 2/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'The text' }));
  expect(preview.getByRole('article').textContent).toContain(words);
  expect(await told()).not.toContain('Paragraph 2');
});

test('it is seen as it arrives, in each language, with words that are used else', async () => {
  await show('decision', 'pl');
  await userEvent.click(screen.getByRole('button', { name: 'Zobacz, jak dotrze' }));
  const preview = within(await screen.findByRole('dialog'));
  expect((await preview.findByRole('article')).textContent).toContain('Anna-Maria O’Connor-Wiśniewska');
  await userEvent.click(preview.getByRole('tab', { name: 'فارسی' }));
  expect(preview.getByRole('article').getAttribute('dir')).toBe('rtl');
  await userEvent.click(preview.getByRole('button', { name: /^Jak rozstrzygają te dane Akapit 1/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Inne brzmienie 1' }));
  expect(preview.getByRole('article').textContent).toContain('با سلام و احترام');
});

/** The draft after one more edit. */
function edited(command: Command): DesignDocument {
  const done = perform(now, [command]);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
}
const paragraph = (number: number): HTMLElement => document.querySelector<HTMLElement>(`[data-block="${number - 1}"]`) ?? document.body;

async function show(letter: string, language: Language = 'en'): Promise<void> {
  await showInWindow(<Shown letter={letter} />, { language });
  // jsdom lays nothing out: where the caret stands is nowhere.
  Object.assign(Range.prototype, { getClientRects: () => [new DOMRect()], getBoundingClientRect: () => new DOMRect() });
  // The editor is fetched: until then the words stand in its place.
  await waitFor(() => expect(document.querySelector('.waiting')).toBeNull());
}

function Shown({ letter }: { readonly letter: string }) {
  const [document, setDocument] = useState(now);
  const edit = (command: Command) => {
    if (!mayDraw) return undefined;
    const done = perform(document, [command]);
    if (!done.ok) return done.refusal.code === 'nothing-to-do' ? [] : undefined;
    now = done.value.document;
    setDocument(now);
    return done.value.chosen ?? [];
  };
  const findings = findingsOf(document, { schemas }).filter(({ element }) => element === `letter:${letter}`);
  const { definition } = document;
  return (
    <OnlyLook isOn={!mayDraw}>
      <LetterPart
        letter={letter}
        tab={{ chosen: 'what', choose: () => undefined }}
        {...{ definition, findings }}
        act={edit}
        tree={treeOf(definition)}
        onChoose={(id) => wentTo.push(id)}
      />
    </OnlyLook>
  );
}

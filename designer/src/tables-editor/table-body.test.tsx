/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Language } from '../language/language.ts';
import type { Command } from '../model/command.ts';
import { fieldsOf, listOf } from '../model/loose-json.ts';
import type { OutlineActs } from '../outline/outline-acts.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { type PretendDraft, PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import { draftTable } from './draft-table.ts';
import { FormulaTitles } from './formula-titles.tsx';
import { TableBody } from './table-body.tsx';

jest.setTimeout(30_000);
afterEach(cleanup);

test('a cell is written in words by the keyboard alone, in Persian digits, and Tab goes on to the next', async () => {
  const draft = await show();
  screen.getByRole('grid', { name: 'Table “Priority and time to investigate”' });
  await userEvent.click(cell(3, 3));
  await userEvent.keyboard('{Enter}');
  const editor = screen.getByRole('group', { name: /^Row 4, Impact/ });
  within(editor).getByRole('button', { name: /is anything/ });
  await userEvent.keyboard('{Escape}');
  expect(draft.commands).toEqual([]);
  expect(document.activeElement).toBe(cell(3, 3));
  await arrows('Right', 2); // “Time to investigate”, a number.
  await userEvent.keyboard('{F2}');
  await userEvent.tab();
  await userEvent.keyboard('{Control>}a{/Control}۱۵');
  await userEvent.tab();
  expect(draft.commands).toEqual([write({ row: 3, list: 'then', column: 1, value: 15 })]);
  expect(document.activeElement).toBe(cell(3, 6));
});

test('arrows walk as the language runs; rows are added, moved and emptied by keys', async () => {
  const draft = await show('fa');
  await userEvent.click(cell(0, 1));
  await arrows('Left', 1);
  expect(document.activeElement).toBe(cell(0, 2));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(rows(draft)[1]).toMatchObject({ when: ['-', '-', '-'] });
  expect(document.activeElement).toBe(cell(1, 1));
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(rows(draft)[0]).toMatchObject({ when: ['-', '-', '-'] });
  expect(document.activeElement).toBe(cell(0, 1));
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Delete}');
  expect(rows(draft)[1]).toMatchObject({ when: ['-', '-', '-'] });
  expect(rows(draft)[2]).toMatchObject({ when: ['-', '-', '-'] });
  expect(draft.commands.map(({ name }) => name)).toEqual(['table.row-add', 'table.row-move', 'table.write']);
});

test('cells go to a spreadsheet and come from it; rows that are missing are made, “otherwise” stays last', async () => {
  const draft = await show();
  await userEvent.click(cell(1, 1));
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  const copied: string[] = [];
  fireEvent.copy(cell(1, 3), { clipboardData: { setData: (_type: string, text: string) => copied.push(text) } });
  expect(copied).toEqual([expect.stringMatching(/^.+\t-\t-$/)]);
  await userEvent.click(cell(5, 1));
  await userEvent.paste('≥ ۳\tYes\t-\n1\tNo\t-');
  expect(rows(draft).slice(5)).toMatchObject([{ when: ['>= 3', 'true', '-'] }, { when: ['1', 'false', '-'] }]);
  expect(screen.getAllByRole('row').at(-1)?.textContent).toMatch(/^Otherwise/);
});

test('why a row stands there comes from a spreadsheet with its cells, in one edit, and goes there again', async () => {
  const draft = await show('fa');
  await userEvent.click(cell(0, 1));
  await userEvent.paste('۱\t-\t-\t-\t۵\tمشتری زیان دیده');
  expect(rows(draft)[0]).toMatchObject({ because: { fa: 'مشتری زیان دیده' } });
  const copied: string[] = [];
  await userEvent.click(cell(0, 6));
  fireEvent.copy(cell(0, 6), { clipboardData: { setData: (_type: string, text: string) => copied.push(text) } });
  expect(copied).toEqual(['مشتری زیان دیده']);
});

test('a finger that touches a cell opens it; a mouse only chooses it', async () => {
  await show();
  const touch = userEvent.setup();
  await touch.click(cell(0, 1));
  expect(screen.queryByRole('group', { name: /^Row 1/ })).toBeNull();
  await touch.pointer([{ keys: '[TouchA]', target: cell(1, 1) }]);
  screen.getByRole('group', { name: /^Row 2/ });
});

test('what fits together is told with an example, and leads to its rows; values that are tried mark theirs', async () => {
  await show();
  const note = screen.getByRole('button', { name: /rows 1 and 2 fit; row 1 counts/ });
  await userEvent.click(note);
  expect(document.activeElement).toBe(cell(0, 1));
  const trial = screen.getByRole('region', { name: 'Try with values' });
  within(trial).getByText(/^Rows 1 and 2 fit, and row 1 counts: /);
  expect([0, 1, 2].map((row) => cell(row, 1).closest('tr')?.dataset.marked)).toEqual(['true', 'true', 'false']);
});

test('a gap is filled by a row that asks for its values alone, at once and as one act; one is then where it says something', async () => {
  const draft = await show();
  const before = rows(draft).length;
  const gaps = () => screen.queryAllByRole('button', { name: /^Add a row for this: / });
  const open = gaps().length;
  const [first] = gaps();
  if (!first) throw new Error('a gap was expected');
  await userEvent.click(first);
  expect(draft.commands.map(({ name }) => name)).toEqual(['table.row-add']);
  expect(rows(draft)).toHaveLength(before + 1);
  expect(document.activeElement).toBe(cell(before, 4));
  expect(gaps()).toHaveLength(open - 1);
});

test('with “only one may fit” the same is a problem; the choice is explained', async () => {
  const draft = await show();
  await userEvent.click(screen.getByRole('button', { name: /When several rows fit/ }));
  await userEvent.click(screen.getByRole('option', { name: /Only one may fit/ }));
  expect(draft.commands).toEqual([{ name: 'table.hit', payload: { decision: 'pace', hit: 'unique' } }]);
  screen.getByRole('button', { name: /rows 1 and 2 both fit, and only one may/ });
});

test('a formula is kept to the letter, and its error stands in its cell', async () => {
  const draft = await show('en', '? >  limit');
  expect(cell(0, 1).textContent).toContain('? >  limit');
  expect(cell(0, 1).textContent).toMatch(/This formula names .*limit.*, and the case has no such data/);
  await userEvent.click(cell(0, 1));
  await userEvent.keyboard('{F2}');
  const editor = screen.getByRole('group', { name: /^Row 1/ });
  expect(within(editor).getByRole<HTMLTextAreaElement>('textbox').value).toBe('? >  limit');
  await userEvent.clear(within(editor).getByRole('textbox'));
  await userEvent.type(within(editor).getByRole('textbox'), '? > (');
  within(editor).getByText('Something is missing at the end.');
  await userEvent.keyboard('{Escape}');
  expect(draft.commands).toEqual([]);
  screen.getByText(/Row 1, .*is not decided/);
});

test('a column that asks a formula is called by a name in each language of the procedure, at once and later', async () => {
  const draft = await show();
  await userEvent.click(screen.getByRole('button', { name: 'Ask something more' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('radio', { name: 'Formula' }));
  await userEvent.type(dialog.getByLabelText('What the column is called (Polish)'), 'Razem ');
  await userEvent.type(dialog.getByLabelText('Formula', { selector: 'textarea' }), 'severity + 1');
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  dialog.getByText('Give it a name');
  await userEvent.type(dialog.getByLabelText('What the column is called (English)'), 'Sum');
  await userEvent.type(dialog.getByLabelText('What the column is called (Persian)'), 'جمع');
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  const input = { title: { en: 'Sum', fa: 'جمع', pl: 'Razem' }, feel: 'severity + 1' };
  expect(draft.commands).toEqual([{ name: 'table.input-add', payload: { decision: 'pace', input } }]);
  cleanup();
  await showInWindow(
    <PretendPanel draft={draft}>
      {(panel) => <FormulaTitles {...panel} table={draftTable(panel.definition, 'pace', (words) => words?.pl ?? '')} />}
    </PretendPanel>,
    {
      language: 'pl',
    },
  );
  await userEvent.type(screen.getByLabelText('Kolumna „Razem” (angielski)'), '!');
  expect(draft.commands.at(-1)).toEqual({
    name: 'table.input-title',
    payload: { decision: 'pace', column: 3, language: 'en', words: 'Sum!' },
  });
});

test('whoever may only look changes nothing', async () => {
  const draft = await show('en', undefined, false);
  expect(screen.queryByRole('button', { name: /^Add a row/ })).toBeNull();
  await userEvent.click(cell(0, 1));
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('group', { name: /^Row 1/ })).toBeNull();
  expect(draft.commands).toEqual([]);
});

const write = (one: object) => ({ name: 'table.write', payload: { decision: 'pace', cells: [one] } });
const rows = ({ document }: PretendDraft) => listOf(fieldsOf(fieldsOf(document.definition.decisions).pace).rows);
const arrows = (to: 'Left' | 'Right', times: number) => userEvent.keyboard(`{Arrow${to}}`.repeat(times));

/** By row and column, the heads not counted. */
function cell(row: number, column: number): HTMLElement {
  const found = within(screen.getByRole('grid')).getAllByRole('row')[row + 2]?.children[column];
  if (!(found instanceof HTMLElement)) throw new Error(`no cell ${row} ${column}`);
  return found;
}

async function show(language: Language = 'en', first?: string, mayDraw = true): Promise<PretendDraft> {
  const draft = pretendDraft('complaint', (definition) => {
    if (first === undefined) return definition;
    const { decisions, ...rest } = fieldsOf(definition);
    const pace = fieldsOf(fieldsOf(decisions).pace);
    const [row, ...more] = listOf(pace.rows);
    return { ...rest, decisions: { pace: { ...pace, rows: [{ ...fieldsOf(row), when: [first, 'true', '-'] }, ...more] } } };
  });
  const actsWith = (act: OutlineActs['act']): OutlineActs => ({
    mayDraw,
    lock: mayDraw ? undefined : 'draft.only-look',
    act: (command) => (mayDraw ? act(command) : undefined),
    all: (commands: readonly Command[]) => mayDraw && commands.every((command) => act(command) !== undefined),
    undo: () => undefined,
    redo: () => undefined,
    undoName: undefined,
    redoName: undefined,
    told: '',
    isShown: false,
    hide: () => undefined,
    hint: () => undefined,
    tell: () => undefined,
  });
  await showInWindow(
    <PretendPanel draft={draft}>
      {({ definition, findings, act }) => (
        <TableBody
          definition={definition}
          findings={findings.filter(({ element }) => element === 'decision:pace')}
          decision="pace"
          acts={actsWith(act)}
        />
      )}
    </PretendPanel>,
    { language },
  );
  return draft;
}

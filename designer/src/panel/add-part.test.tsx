/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { AddForm } from '../forms-editor/add-form.tsx';
import { AddLetter } from '../letters-editor/add-letter.tsx';
import { showInWindow } from '../shell/show-in-window.tsx';
import { AddTable } from '../tables-editor/add-table.tsx';
import { AddRole } from '../who/add-role.tsx';
import { PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import type { PanelProps } from './draft-panel.tsx';

afterEach(cleanup);

const adding: Readonly<Record<string, (panel: PanelProps) => React.ReactNode>> = {
  'New form': (panel) => <AddForm {...panel} onMade={(form) => panel.onChoose(`form:${form}`)} />,
  'New letter': (panel) => <AddLetter {...panel} />,
  'New role': (panel) => <AddRole {...panel} />,
  'Add a decision table': (panel) => <AddTable {...panel} />,
};

test.each(Object.keys(adding))('%s: it needs a name, begins in the reader’s language, and is chosen at once', async (words) => {
  const draft = pretendDraft('starter');
  await showInWindow(<PretendPanel draft={draft}>{(panel) => adding[words]?.(panel)}</PretendPanel>);
  await userEvent.click(screen.getByRole('button', { name: words }));
  const dialog = within(screen.getByRole('dialog', { name: words }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  dialog.getByText('Give it a name');
  expect(draft.commands).toEqual([]);
  const [name] = dialog.getAllByRole('textbox');
  await userEvent.type(name ?? document.body, ' Site visit ');
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(draft.commands).toMatchObject([{ payload: { title: { en: 'Site visit' } } }]);
  expect(draft.chosen).toEqual([expect.stringMatching(/^(form|letter|role|decision):siteVisit$/)]);
});

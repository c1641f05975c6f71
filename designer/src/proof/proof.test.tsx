/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { type PretendDraft, PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import { ProcedureProof } from './procedure-proof.tsx';
import { StepProof } from './step-proof.tsx';
import { WayProof } from './way-proof.tsx';

jest.setTimeout(60_000);
afterEach(cleanup);

test('a step is marked as evidence by typing what it is for; its clauses stand beside it', async () => {
  const draft = await showStep('starter', 'closing');
  const evidence = screen.getByRole('group', { name: 'Evidence for' });
  within(evidence).getByText('Closing with a record');
  expect(chips(evidence)).toEqual(['§ 7.9', '§ 8.2']);
  focus(within(evidence).getByRole('combobox'));
  await userEvent.keyboard('acknowl{ArrowDown}{Enter}');
  expect(tags(draft, 'closing')).toEqual(['stage:closure', 'stage:acknowledgement']);
  expect(chips(evidence)).toEqual(['§ 7.9', '§ 8.2', '§ 7.4']);
  expect(within(evidence).getByText('§ 7.4').title).toBe('ISO 10002:2018, 7.4 Acknowledgement');
  await userEvent.keyboard('{Escape}'); // The list for the next one stands open.
  focus(within(evidence).getByRole('button', { name: 'Remove “Acknowledging receipt”' }));
  await userEvent.keyboard('{Enter}');
  expect(tags(draft, 'closing')).toEqual(['stage:closure']);
  expect(evidence.contains(document.activeElement)).toBe(true);
});

test('only what belongs to the standard of the procedure is offered, and to a step nothing that a task says already', async () => {
  await showStep('starter', 'closing');
  focus(screen.getByRole('combobox'));
  await userEvent.keyboard('{ArrowDown}');
  const offered = screen.getAllByRole('option').map(({ textContent }) => textContent ?? '');
  expect(offered.some((words) => words.includes('Investigating') && words.includes('§ 7.6'))).toBe(true);
  expect(offered.filter((words) => /Mediation|Drafting the code|move|Resolved/.test(words))).toEqual([]);
});

test('a mark of our own is locked; one of another standard is named as such and may go', async () => {
  const draft = pretendDraft('starter', (definition) => changed(definition, 'closing', ['mark:ours', 'stage:facilitative']));
  await showStep(draft, 'closing');
  const evidence = screen.getByRole('group', { name: 'Evidence for' });
  within(evidence).getByText('mark:ours');
  within(evidence).getByRole('img', { name: /Kept as it is/ });
  within(evidence).getByText('of another standard');
  await userEvent.click(within(evidence).getByRole('button', { name: 'Remove “Mediation”' }));
  expect(tags(draft, 'closing')).toEqual(['mark:ours']);
});

test('an end says how the case ended, in Persian digits for Persian readers', async () => {
  const draft = await showStep('starter', 'resolved', 'fa');
  screen.getByText('§ ۷٫۹');
  focus(screen.getByRole('button', { name: /نوع نتیجه/ }));
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('option', { name: 'حل نشد' }));
  expect(tags(draft, 'resolved')).toEqual(['outcome:unresolved']);
});

test('a charge is written when sum and currency are there, and goes with its sum', async () => {
  const draft = await showStep('starter', 'closing', 'pl');
  const charge = () => fieldsOf(placesOf(draft.document.definition).get('closing')?.state.meta).charge;
  await userEvent.click(screen.getByText('Ile płaci składający'));
  await userEvent.type(screen.getByRole('textbox', { name: 'Kwota' }), '12,5');
  expect(charge()).toBeUndefined();
  await userEvent.type(screen.getByRole('textbox', { name: 'Waluta' }), 'pln');
  expect(charge()).toEqual({ amount: 12.5, currency: 'PLN' });
  await userEvent.clear(screen.getByRole('textbox', { name: 'Kwota' }));
  expect(charge()).toBeUndefined();
});

test('a way means what its button means, until it is said here', async () => {
  const draft = pretendDraft('starter');
  await showInWindow(
    <PretendPanel draft={draft}>
      {(panel) => {
        const row = panel.tree.byId.get('awaitingAnswer')?.rows.find(({ name }) => name === 'accept');
        return row && <WayProof {...panel} row={row} />;
      }}
    </PretendPanel>,
  );
  expect(screen.getByRole('button', { name: /What it means/ }).textContent).toContain('As its button: accepts the answer');
  screen.getByText('§ 7.9');
  focus(screen.getByRole('button', { name: /What it means/ }));
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('option', { name: 'withdraws' }));
  screen.getByText('§ 4.11');
  expect(draft.commands).toEqual([{ name: 'row.act', payload: { row: 'awaitingAnswer/on/accept/0', act: 'withdraw' } }]);
  expect(screen.queryByText('Whose consent it stores')).toBeNull(); // Consent is asked for in disputes.
});

test('the procedure says what it publishes, keeps and measures; what is not understood is locked', async () => {
  pretendServer(({ path }) => (path.startsWith('/definitions') ? { status: 200, body: { rows: [], more: false } } : undefined));
  const draft = pretendDraft('starter', (definition) => ({
    ...definition,
    publishes: { ...fieldsOf(fieldsOf(definition).publishes), 'x-songs': { en: 'Songs' } },
    retention: { ...fieldsOf(fieldsOf(definition).retention), period: 'P1Y6M' },
  }));
  await showInWindow(<PretendPanel draft={draft}>{(panel) => <ProcedureProof {...panel} />}</PretendPanel>);
  within(screen.getByText('x-songs').closest('p') ?? document.body).getByRole('img', { name: /Kept as it is/ });
  within(screen.getByText('P1Y6M').closest('p') ?? document.body).getByRole('img', { name: /Kept as it is/ });
  const measure = screen.getByText('Acknowledged on time').closest('details') ?? document.body;
  within(measure).getByText(/at least 95 %/);
  const share = within(measure).getByRole('textbox', { name: 'Percent' });
  await userEvent.clear(share);
  await userEvent.type(share, '90');
  expect(fieldsOf(fieldsOf(draft.document.definition.kpis)['ack-on-time'])).toMatchObject({ atLeast: 0.9 });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Chat' }));
  expect(draft.document.definition.channels).toEqual(['email', 'phone', 'letter', 'in-person', 'chat']);
});

test('a measure is counted otherwise and named by us, and the policy says where it is read', async () => {
  pretendServer(({ path }) => (path.startsWith('/definitions') ? { status: 200, body: { rows: [], more: false } } : undefined));
  const draft = pretendDraft('starter');
  await showInWindow(<PretendPanel draft={draft}>{(panel) => <ProcedureProof {...panel} />}</PretendPanel>);
  const measure = within(screen.getByText('Acknowledged on time').closest('details') ?? document.body);
  const choose = async (field: RegExp, option: string) => {
    await userEvent.click(measure.getByRole('button', { name: field }));
    await userEvent.click(screen.getByRole('option', { name: option }));
  };
  await choose(/Over which time/, 'each week');
  await choose(/Counted in/, 'Days');
  expect(fieldsOf(fieldsOf(draft.document.definition.kpis)['ack-on-time'])).toEqual({ unit: 'days', per: 'week' });
  await userEvent.type(measure.getByRole('textbox', { name: 'Days' }), '3');
  await userEvent.click(measure.getByText('Our own name for it'));
  await userEvent.type(measure.getByRole('textbox', { name: 'Our own name for it (English)' }), 'Quick');
  expect(fieldsOf(fieldsOf(draft.document.definition.kpis)['ack-on-time'])).toMatchObject({ atMost: 3, title: { en: 'Quick' } });
  const address = screen.getByRole('textbox', { name: /^Where people can read it/ });
  await userEvent.type(address, 'example.org');
  screen.getByText('An address such as https://example.org/policy.');
  await userEvent.clear(address);
  await userEvent.type(address, 'https://example.org/p');
  expect(screen.queryByText(/An address such as/)).toBeNull();
  expect(draft.document.definition.policy).toEqual({ id: 'complaints-policy', version: '1', url: 'https://example.org/p' });
});

const changed = (definition: object, step: string, marks: readonly string[]): object => {
  const copy = JSON.parse(JSON.stringify(definition));
  Object(placesOf(copy).get(step)?.state).tags = marks;
  return copy;
};
async function showStep(from: string | PretendDraft, step: string, language: 'en' | 'fa' | 'pl' = 'en'): Promise<PretendDraft> {
  const draft = typeof from === 'string' ? pretendDraft(from) : from;
  await showInWindow(
    <PretendPanel draft={draft}>
      {(panel) => {
        const element = panel.tree.byId.get(step);
        return element && <StepProof {...panel} element={element} />;
      }}
    </PretendPanel>,
    { language },
  );
  return draft;
}
const tags = ({ document: draft }: PretendDraft, step: string) => placesOf(draft.definition).get(step)?.state.tags;
const chips = (within: HTMLElement) => [...within.querySelectorAll('[title]')].map(({ textContent }) => textContent);
const focus = (element: HTMLElement) => act(() => element.focus());

/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Button } from '../base/button.tsx';
import type { Language } from '../language/language.ts';
import type { Problem, Values } from '../server/shapes/basics.ts';
import type { FormFieldView, FormView } from '../server/shapes/work.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { DefinitionForm } from './definition-form.tsx';
import { DraftTime } from './draft-time.tsx';
import { type FormState, useForm } from './use-form.ts';

const severity: FormFieldView = {
  field: 'severity',
  title: { en: 'Severity', fa: 'اهمیت', pl: 'Waga' },
  schema: { type: 'integer', minimum: 1, maximum: 4 },
  options: [1, 2, 3, 4].map((value) => ({ value, title: { en: ['Minor', 'Some', 'Major', 'Critical'][value - 1] ?? '' } })),
  required: true,
  readOnly: false,
};
const safety: FormFieldView = {
  field: 'safety',
  title: { en: 'Safety of a person is at risk' },
  schema: { type: 'boolean' },
  required: false,
  readOnly: false,
};
const atOnce: FormFieldView = {
  field: 'atOnce',
  title: { en: 'Done at once' },
  schema: { type: 'string', minLength: 1, maxLength: 2000 },
  required: true,
  readOnly: false,
  when: { field: 'severity', is: '>=', value: 3 },
};
const plain = (field: string, title: string, schema: Values, more: Partial<FormFieldView> = {}): FormFieldView => ({
  field,
  title: { en: title },
  schema,
  required: false,
  readOnly: false,
  ...more,
});
const formOf = (fields: readonly FormFieldView[], values: Values = {}): FormView => ({
  form: 'assessment',
  title: { en: 'Assessment' },
  sections: [{ fields }],
  values,
});

let server: ReturnType<typeof pretendServer>;
let sent: (Values | undefined)[];
let state: FormState | undefined;

beforeEach(() => {
  server = pretendServer();
  sent = [];
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

test('a form that is not complete says how many answers need a look, and leads to each', async () => {
  await open(formOf([severity, plain('facts', 'Facts', { type: 'string', maxLength: 200 }, { required: true })]));
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  const summary = screen.getByRole('alert');
  expect(summary.textContent).toContain('2 answers need a look');
  expect(summary).toBe(document.activeElement);
  await userEvent.click(within(summary).getByRole('link', { name: 'Facts' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Facts/ }));
  expect(screen.getByText('Choose one.')).toBeTruthy();
  expect(sent).toEqual([undefined]);

  await userEvent.type(screen.getByRole('textbox', { name: /Facts/ }), 'The label said 5 ml.');
  await userEvent.click(screen.getByRole('radio', { name: /Critical/ }));
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ severity: 4, facts: 'The label said 5 ml.' });
});

test('a field with a condition comes and goes while typing, and is not sent once it has gone', async () => {
  await open(formOf([severity, atOnce]));
  expect(screen.queryByRole('textbox', { name: /Done at once/ })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /Critical/ }));
  await userEvent.type(screen.getByRole('textbox', { name: /Done at once/ }), 'Bottles recalled');
  await userEvent.click(screen.getByRole('radio', { name: /Minor/ }));
  expect(screen.queryByRole('textbox', { name: /Done at once/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ severity: 1 });
  await userEvent.click(screen.getByRole('radio', { name: /Major/ }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Done at once/ }).value).toBe('Bottles recalled');
});

test('whoever answers by the keyboard stays at the answer that brings a field into sight', async () => {
  await open(formOf([severity, atOnce]));
  await userEvent.tab();
  const held = document.activeElement;
  await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
  expect(screen.getByRole('textbox', { name: /Done at once/ })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Major/ }));
  expect(held?.isConnected).toBe(true);
});

test('text that is too long is kept and named, never cut', async () => {
  await open(formOf([plain('note', 'Note', { type: 'string', maxLength: 10 }, { required: true })], { note: 'twelve chars' }));
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(screen.getByText(/12 of 10 characters/, { selector: 'span' })).toBeTruthy();
  expect(sent).toEqual([undefined]);
});

test('a number may be typed in Persian digits, and is sent as a number', async () => {
  await open(formOf([plain('days', 'Days', { type: 'integer', minimum: 1, maximum: 120 })]), { language: 'fa' });
  await userEvent.type(screen.getByRole('textbox'), '۱۲');
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ days: 12 });
});

test('what is no number stays in sight and is refused with words', async () => {
  await open(formOf([plain('days', 'Days', { type: 'integer', minimum: 1, maximum: 120 })]));
  await userEvent.type(screen.getByRole('textbox'), 'soon');
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(screen.getByText('Write a number, in digits.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('soon');
});

test('an answer taken away is sent as empty, one that never was is not sent', async () => {
  await open(
    formOf([plain('remedy', 'Remedy', { type: 'string', maxLength: 200 }), plain('other', 'Other', { type: 'string', maxLength: 200 })], {
      remedy: 'Apology',
    }),
  );
  await userEvent.clear(screen.getByRole('textbox', { name: /Remedy/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ remedy: null });
});

test('a tick and a choice of a few are answers, an unticked box is one too', async () => {
  await open(formOf([safety], { safety: true }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Safety of a person is at risk' }));
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ safety: false });
});

test('papers are references, until files can be kept, and the form says so', async () => {
  await open(formOf([plain('papers', 'Papers', { type: 'array', items: { type: 'string' } }, { holds: 'file' })]));
  expect(screen.getByText(/Files cannot be kept here yet/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add a paper' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What it is' })));
  await userEvent.type(screen.getByRole('textbox', { name: 'What it is' }), 'Photo of the label');
  await userEvent.type(screen.getByRole('textbox', { name: 'Where it is kept' }), 'Ward 4, folder 12');
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ papers: ['Photo of the label — Ward 4, folder 12'] });
});

test('what the server names is shown at its field and goes when the field is touched', async () => {
  await open(formOf([severity]));
  await userEvent.click(screen.getByRole('radio', { name: /Critical/ }));
  const problem: Problem = { type: 'x', status: 422, code: 'form-invalid', fields: [{ at: '/severity', keyword: 'options', facts: {} }] };
  let taken: boolean | undefined;
  act(() => {
    taken = state?.accept(problem);
  });
  expect(taken).toBe(true);
  expect(screen.getByText('Choose one of the answers.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: /Minor/ }));
  expect(screen.queryByText('Choose one of the answers.')).toBeNull();
  expect(state?.accept({ ...problem, fields: [{ at: '/elsewhere', keyword: 'type', facts: {} }] })).toBe(false);
});

test('half-typed answers are kept on the server with the time, and come back', async () => {
  await open(formOf([plain('facts', 'Facts', { type: 'string', maxLength: 200 })]), { draftKey: 'task:7' });
  await userEvent.type(screen.getByRole('textbox', { name: /Facts/ }), 'Half a sen');
  await screen.findByText('Draft kept 10:38');
  expect(server.drafts.get('task:7')).toEqual({ facts: 'Half a sen' });
  cleanup();
  await open(formOf([plain('facts', 'Facts', { type: 'string', maxLength: 200 })]), { draftKey: 'task:7' });
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /Facts/ })).value).toBe('Half a sen');
});

test('leaving the page keeps what was typed a moment ago', async () => {
  await open(formOf([plain('facts', 'Facts', { type: 'string', maxLength: 200 })]), { draftKey: 'task:8' });
  await userEvent.type(screen.getByRole('textbox', { name: /Facts/ }), 'A');
  cleanup();
  await act(async () => undefined);
  expect(server.drafts.get('task:8')).toEqual({ facts: 'A' });
});

test('a draft of an older form brings back only what the form still asks', async () => {
  server.drafts.set('task:9', { facts: 'kept', gone: 'x' });
  await open(formOf([plain('facts', 'Facts', { type: 'string', maxLength: 200 })]), { draftKey: 'task:9' });
  await screen.findByDisplayValue('kept');
  await userEvent.click(screen.getByRole('button', { name: 'Assessed' }));
  expect(sent.at(-1)).toEqual({ facts: 'kept' });
});

async function open(form: FormView, { language = 'en', draftKey }: { readonly language?: Language; readonly draftKey?: string } = {}) {
  await showInWindow(<Desk form={form} {...(draftKey === undefined ? {} : { draftKey })} />, { language });
  await screen.findByRole('group', { name: 'ready' });
}

function Desk({ form, draftKey }: { readonly form: FormView; readonly draftKey?: string }) {
  const filled = useForm({ form, ...(draftKey === undefined ? {} : { draftKey }) });
  state = filled;
  return (
    <fieldset aria-label={filled.isReady ? 'ready' : 'waiting'}>
      <DefinitionForm state={filled} />
      <Button onPress={() => sent.push(filled.check())}>Assessed</Button>
      <DraftTime draft={filled.draft} />
    </fieldset>
  );
}

/** Keeps drafts as the server does; its clock stands at 09:38 UTC. */
function pretendServer() {
  const drafts = new Map<string, unknown>();
  const answer = (status: number, body: unknown) =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }));
  const fetched = jest.fn((address: string, init: RequestInit) => {
    const key = decodeURIComponent(address.split('/').at(-1) ?? '');
    if (init.method === 'PUT') drafts.set(key, JSON.parse(String(init.body)).values);
    const values = drafts.get(key);
    return values
      ? answer(200, { key, values, savedAt: '2026-11-23T09:38:00.000Z' })
      : answer(404, { type: 'x', status: 404, code: 'not-found' });
  });
  Object.assign(globalThis, { fetch: fetched, Response: globalThis.Response ?? PretendResponse });
  return { drafts };
}

/** jsdom brings no Response of its own. */
class PretendResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers = new Headers();
  readonly #text: string;
  constructor(text: string, { status }: { readonly status: number }) {
    this.status = status;
    this.ok = status < 400;
    this.#text = text;
  }
  text() {
    return Promise.resolve(this.#text);
  }
}

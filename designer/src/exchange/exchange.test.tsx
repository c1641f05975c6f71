/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fieldsOf } from '../model/loose-json.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow, showPage } from '../shell/show-in-window.tsx';
import { pretendDraft } from '../who/pretend-panel.tsx';
import { OpenFile } from './open-file.tsx';
import { procedureFile, readProcedureFile } from './procedure-file.ts';
import { SaveButton } from './save-button.tsx';

jest.setTimeout(30_000);
afterEach(cleanup);

/** jsdom has no addresses for files: what would be saved is kept here. */
interface Saved {
  readonly name: string;
  readonly blob: Blob;
}
function watchDownloads(): Saved[] {
  const saved: Saved[] = [];
  const made: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`, revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = made[Number(this.href.slice('blob:'.length)) - 1];
    if (blob) saved.push({ name: this.download, blob });
  });
  return saved;
}
const textOf = (blob: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsText(blob);
  });
/** jsdom's files cannot be read as a browser's can. */
const fileOf = (name: string, text: string): File =>
  Object.assign(new File([text], name, { type: 'application/json' }), { text: async () => text });

async function open(name: string, text: string): Promise<void> {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file is asked for');
  await userEvent.upload(input, fileOf(name, text));
}

test('a draft is saved by the keyboard alone, as what opens here again and as what runs elsewhere', async () => {
  const saved = watchDownloads();
  const { document: drawn } = pretendDraft('starter');
  await showInWindow(<SaveButton document={drawn} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  const dialog = screen.getByRole('dialog', { name: 'Save to a file' });
  const files = {
    Procedure: 'starter.redress.json',
    'Picture of the map (SVG)': 'starter.svg',
    'XState machine (JSON)': 'starter.xstate.json',
    'XState module (TypeScript)': 'starter.ts',
  };
  for (const [what, file] of Object.entries(files)) {
    const button = await within(dialog).findByRole('button', { name: `Download: ${what}` });
    for (let tabs = 0; document.activeElement !== button && tabs < 6; tabs += 1) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await screen.findByText(`${file} was saved.`);
  }
  expect(saved.map(({ name }) => name)).toEqual(Object.values(files));
  const texts = await Promise.all(saved.map(({ blob }) => textOf(blob)));
  expect(texts[0]).toBe(procedureFile(drawn));
  expect(readProcedureFile(texts[1] ?? '')).toEqual({ ok: true, value: { document: drawn, kept: [] } });
  expect(JSON.parse(texts[2] ?? '')).toMatchObject({ id: '(machine)', initial: 'recording' });
  expect(texts[3]).toContain('export const createProcedure');
});

test('what could not run is saved to be opened here again, and one is told why not for other systems', async () => {
  const saved = watchDownloads();
  await showInWindow(<SaveButton document={pretendDraft('starter', (definition) => ({ ...definition, roles: {} })).document} />);
  await userEvent.click(screen.getByRole('button', { name: 'Save to a file' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Download: XState module (TypeScript)' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/repair them/);
  await userEvent.click(screen.getByRole('button', { name: 'Download: Procedure' }));
  await screen.findByText('starter.redress.json was saved.');
  expect(saved.map(({ name }) => name)).toEqual(['starter.redress.json']);
});

test('a file becomes a new procedure under a code of its own, with its picture', async () => {
  const server = pretendServer(() => ({ status: 200, body: {} }));
  const { document: drawn } = pretendDraft('starter');
  const layout = { steps: { recording: { x: 10, y: 20 } } };
  await showPage(<OpenFile taken={['starter', 'reception']} />);
  await open('starter.redress.json', procedureFile({ ...drawn, layout }));
  const name = await screen.findByRole('textbox', { name: 'Name of the procedure' });
  await userEvent.clear(name);
  await userEvent.click(screen.getByRole('button', { name: 'Open as a new procedure' }));
  expect(server.asked).toEqual([]);
  await userEvent.type(name, 'Reception{Enter}');
  await screen.findByRole('heading', { name: '/procedures/reception2/map' });
  expect(server.asked).toMatchObject([
    {
      method: 'PUT',
      path: '/definitions/reception2/draft',
      body: { document: { id: 'reception2', machine: fieldsOf(drawn.definition).machine }, layout },
    },
  ]);
});

test('a machine of another tool is opened with what is not understood named and placed', async () => {
  const server = pretendServer(() => ({ status: 200, body: {} }));
  await showPage(<OpenFile taken={[]} />);
  await open(
    'door.json',
    JSON.stringify({
      id: 'Door',
      initial: 'shut',
      states: { shut: { entry: 'ring<b>', on: { OPEN: { target: 'wide', guard: 'hasKey' } } }, wide: {} },
    }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Open a procedure from a file' });
  expect(dialog.textContent).toMatch(/2 parts of this file are not understood here/);
  expect(within(dialog).getByText('ring<b>').closest('li')?.textContent).toBe('ring<b> /machine/states/shut/entry/0');
  within(dialog).getByText('/machine/states/shut/on/open/0/guard');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Open as a new procedure' }));
  await screen.findByRole('heading', { name: '/procedures/door/map' });
  expect(server.asked).toMatchObject([{ body: { document: { title: { en: 'Door' } } } }]);
});

test.each([
  ['en', 'half.json', '{ "redress": 1', /no JSON file, or it is damaged/],
  [
    'pl',
    'danger.json',
    '{ "machine": { "states": { "a": { "__proto__": 1 } } } }',
    /w miejscu \/machine\/states\/a\/__proto__ używa nazwy „__proto__”/,
  ],
  ['fa', 'other.json', '{}', /در این فایل فرایندی نیست/],
  ['en', 'large.json', ' '.repeat(3_145_729), /larger than 3 MB/],
  ['en', 'large.svg', '<svg>'.repeat(4_000_000), /larger than 8 MB/],
  ['en', 'rude.svg', '<!DOCTYPE svg [\n<!ENTITY a "b">]><svg>&a;</svg>', /line 1 declares a document type/],
  ['fa', 'other.svg', '<svg></svg>', /در این تصویر فرایندی نیست/],
  ['pl', 'half.svg', '<svg>\n<metadata><redress:document version="1">eyJyZ', /jest uszkodzona, wiersz 2/],
] as const)('%s: %s is not opened, and one is told what, where and what to do', async (language, name, text, told) => {
  const server = pretendServer(() => ({ status: 200, body: {} }));
  await showPage(<OpenFile taken={[]} />, { language });
  await open(name, text);
  expect((await screen.findByRole('alert')).textContent).toMatch(told);
  expect(server.asked).toEqual([]);
});

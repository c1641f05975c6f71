/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import type { StartView } from '../server/shapes/definitions.ts';
import type { FormFieldView } from '../server/shapes/work.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { StartForm } from './start-form.tsx';

afterEach(cleanup);

const field = (means: string, title: string): FormFieldView => ({
  field: `own-${means}`,
  means,
  title: { en: title },
  schema: { type: 'string' },
  required: false,
  readOnly: false,
});
const start: StartView = {
  definition: 'own',
  version: 1,
  title: { en: 'Complaint' },
  channels: [{ value: 'phone', title: { en: 'Phone' } }],
  form: {
    form: 'lodging',
    title: {},
    values: {},
    sections: [{ fields: [field('complainant-name', 'Whose complaint'), field('contact', 'How to reach him')] }],
  },
  inOwnName: true,
  onBehalfOf: ['complainant'],
};
const serve = () =>
  pretendServer(({ method, path, body }) => {
    if (path === '/people/outside') return { status: 201, body: { person: { id: 'new', party: 'complainant', ...(body as object) } } };
    if (path.startsWith('/people/names'))
      return { status: 200, body: { rows: [{ id: 'ada', name: 'Ada Byron', party: 'complainant' }], more: false } };
    return method === 'GET' ? { status: 404, body: { status: 404, code: 'not-found' } } : { status: 200, body: {} };
  });
const open = async () => {
  const server = serve();
  await showPage(
    <main>
      <StartForm start={start} choice={null} onStarted={() => undefined} />
    </main>,
  );
  await screen.findByLabelText(/Whose complaint/);
  return server;
};
const answer = (label: RegExp) => (screen.getByLabelText(label) as HTMLInputElement).value;
const lookFor = async (name: string) => {
  await userEvent.type(await screen.findByRole('combobox', { name: /^The person/ }), name);
};
const writeDown = async (email: string) => {
  const added = within(screen.getByRole('group', { name: /^Somebody new/ }));
  await userEvent.type(added.getByLabelText(/^E-mail/), email);
  await userEvent.click(added.getByRole('button', { name: 'Add' }));
};

test('whoever was looked for in vain and is written down is not asked for twice: his name goes on, name and e-mail come into the form', async () => {
  const server = await open();
  await lookFor('Jan Kowalski');
  await userEvent.click(screen.getByRole('button', { name: 'Somebody new' }));
  await writeDown('jan@example.org');
  expect(server.asked.find(({ path }) => path === '/people/outside')).toMatchObject({
    body: { name: 'Jan Kowalski', email: 'jan@example.org' },
  });
  expect([answer(/Whose complaint/), answer(/How to reach him/)]).toEqual(['Jan Kowalski', 'jan@example.org']);
});

test('another choice takes what the first one filled in with it; what was typed stays', async () => {
  await open();
  await userEvent.type(screen.getByLabelText(/How to reach him/), 'by phone at noon');
  await lookFor('Jan');
  await userEvent.click(screen.getByRole('button', { name: 'Somebody new' }));
  await writeDown('jan@example.org');
  expect([answer(/Whose complaint/), answer(/How to reach him/)]).toEqual(['Jan', 'by phone at noon']);
  await userEvent.click(screen.getByRole('button', { name: /Jan/ }));
  await lookFor('Ada');
  await userEvent.click(await screen.findByRole('option', { name: /Ada Byron/ }));
  expect([answer(/Whose complaint/), answer(/How to reach him/)]).toEqual(['Ada Byron', 'by phone at noon']);
});

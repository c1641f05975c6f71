/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import type { LetterView } from '../server/shapes/cases.ts';
import type { OfferView, TaskView } from '../server/shapes/work.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { TaskWork } from './task-work.tsx';

afterEach(cleanup);
beforeEach(() => {
  serve([]);
});

/** A server that keeps no drafts. */
const serve = (rows: readonly LetterView[]) =>
  pretendServer(({ path }) =>
    path.includes('draft') ? { status: 404, body: { status: 404, code: 'not-found' } } : { status: 200, body: { rows, more: false } },
  );

const session = pretendSession('handler');
const offer = (event: string, more: Partial<OfferView> = {}): OfferView => ({
  event,
  label: { en: event },
  from: 'recommendation',
  possible: true,
  by: ['negotiator'],
  onBehalf: false,
  ...more,
});
const theirs: Partial<OfferView> = { onBehalf: true, by: ['complainant'] };
const answering: TaskView = {
  id: 'one:recommendation:4',
  caseId: 'one',
  title: 'The roof',
  step: 'recommendation',
  stepTitle: { en: 'Answer the recommendation' },
  kind: 'work',
  definition: 'dispute',
  role: 'negotiator',
  roleTitle: { en: 'Negotiator' },
  openedAt: '2026-03-02T09:00:00.000Z',
  mayClaim: false,
  because: 'role',
  form: {
    form: 'answer',
    title: {},
    values: {},
    sections: [{ fields: [{ field: 'why', title: { en: 'Our reasons' }, schema: { type: 'string' }, required: false, readOnly: false }] }],
  },
  offers: [],
  excludes: [],
  revision: 4,
};

async function show(more: Partial<TaskView>): Promise<string> {
  await showPage(
    <SeatProvider value={{ session, update: () => undefined }}>
      <main>
        <TaskWork task={{ ...answering, ...more }} leads onMoved={() => undefined} onDone={() => undefined} />
      </main>
    </SeatProvider>,
  );
  return String((await screen.findByRole('main')).textContent);
}
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

test('a task of my own, some outcomes of which others say, is for me to take first', async () => {
  const told = await show({ mayClaim: true, offers: [offer('We reject'), offer('Accepted by both', theirs)] });
  expect(told).toContain('Nobody has taken this yet. It is for: Negotiator.');
  expect(buttons()).toEqual(['Take it']);
  expect(told).not.toContain('on their behalf');
});

test('in hand, both mine and what I record for the other side can be pressed', async () => {
  const assignee = { id: session.person.id, name: session.person.name, party: 'organisation' as const };
  await show({ mayClaim: true, assignee, offers: [offer('We reject'), offer('Accepted by both', theirs)] });
  expect(buttons()).toEqual(expect.arrayContaining(['We reject', 'Accepted by both']));
  await screen.findByLabelText(/Our reasons/);
});

test('whoever may only record what the other side says is not told to speak for the negotiator', async () => {
  const told = await show({ offers: [offer('We reject', { possible: false, because: 'role' }), offer('Accepted by both', theirs)] });
  expect(told).toContain('This is for: Negotiator.');
  expect(told).not.toContain('on their behalf');
  expect(buttons()).toEqual(['Accepted by both']);
});

test('whoever recorded the mediation reads that he is kept away from the decision, and gets no form that leads nowhere', async () => {
  const statement = { form: 'statement', title: {}, values: {}, sections: [] };
  const told = await show({
    offers: [
      offer('Decide', { possible: false, because: 'excluded', onBehalf: true }),
      offer('Add a statement', { ...theirs, form: statement }),
    ],
  });
  expect(told).toContain('You are kept away from this task');
  expect(told).toContain('Not possible now: Decide');
  expect(screen.queryByLabelText(/Our reasons/)).toBeNull();
  expect(buttons()).toEqual(['Add a statement']);
});

test('"print and post" shows the one letter that it is about, not every letter that waits for the printer', async () => {
  const letter = (key: string): LetterView => ({
    key,
    caseId: 'one',
    letter: key,
    title: { en: key },
    to: { role: 'provider' },
    language: 'en',
    subject: `About ${key}`,
    body: `Words of ${key}`,
    state: 'to-print',
    at: '2026-03-02T09:00:00.000Z',
  });
  serve([letter('notice'), letter('position')]);
  const { form: _form, ...task } = answering;
  const assignee = { id: session.person.id, name: session.person.name, party: 'organisation' as const };
  await show({ ...task, kind: 'print', mayClaim: true, assignee, letter: { key: 'position', title: { en: 'Our position' } } });
  await screen.findByText('Words of position');
  expect(screen.queryByText('Words of notice')).toBeNull();
});

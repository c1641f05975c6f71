/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { Language } from '../language/language.ts';
import type { Listener } from '../server/live.ts';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import type { WireEvent } from '../server/shapes/inspection.ts';
import { LiveProvider } from '../server/use-live.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { Inspected, SwitchedOff } from './inspect-page.tsx';

const common = (revision: number, n: number) => ({
  rootId: 'c',
  sessionId: 'c',
  id: `c:${revision}:${n}`,
  createdAt: String(Date.UTC(2026, 10, 23, 8, 0, revision)),
  _version: '0.7.2',
  revision,
});
const snapshot = { status: 'active', value: 'examining', context: { note: 'string' }, tags: ['stage:investigation'] } as const;
/** What one journal line becomes: an event and where it led. */
const line = (revision: number, type: string, sourceId: 'person' | 'timer' | 'service' = 'person'): readonly WireEvent[] => [
  { type: '@xstate.event', ...common(revision, 1), sourceId, event: { type, values: { note: 'string' } } },
  {
    type: '@xstate.snapshot',
    ...common(revision, 2),
    event: { type },
    snapshot,
    microsteps: type === 'recorded' ? [{ event: type, transitions: [{ source: 'recording', target: ['examining'] }] }] : [],
  },
];
const machine: WireEvent = {
  type: '@xstate.actor',
  ...common(1, 0),
  name: 'starter',
  definition: '{"id":"starter","initial":"recording"}',
  snapshot,
};
const found = { id: 'c', number: '2026-000007', definition: 'starter', definitionVersion: 1, path: [], steps: [], revision: 3 };

let events: readonly WireEvent[];
let refusal: { readonly status: number; readonly code: string } | undefined;
let server: PretendServer;
let listener: Listener | undefined;
let inSight: boolean;
let scrolled: number;
const live = {
  join: (_room: string, joined: Listener) => {
    listener = joined;
    return () => undefined;
  },
  here: () => undefined,
  close: () => undefined,
};

/** jsdom lays nothing out: whether the end of the list is in sight is said by the test. */
class Sight {
  static all: Sight[] = [];
  readonly call: (entries: readonly { readonly isIntersecting: boolean }[]) => void;
  constructor(call: Sight['call']) {
    this.call = call;
    Sight.all.push(this);
  }
  observe = () => this.call([{ isIntersecting: inSight }]);
  disconnect = () => undefined;
}
const look = (end: boolean) => {
  inSight = end;
  for (const { call } of Sight.all) call([{ isIntersecting: end }]);
};

beforeEach(() => {
  events = [machine, ...line(1, 'case.begin'), ...line(2, 'case.numbered', 'service'), ...line(3, 'recorded')];
  refusal = undefined;
  inSight = true;
  scrolled = 0;
  Sight.all = [];
  Object.assign(globalThis, { IntersectionObserver: Sight });
  Element.prototype.scrollIntoView = () => {
    scrolled += 1;
  };
  server = pretendServer(({ path }) => {
    if (path === '/cases/c') return { status: 200, body: found };
    const after = /^\/cases\/c\/inspection\?after=(\d+)$/.exec(path)?.[1];
    if (after === undefined) return undefined;
    if (refusal) return { status: refusal.status, body: { type: 'x', ...refusal } };
    return { status: 200, body: { rows: events.filter(({ revision }) => revision > Number(after)), more: false } };
  });
});
afterEach(cleanup);

test('events stand oldest first: what each was, who sent it as a kind, its revision, its second, its steps', async () => {
  await open();
  expect(await told()).toEqual([
    'starter | Machine · revision 1',
    'case.begin | Event · revision 1 · sent by a person',
    'case.begin | State · revision 1',
    'case.numbered | Event · revision 2 · sent by the system',
    'case.numbered | State · revision 2',
    'recorded | Event · revision 3 · sent by a person',
    'recorded | State · revision 3 · one step',
  ]);
  expect(screen.getAllByRole('listitem')[5]?.querySelector('time')?.textContent).toBe('Mon 23 Nov 09:00:03');
  expect(screen.getByRole('link', { name: '2026-000007' }).getAttribute('href')).toBe('/cases/c');
});

test('one kind alone can be shown, without a gap being claimed', async () => {
  await open();
  await userEvent.click(await screen.findByRole('radio', { name: 'State' }));
  expect(await told()).toEqual([
    'case.begin | State · revision 1',
    'case.numbered | State · revision 2',
    'recorded | State · revision 3 · one step',
  ]);
});

test('Enter opens an event as JSON, which is copied as it came; Escape puts it away and the focus is back in the list', async () => {
  const user = userEvent.setup();
  await open();
  const row = (await screen.findAllByRole('button', { name: 'recorded' }))[0];
  row?.focus();
  await user.keyboard('{Enter}');
  const panel = await screen.findByRole('complementary', { name: 'Event' });
  expect(document.activeElement).toBe(within(panel).getByRole('heading', { name: 'recorded' }));
  const json = within(panel).getByRole('region', { name: 'What was sent' }).querySelector('pre');
  expect(JSON.parse(json?.textContent ?? '')).toEqual(events[5]);
  expect({ dir: json?.dir, lang: json?.lang }).toEqual({ dir: 'ltr', lang: 'en' });
  await user.click(within(panel).getByRole('button', { name: 'Copy' }));
  expect(JSON.parse(await navigator.clipboard.readText())).toEqual(events[5]);
  expect(within(panel).getByRole('status').textContent).toBe('Copied');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
  await new Promise((drawn) => requestAnimationFrame(drawn));
  expect(document.activeElement).toBe((await screen.findAllByRole('button', { name: 'recorded' }))[0]);
});

test('the machine is read unfolded', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'starter' }));
  const text = (await screen.findByRole('region', { name: 'What was sent' })).textContent ?? '';
  expect(JSON.parse(text)).toMatchObject({ type: '@xstate.actor', definition: { id: 'starter', initial: 'recording' } });
});

test('a state tells which steps the machine took, and an event without any says so', async () => {
  await open();
  await userEvent.click((await screen.findAllByRole('button', { name: 'recorded' }))[1] ?? document.body);
  expect(await screen.findByText('recording → examining')).toBeTruthy();
  await userEvent.click((await screen.findAllByRole('button', { name: 'case.numbered' }))[1] ?? document.body);
  expect(await screen.findByText(/The machine took no step/)).toBeTruthy();
});

test('whoever looks at the end follows it: what comes is appended, and only what is new is asked for', async () => {
  await open();
  await told();
  await comes(4, 'examined');
  await screen.findAllByRole('button', { name: 'examined' });
  expect((await told()).slice(-2)).toEqual(['examined | Event · revision 4 · sent by a person', 'examined | State · revision 4']);
  expect(scrolled).toBe(1);
  expect(server.asked.filter(({ path }) => path.includes('inspection')).map(({ path }) => path.split('=')[1])).toEqual(['0', '3']);
});

test.each([
  ['looks further up', async () => act(() => look(false))],
  ['reads one event', async () => userEvent.click((await screen.findAllByRole('button', { name: 'recorded' }))[0] ?? document.body)],
  ['pauses', async () => userEvent.click(await screen.findByRole('button', { name: 'Pause' }))],
])('nothing moves under a reader who %s: what comes is counted and announced until asked for', async (_, holds) => {
  await open();
  const before = await told();
  await holds();
  await comes(4, 'examined');
  const bar = await screen.findByRole('button', { name: '2 new events – show' });
  expect(bar.closest('[role="status"]')).toBeTruthy();
  expect(await told()).toEqual(before);
  expect(scrolled).toBe(0);
  await userEvent.click(bar);
  expect(await told()).toHaveLength(before.length + 2);
});

test('whoever goes on after a pause has what came meanwhile', async () => {
  await open();
  await told();
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  await comes(4, 'examined');
  await screen.findByRole('button', { name: '2 new events – show' });
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await told()).toHaveLength(9);
});

test('a hint of what is known already asks for nothing', async () => {
  await open();
  await told();
  const asked = server.asked.length;
  await act(async () => listener?.hint({ kind: 'case', caseId: 'c', revision: 3 }));
  expect(server.asked).toHaveLength(asked);
});

test('what is missing is said in its place, and asked for again from there', async () => {
  events = [machine, ...line(1, 'case.begin'), ...line(4, 'examined')];
  await open();
  expect((await screen.findAllByRole('listitem')).map((row) => row.textContent)[3]).toBe('Revisions 2 to 3 are missing');
  events = [machine, ...line(1, 'case.begin'), ...line(2, 'case.numbered'), ...line(3, 'recorded'), ...line(4, 'examined')];
  await act(async () => listener?.refill());
  expect(await told()).toHaveLength(9);
  expect(server.asked.at(-1)?.path).toBe('/cases/c/inspection?after=1');
});

test('what the server refuses is said, and can be asked again', async () => {
  refusal = { status: 409, code: 'busy' };
  await open();
  const again = within(await screen.findByRole('alert')).getByRole('button');
  refusal = undefined;
  await userEvent.click(again);
  expect(await told()).toHaveLength(7);
});

test('a case that is not there is not there', async () => {
  server.answer = () => ({ status: 404, body: { type: 'x', status: 404, code: 'case-not-found' } });
  await open();
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeTruthy();
});

test('a server without the switch says that it is off and how to switch it on', async () => {
  refusal = { status: 404, code: 'not-found' };
  await open();
  expect(await screen.findByRole('heading', { name: 'Inspecting is off' })).toBeTruthy();
  expect(screen.getByText('npm start -- --inspect')).toBeTruthy();
});

test('where it is off from the beginning nothing is asked', async () => {
  await showPage(<SwitchedOff />, { language: 'pl' });
  expect(screen.getByRole('heading', { name: 'Podgląd maszyny jest wyłączony' })).toBeTruthy();
  expect(server.asked).toEqual([]);
});

test('in Persian days and numbers are Persian, what was sent stays as it was', async () => {
  await open('fa');
  const rows = await screen.findAllByRole('listitem');
  expect(rows[5]?.querySelector('time')?.textContent).toMatch(/آذر ۰۹:۰۰:۰۳$/);
  expect(rows[5]?.textContent).toContain('ویرایش ۳');
  expect(rows[5]?.querySelector('code')?.textContent).toBe('recorded');
});

test('in Polish new events are counted in its own forms', async () => {
  await open('pl');
  await screen.findAllByRole('listitem');
  await act(() => look(false));
  for (const [revision, words] of [
    [4, '2 nowe zdarzenia – pokaż'],
    [6, '6 nowych zdarzeń – pokaż'],
  ] as const) {
    events = [machine, ...[1, 2, 3, 4, 5, 6].filter((each) => each <= revision).flatMap((each) => line(each, 'statusRequest'))];
    await act(async () => listener?.hint({ kind: 'case', caseId: 'c', revision }));
    expect(await screen.findByRole('button', { name: words })).toBeTruthy();
  }
});

async function comes(revision: number, type: string): Promise<void> {
  events = [...events, ...line(revision, type)];
  await act(async () => listener?.hint({ kind: 'case', caseId: 'c', revision }));
}

/** The rows as a person reads them: what it was, then the facts beneath. */
async function told(): Promise<readonly string[]> {
  await screen.findAllByRole('listitem');
  return screen
    .getAllByRole('listitem')
    .filter((row) => row.querySelector('[data-inspected]') !== null)
    .map(
      (row) =>
        `${row.querySelector('code')?.textContent} | ${[...row.querySelectorAll('p span')].map((fact) => fact.textContent).join(' · ')}`,
    );
}

async function open(language: Language = 'en') {
  await showPage(
    <LiveProvider value={live}>
      <Desk />
    </LiveProvider>,
    { language },
  );
}

/** Keeps which event is open, as the address does. */
function Desk() {
  const [chosen, setChosen] = useState<string>();
  return <Inspected caseId="c" chosen={chosen} onOpen={setChosen} />;
}

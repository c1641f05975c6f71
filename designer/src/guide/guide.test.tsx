/** @jest-environment-options {"customExportConditions": ["node"]} */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IntlProvider } from 'react-intl';
import { languages, localeOf } from '../language/language.ts';
import { loadMessages, loadPageMessages, loadPartMessages } from '../language/messages.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { GuidePage } from './guide-page.tsx';
import { GuideTaskWords } from './guide-task-page.tsx';
import { guideTasks } from './guide-tasks.ts';
import { mapKeyLines, outlineKeyLines } from './key-list.ts';

afterEach(cleanup);

test.each(languages)(
  'in %s every sentence names exactly the buttons that its task gives it, and each of those has words',
  async (language) => {
    const messages: Readonly<Record<string, string>> = await loadMessages(language);
    const wrong = guideTasks.flatMap(({ id, steps, seen }) =>
      [...steps, ...(seen ? [[`guide.${id}.seen`, seen] as const] : [])].flatMap(([sentence, names]) => {
        const braces = new Set([...(messages[sentence] ?? 'no such sentence').matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
        const given = Object.keys(names);
        const unknown = Object.values(names).flatMap((named) => {
          const key = typeof named === 'string' ? named : 'pressed' in named ? undefined : named[0];
          return key !== undefined && !(key in messages) ? [key] : [];
        });
        const same = braces.size === given.length && given.every((name) => braces.has(name));
        return same && unknown.length === 0 ? [] : [`${sentence}: ${[...braces].join(' ')} is not ${given.join(' ')} ${unknown.join(' ')}`];
      }),
    );
    expect(wrong).toEqual([]);
  },
);

test('every sentence of the catalogue is said by a task, and a task has three to seven of them', async () => {
  const said = new Set<string>(guideTasks.flatMap(({ steps }) => steps.map(([sentence]) => sentence)));
  const written = Object.keys(await loadMessages('en')).filter((key) => /^guide\.[a-z]+\.\d$/.test(key));
  expect(written.filter((key) => !said.has(key))).toEqual([]);
  for (const { id, steps } of guideTasks.filter((task) => task.id !== 'keys'))
    expect({ id, fits: steps.length >= 3 && steps.length <= 7 }).toEqual({ id, fits: true });
});

test.each(languages)('in %s every task can be read, step by step, and leads to the page where it is done', async (language) => {
  const messages: Readonly<Record<string, string>> = await loadMessages(language);
  for (const task of guideTasks) {
    await showPage(<GuideTaskWords task={task} next={undefined} procedure="starter" />, { language });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(messages[`guide.${task.id}.title`]);
    if (task.id !== 'keys') expect([...document.querySelectorAll('ol > li')]).toHaveLength(task.steps.length);
    cleanup();
  }
});

test.each(languages)('in %s the guide brings its own words, and no other page needs them', async (language) => {
  const messages = Object.assign(
    await loadPageMessages(language),
    await loadPartMessages('design', language),
    await loadPartMessages('details', language),
    await loadPartMessages('trial', language),
  );
  const missing = (error: Error) => {
    throw error;
  };
  await showPage(
    <IntlProvider locale={localeOf[language]} messages={messages} onError={missing}>
      <GuidePage />
    </IntlProvider>,
    { language },
  );
  expect((await screen.findAllByRole('link')).length).toBeGreaterThan(8);
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const others = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith('guide'),
  );
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((path) => /['"`]guide\.(?!title['"`])[a-z$]/.test(readFileSync(join(folder, path), 'utf8')))).toEqual([]);
});

test('a step says what stands on the button, framed', async () => {
  const begin = guideTasks.find(({ id }) => id === 'begin');
  if (!begin) throw new Error('the first task is gone');
  const { container } = await showPage(<GuideTaskWords task={begin} next={undefined} procedure={undefined} />, { language: 'pl' });
  const [first] = container.querySelectorAll('ol li');
  expect(first?.textContent).toBe('Otwórz Procedury i naciśnij Nowa procedura.');
  expect([...(first?.querySelectorAll('b') ?? [])].map(({ textContent }) => textContent)).toEqual(['Procedury', 'Nowa procedura']);
  expect(screen.getByRole('link', { name: 'Otwórz: Procedury' }).getAttribute('href')).toBe('/procedures');
});

test('a task is found by any word it says, and by several', async () => {
  await showPage(<GuidePage />);
  expect(screen.getAllByRole('listitem')).toHaveLength(guideTasks.length);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a task' }), 'second person');
  expect(screen.getByRole('link', { name: /^Approve as the second person/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Decide by a table/ })).toBeNull();
  await userEvent.type(screen.getByRole('searchbox'), ' giraffe');
  expect(screen.getByRole('status').textContent).toBe('No task is about that');
});

test('the keys are those that the map and the outline obey, for each reading direction', () => {
  const keys = (does: string, lines: ReturnType<typeof mapKeyLines>) => lines.find((line) => line.does === does)?.keys;
  expect(keys('guide.keys.walk-forward', mapKeyLines('ltr'))).toEqual(['→']);
  expect(keys('guide.keys.walk-forward', mapKeyLines('rtl'))).toEqual(['←']);
  expect(keys('guide.keys.walk-in', mapKeyLines('ltr'))).toEqual(['Alt + ↓']);
  expect(keys('map.menu', mapKeyLines('ltr'))).toEqual(['Menu', 'Shift + F10']);
  expect(keys('guide.keys.up', outlineKeyLines())).toEqual(['Alt + Shift + ↑']);
  expect(keys('outline.key.rename', outlineKeyLines())).toEqual(['F2']);
});

test('who reads the keys in Persian sees the window’s own too', async () => {
  const keys = guideTasks.find(({ id }) => id === 'keys');
  if (!keys) throw new Error('the keys are gone');
  await showPage(<GuideTaskWords task={keys} next={undefined} procedure={undefined} />, { language: 'fa' });
  const [anywhere, map] = screen.getAllByRole('table');
  expect(within(anywhere as HTMLElement).getByText('Ctrl + Z')).toBeTruthy();
  expect(within(map as HTMLElement).getAllByRole('row').length).toBeGreaterThan(18);
});

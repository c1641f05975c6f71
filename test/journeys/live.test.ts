import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { recording } from '../complaint-answers.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Colleague, colleague, password } from './colleague.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { openTask } from './sample-cases.ts';
import { setUpByPage } from './sample-office.ts';

jest.setTimeout(120_000);

let server: BuiltServer;
let browser: Browser;
let emily: Page;
let speak: Speaker;
let omar: Colleague;
let line: Line;

beforeAll(async () => {
  server = await startBuiltServer();
  browser = await openBrowser();
  const { context } = await personsBrowser(browser, server.url);
  emily = await context.newPage();
  line = await lineOf(emily);
  await setUpByPage(emily, server.setUpCode);
  speak = await speaker(emily);
  await speak('PUT', '/me/handling', { handlesComplaints: true });
  omar = await colleague(browser, server.url, speak, {
    name: 'Omar Haddad',
    email: 'omar@brannocs.example',
    rights: ['handler', 'team-lead'],
    roles: ['handler'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a task that a colleague takes is marked where it stands, and nothing moves under the reader', async () => {
  const cases = [await started('Lost luggage'), await started('Wrong bill'), await started('Broken chair')];
  await emily.goto('/tasks?view=queue');
  await row(emily, 'Broken chair').waitFor();
  const before = await places(emily);
  expect(before).toHaveLength(3);

  await omar.page.goto('/tasks?view=queue');
  await row(omar.page, 'Lost luggage').click();
  await omar.page.getByRole('button', { name: 'Take it' }).click();
  await omar.page.getByRole('button', { name: 'Recorded' }).waitFor();

  await row(emily, 'Lost luggage').getByText('done or taken meanwhile').waitFor();
  expect(await places(emily)).toEqual(before);

  await started('Cold soup');
  await emily.getByRole('button', { name: 'One new task – show' }).waitFor();
  expect(await row(emily, 'Cold soup').count()).toBe(0);
  await emily.getByRole('button', { name: 'One new task – show' }).click();
  await row(emily, 'Cold soup').getByText('new', { exact: true }).waitFor();
  expect(await row(emily, 'Lost luggage').count()).toBe(0);
  expect(cases).toHaveLength(3);
});

test('who was faster, and when, is said; what was typed is kept and can be compared', async () => {
  const caseId = await started('Torn coat');
  const task = await openTask(speak, caseId);
  const path = `/tasks/${encodeURIComponent(task)}`;
  await speak('POST', `${path}/claim`, {});
  await emily.goto(`/tasks?task=${encodeURIComponent(task)}`);
  const product = emily.getByLabel('Product or service');
  await product.fill('A blue coat');
  const told = emily.getByText('Draft kept');
  await told.waitFor();

  await line.deafen();
  await omar.speak('POST', `${path}/assignment`, { person: omar.id });
  await omar.speak('POST', `${path}/completion`, { event: 'recorded', values: recording });
  await answerAll(emily);
  await emily.getByRole('button', { name: 'Recorded', exact: true }).click();
  const panel = emily.getByRole('complementary', { name: 'The chosen task' });
  await panel.getByText('Omar Haddad was faster').waitFor();
  expect(await panel.textContent()).toMatch(/Omar Haddad was faster, on \d+ \w+ \d{4}, \d\d:\d\d/);
  await panel.getByRole('button', { name: 'Show my answers' }).click();
  await panel.getByText('A blue coat').waitFor();
  await line.mend();
});

test('a case that somebody reads shows what a colleague does there, at once', async () => {
  const caseId = await started('Missing receipt');
  await emily.goto(`/cases/${caseId}`);
  await emily.getByRole('button', { name: 'Take it' }).waitFor();
  await omar.speak('POST', `/tasks/${encodeURIComponent(await openTask(omar.speak, caseId))}/claim`, {});
  await emily.getByText('Omar Haddad works on this.').waitFor();
  await omar.speak('POST', `/tasks/${encodeURIComponent(await openTask(omar.speak, caseId))}/completion`, {
    event: 'recorded',
    values: recording,
  });
  await emily.getByRole('region', { name: 'Look into it' }).waitFor();
  const line = emily.getByRole('listitem').filter({ hasText: 'Recorded by Omar Haddad' });
  await line.getByText('new', { exact: true }).waitFor();
});

test('what was typed on the page of a case stays in sight when a colleague takes the task over and ends it', async () => {
  const caseId = await started('Wet carpet');
  const task = await openTask(speak, caseId);
  const path = `/tasks/${encodeURIComponent(task)}`;
  await speak('POST', `${path}/claim`, {});
  for (const ends of [false, true]) {
    await emily.goto(`/cases/${caseId}`);
    await emily.getByLabel('Product or service').fill(ends ? 'A red carpet' : 'A carpet');
    await omar.speak('POST', `${path}/assignment`, { person: omar.id });
    if (ends) await omar.speak('POST', `${path}/completion`, { event: 'recorded', values: recording });
    // What ends it is told with its time: until then the words may still grow, and what stands below them move.
    const race = emily.getByText(ends ? /Omar Haddad was faster, on / : 'Omar Haddad was faster');
    await race.waitFor();
    await emily.getByRole('button', { name: 'Show my answers' }).click();
    await emily.getByText(ends ? 'A red carpet' : 'A carpet', { exact: true }).waitFor();
    await emily.getByRole('button', { name: 'See what there is to do now' }).click();
    await race.waitFor({ state: 'detached' });
    if (!ends) await speak('POST', `${path}/assignment`, { person: await me() });
  }
  await emily.getByRole('region', { name: 'Look into it' }).waitFor();
});

test('a sign-in that ends under a form covers the page, and nothing typed is lost', async () => {
  const caseId = await started('Lost umbrella');
  const task = await openTask(omar.speak, caseId);
  await omar.speak('POST', `/tasks/${encodeURIComponent(task)}/claim`, {});
  await omar.page.goto(`/cases/${caseId}`);
  await omar.page.getByLabel('Product or service').fill('An umbrella');
  await omar.page.getByText('Draft kept').waitFor();
  await omar.context.clearCookies();
  await omar.page.getByLabel('What you would like us to do').fill('The same umbrella');

  const cover = omar.page.getByRole('alertdialog', { name: 'Your sign-in has ended' });
  await cover.waitFor();
  await cover.getByText('omar@brannocs.example').waitFor();
  await cover.getByLabel('Password', { exact: true }).fill('not the password');
  await cover.getByRole('button', { name: 'Sign in and go on' }).click();
  await cover.getByText('do not fit').waitFor();
  await cover.getByLabel('Password', { exact: true }).fill(password);
  await cover.getByRole('button', { name: 'Sign in and go on' }).click();
  await cover.waitFor({ state: 'detached' });

  expect(await omar.page.getByLabel('Product or service').inputValue()).toBe('An umbrella');
  expect(await omar.page.getByLabel('What you would like us to do').inputValue()).toBe('The same umbrella');
  await answerAll(omar.page);
  await omar.page.getByRole('button', { name: 'Recorded', exact: true }).click();
  await omar.page.getByRole('region', { name: 'Look into it' }).waitFor();
  omar = { ...omar, speak: await speaker(omar.page) };
});

test('without a connection the window says so and since when; with it again, it catches up', async () => {
  await started('Loud music');
  await emily.goto('/tasks?view=queue');
  await row(emily, 'Loud music').waitFor();
  await line.cut();
  await emily.getByText(/^No connection since \d\d:\d\d\./).waitFor();
  await started('Late bus', omar.speak);
  await omar.page.goto('/tasks?view=queue');
  await row(omar.page, 'Loud music').click();
  await omar.page.getByRole('button', { name: 'Take it' }).click();
  await omar.page.getByRole('button', { name: 'Recorded' }).waitFor();
  expect(await row(emily, 'Loud music').getByText('done or taken meanwhile').count()).toBe(0);

  await line.mend();
  await emily.getByText(/^No connection since/).waitFor({ state: 'detached' });
  await row(emily, 'Loud music').getByText('done or taken meanwhile').waitFor();
  await emily.getByRole('button', { name: 'One new task – show' }).waitFor();
});

test('a page whose parts do not come without a connection says so, and stands there by itself with it again', async () => {
  await emily.goto('/tasks');
  await emily.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor();
  await line.cut();
  const told = emily.getByText('The server does not answer. Nothing is lost; try again in a moment.');
  for (const name of ['Calendar', 'Access tokens']) {
    await emily.getByRole('link', { name }).click();
    await emily.waitForURL(name === 'Calendar' ? /calendar/ : /tokens/);
    await told.waitFor();
    await emily.getByRole('button', { name: 'Try again' }).click();
    await told.waitFor();
  }
  await line.mend();
  await emily.getByRole('heading', { level: 1, name: 'Access tokens' }).waitFor();
  await line.cut();
  await emily.getByRole('link', { name: 'Organisation' }).click();
  await emily.getByRole('heading', { level: 1, name: 'This page could not be shown' }).waitFor();
  // A style that did not come does not stand there as if it had.
  const styles = emily.locator('link[rel="stylesheet"]');
  expect(await styles.evaluateAll((links) => links.map((link) => Reflect.get(link, 'sheet') !== null))).not.toContain(false);
  await line.mend();
  await emily.getByRole('heading', { level: 1, name: 'Organisation' }).waitFor();
});

async function started(description: string, by = speak): Promise<string> {
  const { id } = await by('POST', '/cases', {
    definition: 'starter',
    channel: 'phone',
    receivedAt: new Date().toISOString(),
    values: { description, contact: 'ada@example.org' },
  });
  return String(id);
}

const me = async () => idOf((await speak('GET', '/session')).person);

const row = (page: Page, matter: string) => page.locator('[data-task]').filter({ hasText: matter });

/** Where each row stands on the screen. */
async function places(page: Page): Promise<readonly unknown[]> {
  return await page.locator('[data-task]').evaluateAll((rows) =>
    rows.map((one) => {
      const { top, height } = one.getBoundingClientRect();
      return [one.getAttribute('data-task'), top, height];
    }),
  );
}

/** What a form still asks for, with the first answer that fits. */
async function answerAll(page: Page): Promise<void> {
  await page.getByLabel('What you would like us to do').fill('A new coat');
  for (const group of ['Severity', 'Complexity', 'Impact']) await page.getByRole('radiogroup', { name: group }).getByText('Minor').click();
  for (const group of ['Safety or health at risk', 'Must something be done at once?'])
    await page.getByRole('radiogroup', { name: group }).getByText('No', { exact: true }).click();
}

interface Line {
  /** Nothing is heard any more, requests still go out. */
  readonly deafen: () => Promise<void>;
  /** Neither requests nor hints come through. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

/** The line of one page to the server. */
async function lineOf(page: Page): Promise<Line> {
  const open = new Set<WebSocketRoute>();
  let whole = true;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (!whole) return void socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  const deafen = async () => {
    whole = false;
    for (const socket of open) await socket.close();
    open.clear();
  };
  return {
    deafen,
    cut: async () => {
      await page.context().setOffline(true);
      await deafen();
    },
    mend: async () => {
      whole = true;
      await page.context().setOffline(false);
    },
  };
}

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { recording } from '../complaint-answers.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, cutOff, settled, watched } from './page-look.ts';
import { openTask } from './sample-cases.ts';
import { setUpByPage } from './sample-office.ts';
import { languages, say } from './words.ts';

jest.setTimeout(120_000);

interface Office {
  readonly server: BuiltServer;
  readonly page: Page;
  readonly speak: Speaker;
  readonly caseId: string;
}
let browser: Browser;
const opened: BuiltServer[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const server of opened) await server.stop();
});

/** Emily's office with one case, on a server started with these words. */
async function office(...words: readonly string[]): Promise<Office> {
  const server = await startBuiltServer(words);
  opened.push(server);
  const { context } = await personsBrowser(browser, server.url);
  const page = watched(await context.newPage());
  await setUpByPage(page, server.setUpCode);
  const speak = await speaker(page);
  await speak('PUT', '/me/handling', { handlesComplaints: true });
  const receivedAt = new Date().toISOString();
  const values = { description: 'Umbrella broken in the rain', contact: 'ada@example.org' };
  const { id } = await speak('POST', '/cases', { definition: 'starter', channel: 'phone', receivedAt, values });
  return { server, page, speak, caseId: String(id) };
}

const rows = (page: Page) => page.locator('[data-inspected]');
const places = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => [row.getAttribute('data-inspected'), row.getBoundingClientRect().top]));

test('from the page of a case to its events, as they come: followed at the end, held still while one is read, never a value', async () => {
  const { page, speak, caseId } = await office('--inspect');
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('link', { name: 'Inspect' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Inspection', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'case.begin' }).first().waitFor();

  const task = `/tasks/${encodeURIComponent(await openTask(speak, caseId))}`;
  await speak('POST', `${task}/claim`, {});
  await page.getByRole('button', { name: 'task.claim' }).nth(1).waitFor();

  await page.getByRole('button', { name: 'case.begin' }).first().focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Event' });
  await panel.getByRole('region', { name: 'Where the case stood after it' }).waitFor();
  const sent = await panel.getByRole('region', { name: 'What was sent' }).locator('pre').textContent();
  expect(JSON.parse(sent ?? '')).toMatchObject({ type: '@xstate.event', sourceId: 'person', event: { values: { description: 'string' } } });

  const before = await places(page);
  await speak('POST', `${task}/completion`, { event: 'recorded', values: recording });
  const waiting = page.getByRole('button', { name: /new events – show/ });
  await waiting.waitFor();
  expect(await places(page)).toEqual(before);
  await waiting.click();
  await page.getByRole('button', { name: 'recorded' }).last().click();
  await panel.getByText('Write it down and weigh it → Look into it').waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/Umbrella|ada@example\.org|parcel/);

  await page.getByRole('link', { name: /^20\d\d-/ }).click();
  await page.getByRole('heading', { name: 'Look into it' }).waitFor();
});

test('without the switch no page leads there, and its address says how to have it, in every language', async () => {
  const { page, speak, caseId } = await office();
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('button', { name: 'Take it' }).waitFor();
  expect(await page.getByRole('link', { name: 'Inspect' }).count()).toBe(0);
  const problems: string[] = [];
  for (const language of languages) {
    await speak('PATCH', '/me', { language });
    await page.goto(`/inspect/${caseId}`);
    await settled(page);
    await page.getByRole('heading', { name: say(language, 'inspect.off'), level: 1 }).waitFor();
    await page.getByText('npm start -- --inspect').waitFor();
    problems.push(...(await axeFindings(page)), ...(await cutOff(page)));
  }
  expect(problems).toEqual([]);
  expect((await page.request.get(`/api/v1/cases/${caseId}/inspection`)).status()).toBe(404);
});

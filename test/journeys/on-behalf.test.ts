import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { setUpByPage } from './sample-office.ts';
import { languages, starter, textIn } from './words.ts';

jest.setTimeout(120_000);

let server: BuiltServer;
let browser: Browser;
let page: Page;
let speak: Speaker;
let caseId: string;

beforeAll(async () => {
  server = await startBuiltServer();
  browser = await openBrowser();
  const { context } = await personsBrowser(browser, server.url);
  page = await context.newPage();
  await setUpByPage(page, server.setUpCode);
  speak = await speaker(page);
  await speak('PUT', '/me/handling', { handlesComplaints: true });
  const started = await speak('POST', '/cases', {
    definition: 'starter',
    channel: 'phone',
    receivedAt: new Date().toISOString(),
    values: { description: 'Lost luggage', contact: 'jan@example.org' },
  });
  caseId = String(started.id);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('what the complainant says on the telephone is recorded by her, for him, with how, when and what proves it', async () => {
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('button', { name: 'Add information' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add information' });
  await dialog.getByLabel('What you want to add').fill('The suitcase is green');
  await dialog.getByRole('button', { name: 'Add information' }).click();
  await dialog.getByText('Choose who said it, or add somebody new.').first().waitFor();

  await dialog.getByRole('button', { name: 'Somebody new' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Jan Kowalski');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('Jan Kowalski').waitFor();
  await dialog.getByRole('radiogroup', { name: 'How it was said' }).getByText('In person').click();
  await dialog.getByLabel('Time').fill('00:00');
  await dialog.getByLabel('What proves it').fill('Note of the front desk, page 12');
  await dialog.getByRole('button', { name: 'Add information' }).click();
  await dialog.waitFor({ state: 'detached' });

  const line = page.getByRole('listitem').filter({ hasText: 'Recorded by Emily Shaw for Jan Kowalski' });
  await line.waitFor();
  const told = String(await line.textContent());
  expect(told).toContain('Add information');
  expect(told).toContain('In person');
  expect(told).toMatch(/said on \d+ \w+ \d{4}, 00:00/);
  expect(told).toContain('Note of the front desk, page 12');
});

test('the next time he is known: offered first, found by his name in other cases', async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Ask for the status' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for the status' });
  await dialog.getByText('Jan Kowalski').waitFor();
  await dialog.getByRole('button', { name: 'Choose somebody else than Jan Kowalski' }).click();
  await dialog.getByRole('combobox').fill('kowal');
  await page.getByRole('option', { name: 'Jan Kowalski' }).click();
  await dialog.getByRole('button', { name: 'Ask for the status' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'Ask for the status' }).getByText('Recorded by Emily Shaw for Jan Kowalski').waitFor();
});

test('in Persian and Polish the timeline says it in their words', async () => {
  for (const [language, words] of [
    ['fa', 'ثبت از Emily Shaw برای Jan Kowalski'],
    ['pl', 'Zapis: Emily Shaw, w imieniu: Jan Kowalski'],
  ] as const) {
    await speak('PATCH', '/me', { language });
    await page.goto(`/cases/${caseId}`);
    await page.getByText(words).first().waitFor();
    const lines = await page.getByRole('listitem').filter({ hasText: words }).allTextContents();
    expect(lines).toHaveLength(2);
    for (const told of lines) expect(told).not.toMatch(/Recorded|said on|inbox/);
  }
});

test.each(languages)('on a phone the day on which it was said stands on one line, in %s', async (language) => {
  await speak('PATCH', '/me', { language });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('button', { name: textIn(starter.events.addInfo?.label, language), exact: true }).click();
  const parts = page.getByRole('dialog').getByRole('spinbutton');
  await parts.first().waitFor();
  const tops = await parts.evaluateAll((all) => all.slice(0, 3).map((part) => Math.round(part.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
});

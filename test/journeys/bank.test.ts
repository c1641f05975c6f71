import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { addsChargeback, addsExtension, begins, renames, restsOwnClock, setsDeadline, signsIn, tellsManagement } from './bank-drawing.ts';
import { type BankOffice, openBank } from './bank-office.ts';
import { mouseHand } from './mouse-hand.ts';
import { openBrowser } from './open-browser.ts';

jest.setTimeout(240_000);

let browser: Browser;
let bank: BankOffice;
beforeAll(async () => {
  browser = await openBrowser();
  bank = await openBank(browser);
});
afterAll(async () => {
  await browser.close();
  await bank.close();
});

test('a bank’s procedure is drawn in Polish, by mouse', async () => {
  const hand = mouseHand(await bank.browserOf(), 'pl');
  await signsIn(hand);
  const desk = await begins(hand);
  for (const does of [renames, addsChargeback, setsDeadline, addsExtension, restsOwnClock, tellsManagement]) await does(desk);
  expect(bank.trouble.flat()).toEqual([]);
});

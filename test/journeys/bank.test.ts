import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BankDesk, deskOf } from './bank-desk.ts';
import {
  addsChargeback,
  addsExtension,
  begins,
  losesAnswer,
  renames,
  restsOwnClock,
  setsDeadline,
  signsIn,
  tellsManagement,
} from './bank-drawing.ts';
import { anna, type BankOffice, entersAs, ewa, openBank } from './bank-office.ts';
import { approves, carriesAway, compares, drawsOn, publishes, registers, sendsToReview } from './bank-publishing.ts';
import { letsTimePass, triesOut } from './bank-trial.ts';
import type { Hand } from './hand.ts';
import { keyboardHand } from './keyboard-hand.ts';
import { mouseHand } from './mouse-hand.ts';
import { openBrowser } from './open-browser.ts';
import { axeFindings } from './page-look.ts';

jest.setTimeout(180_000);

/** The acceptance journey of a bank, from the gallery to the first case of its own procedure, in Polish; the numbers are those of its steps. */
describe.each([
  ['mouse', (page: Page): Promise<Hand> => Promise.resolve(mouseHand(page, 'pl'))],
  ['keyboard alone', (page: Page): Promise<Hand> => keyboardHand(page, 'pl')],
] as const)('by %s', (_, handAt) => {
  let browser: Browser;
  let bank: BankOffice;
  let hand: Hand;
  let desk: BankDesk;
  beforeAll(async () => {
    browser = await openBrowser();
    bank = await openBank(browser);
    hand = await handAt(await bank.browserOf());
  });
  afterAll(async () => {
    await browser.close();
    await bank.close();
  });

  test('a bank’s procedure is drawn: a step, deadlines, an extension, what is told to whom, and what is wrong on the way', async () => {
    await signsIn(hand);
    desk = await begins(hand);
    for (const does of [renames, addsChargeback, setsDeadline, addsExtension, restsOwnClock, tellsManagement, losesAnswer])
      await does(desk);
    expect((await axeFindings(hand.page)).concat(...bank.trouble)).toEqual([]);
  });

  test('it is tried out, approved by a second person, published from tomorrow, used, compared and carried away', async () => {
    for (const does of [triesOut, letsTimePass, sendsToReview]) await does(desk);
    await approves(await handAt(await bank.browserOf()));
    await publishes(desk);
    await bank.assign(ewa, desk.procedure, ['frontline']);
    await bank.goOn('2026-09-02T06:00:00.000Z');
    await registers(await handAt(await bank.browserOf()));
    // Whoever signed in yesterday does so again.
    await entersAs(hand, anna);
    const later = await deskOf(hand, desk.procedure);
    for (const does of [drawsOn, compares, carriesAway]) await does(later);
    expect((await axeFindings(hand.page)).concat(...bank.trouble)).toEqual([]);
  });
});

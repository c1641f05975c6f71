import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { redress } from '../contract/cli/run-command.ts';
import type { BankDesk } from './bank-desk.ts';
import { begins, signsIn } from './bank-drawing.ts';
import { type BankOffice, ewa, openBank, passwords } from './bank-office.ts';
import { findsWaiting, sendsToReview } from './bank-publishing.ts';
import type { Hand } from './hand.ts';
import { mouseHand } from './mouse-hand.ts';
import { breaksAnswer, closesExit, drawsShortcut, prepares, takesOut } from './officer-draft.ts';
import { opensProof, readsLaws, seesOnMap, signs } from './officer-proof.ts';
import { approvesCorrected, raisesFinding, readsFinding, readsKept, seesWhatDiffers, sendsAgain } from './officer-review.ts';
import { openBrowser } from './open-browser.ts';
import { axeFindings } from './page-look.ts';
import { alterLine, copiedHome } from './store-copy.ts';

jest.setTimeout(180_000);

/** A bank's procedure between two people in Polish, from the first mistake to the approval; the numbers are those of the acceptance journeys. */
let browser: Browser;
let bank: BankOffice;
let anna: BankDesk;
let rafal: Hand;
let way = '';
const copies: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  bank = await openBank(browser);
  const { revision } = await bank.ola('GET', '/organisation');
  await bank.ola('PATCH', '/organisation', { laws: ['pl-financial', 'eu-psd2'] }, Number(revision));
  const hand = mouseHand(await bank.browserOf(), 'pl');
  await signsIn(hand);
  anna = await begins(hand);
  await prepares(anna);
  rafal = mouseHand(await bank.browserOf(), 'pl');
});
afterAll(async () => {
  await browser.close();
  await bank.close();
  for (const copy of copies) await rm(copy, { recursive: true, force: true });
});

/** Nothing on the page stands in anybody's way, and nothing broke. */
const calm = (page: Page) => async () => expect((await axeFindings(page)).concat(...bank.trouble)).toEqual([]);

test('3.1, 9 and 11: the check names what is wrong on the drawing, plays its story, and what is undone is gone', async () => {
  await breaksAnswer(anna, calm(anna.page));
  await closesExit(anna);
  await calm(anna.page)();
});

test('3.4, 1 to 3: the officer finds the draft waiting, reads clause by clause what proves it, and sees on the map where', async () => {
  way = await drawsShortcut(anna);
  await sendsToReview(anna);
  await findsWaiting(rafal);
  await calm(rafal.page)();
  await opensProof(rafal);
  await calm(rafal.page)();
  await seesOnMap(rafal);
  await calm(rafal.page)();
  await rafal.page.goBack();
});

test('3.4, 4 and 5: the laws of the bank and their limits stand there and are kept; what only a person knows is signed with a file', async () => {
  await readsLaws(rafal);
  await calm(rafal.page)();
  await signs(rafal, calm(rafal.page));
  await calm(rafal.page)();
});

test('3.4, 6 and 7: a finding with weight and clause sends the draft back; the second review shows what differs since the first', async () => {
  await raisesFinding(rafal, way, calm(rafal.page));
  await readsFinding(anna);
  await takesOut(anna);
  await sendsAgain(anna);
  await calm(anna.page)();
  await seesWhatDiffers(rafal);
  await calm(rafal.page)();
});

test('3.4, 8: the finding is settled and the draft approved with a password; the record names the content and the packs of rules', async () => {
  await approvesCorrected(rafal, anna);
  await calm(rafal.page)();
});

test('3.4, 6: published, the version keeps the finding, by which clause it was, and who settled it', async () => {
  const { revision } = await anna.speak('GET', `/definitions/${anna.procedure}/draft`);
  await anna.speak('POST', `/definitions/${anna.procedure}/publication`, {}, Number(revision));
  await readsKept(rafal, calm(rafal.page));
});

test('3.4, 16: the journals are as they were written; a line altered in a copy of the store is told with its place', async () => {
  const started = await startedCase();
  const copy = await copiedHome(bank.server);
  copies.push(copy);
  const { clock } = bank.server;
  const verify = () => redress({ home: copy, clock }, 'verify'); // On the clock of the bank: later than that its deadlines would be overdue.
  expect(await verify()).toMatchObject({ code: 0, text: expect.stringMatching(/^1 case, \d+ journal lines: all as it was written/) });
  const { id: organisation } = await bank.ola('GET', '/organisation');
  await alterLine(copy, { organisation: String(organisation), caseId: started, revision: 1 });
  expect(await verify()).toMatchObject({
    code: 1,
    text: expect.stringContaining(`line-altered: case ${started}, line 1, organisation ${organisation}`),
  });
});

/** A complaint that came in by what was approved. */
async function startedCase(): Promise<string> {
  await bank.assign(ewa, anna.procedure, ['frontline']);
  const { post } = bank.server.browser();
  await post('/session', { email: ewa.email, password: passwords.staff });
  const values = { description: 'Bankomat nie wypłacił 300 zł, a konto obciążono.', contact: 'katarzyna.nowak@mail.example' };
  const started = await post('/cases', { definition: anna.procedure, channel: 'phone', receivedAt: '2026-09-01T07:00:00.000Z', values });
  return started.body.id;
}

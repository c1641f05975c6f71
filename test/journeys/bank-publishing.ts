import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BankDesk, pl, stepOf, type Written } from './bank-desk.ts';
import { names } from './bank-drawing.ts';
import { entersAs, ewa, passwords, rafal } from './bank-office.ts';
import { escaped, type Hand } from './hand.ts';
import { speaker } from './office-speaker.ts';
import { settled } from './page-look.ts';
import { catalogue } from './words.ts';

const why = 'Piętnaście dni roboczych dla kart, chargeback i przedłużenie terminu';
/** A sentence of the page with any facts in it. */
const like = (id: string): RegExp =>
  new RegExp(
    `^${(catalogue('pl')[id] ?? '')
      .split(/\{[^}]*\}/)
      .map(escaped)
      .join('.+')}$`,
  );

/** 14. The draft goes to review with a word on it, and is locked; the compliance officer is told. */
export async function sendsToReview({ hand, page }: BankDesk): Promise<void> {
  await hand.press({ role: 'link', name: pl('design.review') });
  await page.waitForURL(/bwKarty\/review/);
  await settled(page);
  await hand.press({ role: 'button', name: pl('review.send') });
  await page.getByRole('dialog').waitFor();
  await hand.write(pl('review.why'), why);
  await hand.press({ role: 'button', name: pl('review.send') }, '[role="dialog"]');
  await page.getByRole('button', { name: pl('review.take-back'), exact: true }).waitFor();
  await hand.press({ role: 'link', name: pl('design.map') });
  await page.waitForURL(/bwKarty\/map/);
  await page.getByText(pl('review.locked')).first().waitFor();
  expect(await page.getByRole('toolbar', { name: pl('map.add') }).count()).toBe(0);
}

/** 14, and 3.4: a second person finds it waiting, reads why, and approves it. */
export async function approves(hand: Hand): Promise<void> {
  const { page } = hand;
  await findsWaiting(hand);
  await waives(page);
  await signsApproval(hand);
}

/** 3.4, 1. He signs in: what waits for him is counted in the navigation, and leads to the draft. */
export async function findsWaiting(hand: Hand): Promise<void> {
  const { page } = hand;
  await entersAs(hand, rafal);
  await hand.press({ role: 'link', name: /^Procedury.* 1 do przeglądu/ });
  await page.getByRole('heading', { level: 1, name: pl('procedures.title') }).waitFor();
  await hand.press({ role: 'link', name: pl('review.look') });
  await page.waitForURL(/bwKarty\/review/);
  await settled(page);
  await page.getByText(why).waitFor();
}

/** 3.4, 8. He approves it with his password, once more. */
export async function signsApproval(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.write(pl('review.password'), passwords.staff);
  await hand.press({ role: 'button', name: pl('review.approve') });
  await page.getByText(pl('review.publish-waits')).waitFor();
}

/** What the procedure from the gallery still leaves open of the rules, he signs for until the end of the year: without that nothing is approved. */
async function waives(page: Page): Promise<void> {
  const speak = await speaker(page);
  const { open } = (await speak('GET', '/definitions/bwKarty/draft/standards')) as unknown as {
    readonly open: readonly { readonly rule: string }[];
  };
  for (const { rule } of open)
    await speak('POST', '/definitions/bwKarty/waivers', { rule, reason: 'Do uzgodnienia w tym roku', until: '2026-12-31' });
  await page.getByText(pl('review.standards-met')).waitFor();
}

/** 15. She publishes it from tomorrow on: it is version 1, in force from midnight. */
export async function publishes(desk: BankDesk): Promise<void> {
  const { hand, page, speak, procedure } = desk;
  await hand.press({ role: 'link', name: pl('design.review') });
  await page.waitForURL(/bwKarty\/review/);
  await page.getByRole('radiogroup', { name: pl('review.from') }).waitFor();
  await hand.take(pl('review.from'), pl('review.from-date'));
  await hand.press({ role: 'button', name: like('review.publish') });
  await page.waitForURL(/bwKarty\/versions/);
  await page.getByText('Obowiązuje od 2 września 2026, 00:00').waitFor();
  const { versions } = await speak('GET', `/definitions/${procedure}`);
  expect(versions).toEqual([expect.objectContaining({ version: 1, inForce: false, validFrom: '2026-09-01T22:00:00.000Z', why })]);
  const { document, hash } = (await speak('GET', `/definitions/${procedure}/versions/1`)) as unknown as {
    readonly document: Written;
    readonly hash: string;
  };
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(document.delays.responseLimit).toMatchObject({ workingDays: 15 });
  expect(stepOf(document, 'Chargeback').invoke?.input).toEqual({ role: 'handler', excludes: ['subject'] });
}

/** 15. On the next day somebody registers a complaint: it is a case of version 1. */
export async function registers(hand: Hand): Promise<void> {
  const { page } = hand;
  await entersAs(hand, ewa);
  await hand.press({ role: 'link', name: pl('navigation.new-complaint') });
  await page.waitForURL(/cases\/new/);
  await settled(page);
  await hand.pick(pl('new.procedure'), names.procedure);
  await page.getByText(/^Odpowiedź \(ustawa\): termin środa 23 września 2026/).waitFor();
  await hand.take(pl('new.channel'), pl('channel.phone'));
  await hand.write('Co się stało', 'Bankomat nie wypłacił 300 zł, a konto obciążono.');
  await hand.write('Dane kontaktowe', 'katarzyna.nowak@mail.example');
  await hand.press({ role: 'button', name: pl('new.register') });
  await page.getByRole('heading', { level: 1, name: pl('new.started') }).waitFor();
  await hand.press({ role: 'link', name: pl('work.open-case') });
  await page.waitForURL(/cases\/[0-9a-f]+/);
  const speak = await speaker(page);
  const started = await speak('GET', `/cases/${new URL(page.url()).pathname.split('/').at(-1)}`);
  expect(started).toMatchObject({ definition: 'bwKarty', definitionVersion: 1, status: 'active' });
}

/** 15. Whoever draws on begins the draft of version 2; version 1 stays as it is. */
export async function drawsOn({ hand, page, saved, speak, procedure }: BankDesk): Promise<void> {
  const { document } = await speak('GET', `/definitions/${procedure}/versions/1`);
  await page.getByText('Wersja 1 obowiązuje od 2 września 2026').waitFor();
  await hand.press({ role: 'button', name: pl('procedures.draw') }, `li:has([href*="${procedure}"])`);
  await page.waitForURL(/bwKarty\/map/);
  await settled(page);
  await hand.step(names.step);
  await hand.part('what');
  await hand.write(pl('outline.title.pl'), names.later);
  await page.getByRole('heading', { level: 2, name: names.later }).waitFor();
  await saved((draft) => stepOf(draft, names.later).meta !== undefined);
  expect((await speak('GET', `/definitions/${procedure}/draft`)).basedOn).toBe(1);
  expect((await speak('GET', `/definitions/${procedure}/versions/1`)).document).toEqual(document);
}

/** 16. The versions tell how many cases run by each, and how the draft differs, by step and field. */
export async function compares({ hand, page }: BankDesk): Promise<void> {
  await hand.press({ role: 'link', name: pl('procedures.title') }, 'main');
  await hand.press({ role: 'link', name: `Wersje „${names.procedure}”` });
  await page.waitForURL(/bwKarty\/versions/);
  const version = page.getByRole('listitem').filter({ hasText: 'Wersja 1' });
  await version.getByText('1 sprawa w toku').waitFor();
  await version.getByText(pl('review.in-force'), { exact: true }).waitFor();
  await hand.press({ role: 'button', name: pl('review.compare-to') });
  await hand.press({ role: 'menuitem', name: pl('review.draft-now') });
  await page.getByRole('region', { name: pl('review.compare') }).waitFor();
  await hand.press({ role: 'tab', name: pl('compare.view.list') });
  await page.getByRole('button', { name: `${names.later}: teraz nazywa się ${names.later}, dotąd: ${names.step} zmieniono` }).waitFor();
}

/** Every card as it stands on the map, with what is written on it. */
/** The map as it is drawn, once the problems of its steps have been told: their number stands on the cards. */
const pictureOf = async (page: Page) => {
  await page.getByRole('button', { name: /^Problemy \(\d+\)$/ }).waitFor();
  await settled(page);
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.react-flow__node')].map((node) => {
      const drawn = node.cloneNode(true) as HTMLElement;
      // What the check says of a step is no part of the picture, and comes when it is found out.
      for (const chip of drawn.querySelectorAll('[data-verdict]')) chip.remove();
      return [node.dataset.id, node.style.transform, drawn.textContent];
    }),
  );
};

/** 17. Saved to a file and opened again under another code it is the same picture; and it is printed in Polish. */
export async function carriesAway({ hand, page, speak }: BankDesk): Promise<void> {
  await hand.press({ role: 'button', name: pl('dialog.close') }, 'section');
  await hand.press({ role: 'link', name: pl('review.draft-now') });
  await page.waitForURL(/bwKarty\/review/);
  await settled(page);
  await hand.press({ role: 'link', name: pl('design.map') });
  await page.waitForURL(/bwKarty\/map/);
  const drawn = await pictureOf(page);
  expect(drawn.length).toBeGreaterThan(16);
  await hand.press({ role: 'button', name: pl('exchange.save') });
  const downloading = page.waitForEvent('download');
  await hand.press({ role: 'button', name: `Pobierz: ${pl('exchange.procedure')}` });
  const file = await (await downloading).path();
  await hand.press({ role: 'button', name: pl('dialog.close') });
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await hand.press({ role: 'link', name: pl('procedures.title') }, 'main');
  const choosing = page.waitForEvent('filechooser');
  await hand.press({ role: 'button', name: pl('exchange.open') });
  await (await choosing).setFiles(file);
  await page.getByRole('dialog').waitFor();
  await hand.write(pl('gallery.name'), names.copy);
  await hand.press({ role: 'button', name: pl('exchange.begin') });
  await page.waitForURL(/bwKartyKopia\/map/);
  await page.getByRole('article', { name: new RegExp(`, ${names.later}\\.`) }).waitFor();
  expect(await pictureOf(page)).toEqual(drawn);
  const [one, other] = await Promise.all(
    ['bwKarty', 'bwKartyKopia'].map(async (id) => (await speak('GET', `/definitions/${id}/draft`)).document as Written),
  );
  expect(other).toEqual({ ...one, id: 'bwKartyKopia', title: { ...one?.title, pl: names.copy } });

  await hand.press({ role: 'link', name: pl('design.text') });
  await page.getByRole('button', { name: pl('text.print') }).waitFor();
  await settled(page);
  const paper = (await page.pdf({ tagged: true })).toString('latin1');
  expect(paper).toMatch(/^%PDF/);
  expect(paper).toContain('/Lang (pl');
}

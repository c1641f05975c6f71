import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { type Colleague, invitedOfficer, password } from './colleague.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import { rowsOf, type Speaker } from './office-speaker.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { catalogue, type Language, languages, say } from './words.ts';

jest.setTimeout(180_000);

const texts = {
  en: {
    why: 'Whoever is complained about may decide small things',
    remark: 'Who checks that?',
    answer: 'The lead does',
    back: 'Say who checks',
  },
  fa: {
    why: 'کسی که از او شکایت شده می‌تواند چیزهای کوچک را تصمیم بگیرد',
    remark: 'چه کسی آن را وارسی می‌کند؟',
    answer: 'سرپرست شیفت وارسی می‌کند',
    back: 'بنویسید چه کسی وارسی می‌کند',
  },
  pl: {
    why: 'Osoba, której dotyczy skarga, może decydować w drobnych sprawach',
    remark: 'Kto to sprawdza?',
    answer: 'Sprawdza to kierownik zmiany',
    back: 'Proszę napisać, kto sprawdza',
  },
} as const;

/** A sentence of the page with any facts in it. */
const like = (language: Language, id: string): RegExp =>
  new RegExp(
    (catalogue(language)[id] ?? '')
      .split(/\{[^}]*\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  );

let browser: Browser;
let server: BuiltServer;
let emily: Page;
let grace: Colleague;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page: emily, speak, trouble } = await openDrawingDesk());
  grace = await invitedOfficer(browser, server.url, speak);
  watched(grace.page);
  for (const page of [emily, grace.page]) await page.setViewportSize({ width: 1440, height: 900 });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Step {
  invoke: { input: { excludes?: readonly string[] } };
}
/** A draft on the version in force that lets one person more decide, and calls the step otherwise. */
async function drawn(language: Language): Promise<void> {
  const versions = (await speak('GET', '/definitions/starter')).versions as readonly {
    readonly version: number;
    readonly inForce: boolean;
  }[];
  const inForce = versions.find((version) => version.inForce)?.version ?? 1;
  const { document } = await speak('GET', `/definitions/starter/versions/${inForce}`);
  const machine = (document as { machine: { states: { deciding: Step & { meta: { title: object } } } } }).machine;
  const { deciding } = machine.states;
  delete deciding.invoke.input.excludes;
  deciding.meta.title = { ...deciding.meta.title, [language]: `${language} ${versions.length}` };
  await speak('PUT', '/definitions/starter/draft', { document }, 0);
}

test.each(languages)(
  'a draft is sent, commented on, sent back, sent again, approved by a second person and published from a date, by keyboard alone, in %s',
  async (language: Language) => {
    const words = texts[language];
    for (const who of [speak, grace.speak]) await who('PATCH', '/me', { language });
    await drawn(language);
    await emily.goto('/procedures/starter/review');
    await settled(emily);
    const author = await KeyboardReader.at(emily);
    const officer = await KeyboardReader.at(grace.page);
    const sends = async () => {
      await author.enter({ role: 'button', name: say(language, 'review.send') });
      await emily.getByRole('dialog').waitFor();
      await author.go({ role: 'textbox', name: say(language, 'review.why') });
      await author.type(words.why);
      await author.enter({ role: 'button', name: say(language, 'review.send') });
      await emily.getByRole('button', { name: say(language, 'review.take-back'), exact: true }).waitFor();
    };
    await sends();
    expect(await axeFindings(emily)).toEqual([]);

    // Locked for whoever drew: the map says so, and nothing is drawn.
    await emily.goto('/procedures/starter/outline?at=deciding');
    await settled(emily);
    await emily.getByText(say(language, 'review.locked')).first().waitFor();
    await emily.goto('/procedures/starter/review');

    // The second person finds it, reads what it newly allows, asks, and sends it back.
    await grace.page.goto('/procedures');
    await settled(grace.page);
    await officer.enter({ role: 'link', name: say(language, 'review.look') });
    await grace.page.waitForURL(/review/);
    await settled(grace.page);
    await grace.page.getByText(words.why).waitFor();
    await officer.go({ role: 'textbox', name: like(language, 'review.comment-on') });
    await officer.type(words.remark);
    await officer.enter({ role: 'button', name: say(language, 'review.comment-add') });
    await emily.getByText(words.remark).waitFor(); // She sees it without asking.
    await grace.page.getByText(words.remark).waitFor();
    await grace.page.getByRole('button', { name: say(language, 'review.approve'), exact: true, disabled: true }).waitFor();
    expect(await axeFindings(grace.page)).toEqual([]);
    await officer.enter({ role: 'button', name: say(language, 'review.return') });
    await grace.page.getByRole('dialog').waitFor();
    await officer.go({ role: 'textbox', name: say(language, 'review.why-back') });
    await officer.type(words.back);
    await officer.enter({ role: 'button', name: say(language, 'review.return') });

    // She reads why, answers, settles it and sends it again.
    await emily.getByText(words.back).waitFor();
    await author.enter({ role: 'button', name: say(language, 'review.reply') });
    await author.go({ role: 'textbox', name: like(language, 'review.reply-to') });
    await author.type(words.answer);
    await author.enter({ role: 'button', name: say(language, 'review.reply') });
    await grace.page.getByText(words.answer).waitFor();
    await author.enter({ role: 'button', name: say(language, 'review.settle') });
    await emily.getByText(words.remark).waitFor({ state: 'hidden' });
    await sends();

    // Whoever is complained about may decide: a rule that must hold does not. Until the officer signs for it, nothing is approved.
    if (rowsOf(await grace.speak('GET', '/definitions/starter/waivers')).some(({ state }) => state === 'valid'))
      await officer.enter({ role: 'button', name: say(language, 'review.waiver-withdraw') });
    await grace.page.getByText('10002/4.7-A').first().waitFor();
    await officer.enter({ role: 'button', name: say(language, 'review.waive') });
    await grace.page.getByRole('dialog').waitFor();
    await officer.go({ role: 'textbox', name: say(language, 'review.waive-why') });
    await officer.type(words.why);
    expect(await axeFindings(grace.page)).toEqual([]);
    await officer.enter({ role: 'button', name: say(language, 'review.waive') });
    await grace.page.getByText(say(language, 'review.standards-met')).waitFor();

    // Approved once he said that he read what it newly allows.
    await grace.page.getByRole('checkbox').waitFor();
    await officer.go({ role: 'checkbox', name: say(language, 'review.allowed-seen') });
    await officer.press('Space');
    await officer.go({ role: 'textbox', name: say(language, 'review.password') });
    await officer.type(password);
    expect(await axeFindings(grace.page)).toEqual([]);
    await officer.enter({ role: 'button', name: say(language, 'review.approve') });
    await grace.page.getByText(say(language, 'review.publish-waits')).waitFor();

    // From tomorrow: new cases still take the version that is in force.
    const inForce = (await speak('GET', '/definitions/starter')).current;
    await emily.getByRole('radio', { name: say(language, 'review.from-date') }).waitFor();
    await author.go({ role: 'radio', name: say(language, 'review.from-now') });
    await author.press('ArrowRight');
    if (!(await emily.getByRole('radio', { name: say(language, 'review.from-date') }).isChecked()))
      await author.press('ArrowLeft', 'ArrowLeft');
    expect(await axeFindings(emily)).toEqual([]);
    await author.enter({ role: 'button', name: like(language, 'review.publish') });
    await emily.waitForURL(/versions/);
    await settled(emily);
    await emily.getByText(like(language, 'review.in-force-from')).first().waitFor();
    expect(await emily.getByText(words.why).count()).toBeGreaterThan(0);
    expect((await speak('GET', '/definitions/starter')).current).toBe(inForce);
    expect(await axeFindings(emily)).toEqual([]);
    expect(trouble).toEqual([[], []]);
  },
);

test('an earlier version comes back with a reason, and two versions are compared', async () => {
  for (const who of [speak, grace.speak]) await who('PATCH', '/me', { language: 'en' });
  await emily.goto('/procedures/starter/versions');
  await settled(emily);
  const keyboard = await KeyboardReader.at(emily);
  await keyboard.enter({ role: 'button', name: /^Publish version \d+ anew$/ });
  await emily.getByRole('dialog').waitFor();
  const { versions: running } = await speak('GET', '/definitions/starter/running');
  const counts = (running as readonly { readonly cases: number }[]).filter(({ cases }) => cases > 0);
  expect(await emily.getByRole('dialog').getByRole('listitem').count()).toBe(counts.length);
  await keyboard.go({ role: 'textbox', name: 'Why this version again' });
  await keyboard.type('The law did not change after all');
  await keyboard.enter({ role: 'button', name: 'Publish anew' });
  await emily.getByText(/^Content of version \d+$/).waitFor();
  const { versions } = await speak('GET', '/definitions/starter');
  expect(versions).toContainEqual(
    expect.objectContaining({ inForce: true, why: 'The law did not change after all', restores: expect.any(Number) }),
  );
  // Its content is in force now: there is nothing to publish anew.
  const told = await emily
    .getByText(/^Content of version \d+$/)
    .first()
    .textContent();
  const restored = Number(/\d+/.exec(told ?? '')?.[0]);
  expect(await emily.getByRole('button', { name: `Publish version ${restored} anew` }).count()).toBe(0);
  await keyboard.enter({ role: 'button', name: 'What changes' });
  await emily.waitForURL(/from=/);
  await emily.getByRole('region', { name: 'Compare' }).waitFor();
  expect(await axeFindings(emily)).toEqual([]);
  expect(rowsOf(await speak('GET', '/definitions')).length).toBeGreaterThan(0);
});

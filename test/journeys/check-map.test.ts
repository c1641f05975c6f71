import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import { keyboardHand } from './keyboard-hand.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { draftNow, untilThere } from './until-there.ts';
import { say } from './words.ts';

jest.setTimeout(120_000);

const rule = '10002/7.4-A';
const way = 'recording/on/recorded/0';

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
let shipped: {
  readonly machine: { readonly states: Readonly<Record<string, { readonly meta: { readonly title: Record<string, string> } }>> };
};
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  await page.setViewportSize({ width: 1440, height: 900 });
  shipped = (await speak('GET', '/definitions/starter/versions/1')).document as unknown as typeof shipped;
  await speak('PUT', '/definitions/starter/draft', { document: shipped }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each(['en', 'fa'] as const)(
  'the story that breaks a clause is played on the map by the keyboard, at 390 px too; the break undone, it is gone, in %s',
  async (language) => {
    const { revision } = await speak('GET', '/definitions/starter/draft');
    await speak('PUT', '/definitions/starter/draft', { document: shipped }, Number(revision));
    await speak('PATCH', '/me', { language });
    const calm = async () => expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    const drawn = (isThere: (draft: string) => boolean) =>
      untilThere(page, async () => JSON.stringify(await draftNow<object>(speak)), isThere);
    const check = new RegExp(`^${say(language, 'check.title')} \\S`);
    const player = page.getByRole('region', { name: say(language, 'check.path.label') });
    const steps = page.locator('ol:has(> li[aria-current="step"]) > li');

    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/procedures/starter/map?at=${encodeURIComponent(way)}`);
    await settled(page);
    const start = await drawn(() => true);
    const hand = await keyboardHand(page, language);
    const keyboard = await KeyboardReader.at(page);
    await page.keyboard.press('c'); // From anywhere to what is chosen on the map.
    await hand.connect(shipped.machine.states.awaitingAnswer?.meta.title[language] ?? '');
    await drawn((draft) => draft !== start);

    await page.getByRole('button', { name: check }).waitFor();
    await hand.press({ role: 'button', name: check });
    await page.locator(`[data-rule="${rule}"]`).waitFor();
    await settled(page);
    // What stands beside the map scrolls by itself; the map stays where it is.
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);
    await hand.press({ role: 'button', name: say(language, 'check.show') }, `[data-rule="${rule}"]`);
    await keyboard.until({ role: 'region', name: say(language, 'check.path.label') });

    // Cards and ways are marked; what the story does not come to steps back; step by step the place goes with it.
    await page.locator(`button[data-map="${way}"][data-mark="on-path"]`).waitFor();
    const last = page.locator('article[data-mark="breaks"]');
    expect(await last.getAttribute('aria-label')).toContain(say(language, 'check.mark.breaks'));
    expect(await page.locator('article[data-mark="off-path"]').count()).toBeGreaterThan(0);
    const count = await steps.count();
    expect(count).toBeGreaterThan(1);
    const places = new Set<string | null>();
    for (let step = 1; step <= count; step += 1) {
      const here = page.locator('[data-map][data-now]');
      await steps
        .nth(step - 1)
        .and(page.locator('[aria-current="step"]'))
        .waitFor();
      await here.waitFor();
      places.add(await here.getAttribute('data-map'));
      expect(
        await page
          .getByRole('status')
          .filter({ hasText: say(language, 'check.path.breaks') })
          .count(),
      ).toBe(step === count ? 1 : 0);
      if (step === 1) await keyboard.go({ role: 'button', name: say(language, 'check.path.next') });
      if (step < count) await keyboard.press('Enter');
    }
    expect(places.size).toBeGreaterThan(1);
    expect(await page.locator('article[data-now][data-mark="breaks"]').count()).toBe(1);
    await calm();

    // The same on a phone, where the story is read below the map.
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    await player.getByText(say(language, 'check.path.breaks')).waitFor();
    await hand.press({ role: 'button', name: say(language, 'check.path.previous') });
    await steps
      .nth(count - 2)
      .and(page.locator('[aria-current="step"]'))
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await calm();
    await page.setViewportSize({ width: 1440, height: 900 });

    // The break is undone while its story is played: nothing is left to play.
    await hand.undo();
    expect(await drawn((draft) => draft === start)).toBe(start);
    await player.waitFor({ state: 'detached' });
    await page.locator(`[data-rule="${rule}"][data-verdict="holds"]`).waitFor();
    expect(await page.locator('[data-map][data-mark]').count()).toBe(0);
    await calm();
  },
);

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page, Request } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const onTheWay = new WeakMap<Page, Map<Request, number>>();

const settledMs = 30_000;
/** The browser never says what became of the script of a worker that was dismissed before it came: longer than this none is waited for. */
const workerMs = 3_000;
const workerScript = /worker-[\w-]+\.js$/;

/** Counts what the page has asked and not yet got, from now on. */
export function watched(page: Page): Page {
  const open = new Map<Request, number>();
  onTheWay.set(page, open);
  page.on('request', (request) => open.set(request, performance.now()));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return page;
}

/** The page as it is when everything that it asked for has come and is drawn. */
export async function settled(page: Page): Promise<void> {
  const open = onTheWay.get(page);
  if (!open) throw new Error('this page is not watched');
  await page.locator('h1:visible, h2:visible').first().waitFor();
  const busy = page.locator('[aria-busy="true"]');
  const end = performance.now() + settledMs;
  const waitedFor = () =>
    [...open].flatMap(([request, since]) => {
      const url = request.url();
      return workerScript.test(url) && performance.now() - since > workerMs ? [] : [url];
    });
  for (let quiet = 0; quiet < 3; quiet = waitedFor().length === 0 && (await busy.count()) === 0 ? quiet + 1 : 0) {
    if (performance.now() > end) throw new Error(`${page.url()} still waits for ${waitedFor().join(', ')}`);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await page.evaluate(async () => (await document.fonts.ready).size);
}

/** What axe finds against WCAG 2.2 A and AA, one line a rule and element. What a bar at the edge half covers is measured where a person scrolls it to. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return await page.evaluate(async (tags) => {
    interface Found {
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[] }[];
      }[];
    }
    const axe = Reflect.get(window, 'axe') as { readonly run: (context: Document | Element, options: object) => Promise<Found> };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    const { scrollX, scrollY } = window;
    const found: string[] = [];
    for (const { id, nodes } of violations)
      for (const { html, target } of nodes) {
        const element = id === 'target-size' && target.length === 1 ? document.querySelector(String(target[0])) : null;
        element?.scrollIntoView({ block: 'center' });
        const again = element && (await axe.run(element, { runOnly: { type: 'rule', values: [id] }, resultTypes: ['violations'] }));
        if (!again || again.violations.length > 0) found.push(`${id}: ${html.slice(0, 160)}`);
      }
    window.scrollTo(scrollX, scrollY);
    return found;
  }, levels);
}

/** Everything a page says: its title, its text, and what only a screen reader hears; not what it marks as being in another language. */
export async function saidOn(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element)
        for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'])
          said.push(node.getAttribute(name) ?? '');
      else if (!node.parentElement?.closest(`script, style, [lang]:not([lang="${document.documentElement.lang}"])`))
        said.push(node.textContent ?? '');
    }
    return said.filter((text) => text.trim() !== '');
  });
}

/**
 * Why something cannot be read at this width: a page or a dialog wider than the window, text cut off without a mark, or a page that goes on where nothing
 * is shown any more.
 */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth - root.clientWidth} px wider than the window`] : [];
    const shownTo = (document.querySelector('#window')?.getBoundingClientRect().bottom ?? 0) + window.scrollY;
    if (root.scrollHeight > Math.max(shownTo, root.clientHeight) + 1)
      found.push(`${Math.round(root.scrollHeight - shownTo)} px of nothing below`);
    for (const dialog of document.querySelectorAll('[role="dialog"], [role="alertdialog"]')) {
      const { left, right } = dialog.getBoundingClientRect();
      if (left < 0 || right > root.clientWidth) found.push(`a dialog from ${Math.round(left)} to ${Math.round(right)} px`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      const unseen = style.clipPath !== 'none' || style.visibility === 'hidden' || element.closest('[hidden], [aria-hidden="true"]');
      const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (own && clips && !unseen && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${(element.textContent ?? '').slice(0, 60)}`);
    }
    return found;
  });
}

/** What still moves although the reader asked for no motion. */
export async function stillMoving(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => animation.playState === 'running')
      .map((animation) => `moves: ${animation instanceof CSSAnimation ? animation.animationName : 'a transition'}`),
  );
}

import type { Page } from 'playwright-core';
import { startBuiltServer } from '../journeys/built-server.ts';
import { speaker } from '../journeys/office-speaker.ts';
import { openBrowser, personsBrowser } from '../journeys/open-browser.ts';
import { setUpByPage } from '../journeys/sample-office.ts';

// npx tsx --conditions=@redress/source test/bench/map.ts
// A procedure of 300 steps on the map, in Chromium: until the first card is there, how long a frame takes while a card is dragged and while the map is
// moved, and how long the page stands still after a card is let go.

/** As text: what runs in the page must not be rewritten on the way there. */
const watching = `(() => {
  const seen = [];
  let last = performance.now();
  let goes = true;
  const look = (now) => {
    seen.push(now - last);
    last = now;
    if (goes) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.stopFrames = () => { goes = false; return seen; };
})()`;
const stages = 15;
const each = 20;

const browser = await openBrowser();
const server = await startBuiltServer();
try {
  const { context } = await personsBrowser(browser, server.url);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await setUpByPage(page, server.setUpCode);
  const speak = await speaker(page);
  const person = (await speak('GET', '/session')).person;
  if (typeof person !== 'object' || person === null || !('id' in person)) throw new Error('nobody is signed in');
  const { revision } = await speak('GET', `/people/${String(person.id)}`);
  await speak('PATCH', `/people/${String(person.id)}`, { rights: ['administrator', 'process-owner'] }, Number(revision));
  await speak('PUT', '/definitions/large/draft', { document: large() }, 0);

  await page.goto('/procedures');
  const from = Date.now();
  await page.goto('/procedures/large/map');
  await page.locator('[data-map="step0"]').waitFor();
  const first = Date.now() - from;
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));

  const box = await page.locator('[data-map="step1"] > div').first().boundingBox();
  if (!box) throw new Error('the card is not seen');
  const at = { x: box.x + 60, y: box.y + 12 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const dragged = await frames(page, async () => {
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(at.x + step * 2, at.y + step);
  });
  const letGo = await frames(page, async () => {
    await page.mouse.up();
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  });
  const moved = await frames(page, async () => {
    for (let step = 0; step < 60; step += 1) await page.mouse.wheel(60, 0);
  });
  await page.goto('/procedures/large/outline?at=step7');
  const name = page.locator('main input').first();
  await name.waitFor();
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  const typed = await frames(page, async () => {
    await name.pressSequentially(' of thirty', { delay: 60 });
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  });
  console.log(
    `| ${stages * each} steps | first card | p95 frame, drag | p95 frame, moving the map | longest frame after letting go | outline: p95 and longest frame, typing a name |`,
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  console.log(
    `| | ${first} ms | ${p95(dragged)} ms | ${p95(moved)} ms | ${Math.max(...letGo)} ms | ${p95(typed)} ms, ${Math.max(...typed)} ms |`,
  );
} finally {
  await browser.close();
  await server.stop();
}

/** How long each frame took while something was done, in milliseconds. */
async function frames(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(watching);
  await act();
  const seen = await page.evaluate<number[]>('window.stopFrames()');
  return seen.slice(1).map(Math.round);
}

function p95(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
}

/** Each step leads on, some lead back, every seventh to somewhere far. */
function large(): object {
  const steps = Array.from({ length: stages * each }, (_, number) => `step${number}`);
  const states = Object.fromEntries(
    Array.from({ length: stages }, (_, stage) => {
      const own = steps.slice(stage * each, (stage + 1) * each);
      const inside = own.map((id, index) => {
        const number = stage * each + index;
        const on = {
          next: [{ target: `#${steps[number + 1] ?? 'done'}` }],
          ...(index > 1 ? { back: [{ target: `#${own[index - 2]}` }] } : {}),
          ...(number % 7 === 0 ? { far: [{ target: `#${steps[(number * 13 + 40) % steps.length]}` }] } : {}),
        };
        return [
          id,
          { id, meta: { title: { en: `Step number ${number}` } }, on, after: { soon: [{ target: `#${steps[number + 1] ?? 'done'}` }] } },
        ];
      });
      return [
        `stage${stage}`,
        { id: `stage${stage}`, initial: own[0], meta: { title: { en: `Stage ${stage}` } }, states: Object.fromEntries(inside) },
      ];
    }),
  );
  return {
    format: 1,
    id: 'large',
    title: { en: 'A large procedure' },
    languages: ['en'],
    roles: {},
    events: { next: { label: { en: 'On' } }, back: { label: { en: 'Back' } }, far: { label: { en: 'Far' } } },
    delays: { soon: { workingDays: 3 } },
    machine: {
      id: 'large',
      initial: 'stage0',
      states: { ...states, done: { id: 'done', type: 'final', meta: { title: { en: 'Done' } } } },
    },
  };
}

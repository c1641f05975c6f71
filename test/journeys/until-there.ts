import type { Page } from 'playwright-core';
import type { Speaker } from './office-speaker.ts';

const looksMost = 300;

/** Looks again with every picture of the page until it is there, as pages save by themselves; what is there instead is told. */
export async function untilThere<Found>(page: Page, look: () => Promise<Found>, isThere: (found: Found) => boolean): Promise<Found> {
  let found = await look();
  for (let looked = 1; looked < looksMost && !isThere(found); looked += 1) {
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
    found = await look();
  }
  if (!isThere(found)) throw new Error(`it never came; there is ${JSON.stringify(found)?.slice(0, 2000)}`);
  return found;
}

/** The draft as the server has it. */
export const draftNow = async <Drawn>(speak: Speaker, procedure = 'starter'): Promise<Drawn> =>
  (await speak('GET', `/definitions/${procedure}/draft`)).document as unknown as Drawn;

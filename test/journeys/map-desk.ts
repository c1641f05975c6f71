import type { Page } from 'playwright-core';
import type { SampleOffice } from './sample-office.ts';
import { untilThere } from './until-there.ts';

export interface Step {
  readonly meta?: { readonly title: Readonly<Record<string, string>> };
  readonly on?: Readonly<Record<string, readonly { readonly target?: string }[]>>;
  readonly states?: Readonly<Record<string, Step>>;
}
export interface Drawn {
  readonly document: { readonly machine: { readonly states: Readonly<Record<string, Step>> } };
  readonly layout: {
    readonly steps?: Readonly<
      Record<string, { readonly x?: number; readonly y?: number; readonly width?: number; readonly collapsed?: boolean }>
    >;
    readonly notes?: Readonly<Record<string, { readonly text: string }>>;
  };
}

export const inside = ({ document }: Drawn, stage: string) => document.machine.states[stage]?.states ?? {};
export const called = (steps: Readonly<Record<string, Step>>, name: string) =>
  Object.entries(steps).find(([, { meta }]) => Object.values(meta?.title ?? {}).includes(name))?.[0];

/** The draft of the complaint on the map: what is seen of it, and what the server has. */
export function mapDesk(page: Page, office: SampleOffice) {
  const at = (key: string) => page.locator(`[data-map="${key}"]`);
  return {
    at,
    saved: (isThere: (drawn: Drawn) => boolean) =>
      untilThere(page, async () => (await office.speak('GET', '/definitions/complaint/draft')) as unknown as Drawn, isThere),
    focused: () => page.evaluate(() => (document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.map ?? '') : '')),
    focusIs: async (key: string) => {
      await page.waitForFunction(
        (wanted) => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map === wanted,
        key,
      );
    },
    boxOf: async (key: string) => {
      const box = await at(key).boundingBox();
      if (!box) throw new Error(`${key} is not seen`);
      return box;
    },
    /** As a hand does it: down, along, up. */
    drag: async (from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    },
  };
}

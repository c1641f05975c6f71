import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';
import { type Speaker, speaker } from './office-speaker.ts';
import { type Text, textIn, say as words } from './words.ts';

export interface Way {
  readonly target?: string;
  readonly guard?: { readonly params: unknown };
  readonly actions?: readonly { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[];
}
interface State {
  readonly meta?: { readonly title: Text };
  readonly invoke?: { readonly input: Readonly<Record<string, unknown>> };
  readonly on?: Readonly<Record<string, readonly Way[]>>;
  readonly after?: Readonly<Record<string, readonly Way[]>>;
}
/** A procedure as it is written, as far as the journey looks at it. */
export interface Written {
  readonly id: string;
  readonly title: Text;
  readonly events: Readonly<Record<string, { readonly label: Text; readonly form?: string }>>;
  readonly delays: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly clocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly letters: Readonly<Record<string, { readonly title: Text }>>;
  readonly machine: { readonly states: Readonly<Record<string, State>> };
}

export const pl = (id: string): string => words('pl', id);
/** The panel of what is chosen. */
export const panel = 'aside[aria-label]';
export const stepOf = ({ machine }: Written, name: string): State =>
  Object.values(machine.states).find(({ meta }) => meta && textIn(meta.title, 'pl') === name) ?? {};
export const eventOf = ({ events }: Written, label: string): string =>
  Object.entries(events).find(([, event]) => event.label.pl === label)?.[0] ?? '';
export const letterOf = ({ letters }: Written, title: string): string =>
  Object.entries(letters).find(([, letter]) => letter.title.pl === title)?.[0] ?? '';

/** Somebody who draws a procedure: the hand, and what the server has of the draft. */
export interface BankDesk {
  readonly hand: Hand;
  readonly page: Page;
  readonly speak: Speaker;
  readonly procedure: string;
  /** Until the server has it: the page saves by itself. */
  readonly saved: (isThere: (written: Written) => boolean) => Promise<Written>;
}

export async function deskOf(hand: Hand, procedure: string): Promise<BankDesk> {
  const { page } = hand;
  const speak = await speaker(page);
  return {
    hand,
    page,
    speak,
    procedure,
    saved: async (isThere) => {
      let written: Written | undefined;
      for (let look = 0; look < 400; look += 1) {
        written = (await speak('GET', `/definitions/${procedure}/draft`)).document as Written;
        if (isThere(written)) return written;
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
      }
      throw new Error(`not saved: ${JSON.stringify(written?.machine).slice(0, 2_000)}`);
    },
  };
}
export const wayOf = (written: Written, step: string, label: string): Way | undefined =>
  stepOf(written, step).on?.[eventOf(written, label)]?.[0];

import type { CDPSession, Page } from 'playwright-core';

/** What the browser tells a screen reader about the element in focus. */
export interface Focus {
  readonly role: string;
  readonly name: string;
  readonly value: string;
  readonly states: Readonly<Record<string, unknown>>;
  /** Names of the groups around it, inmost first. */
  readonly groups: readonly string[];
}
export interface Wanted {
  readonly role: string;
  /** The whole name, or a part of it that a pattern finds. */
  readonly name: string | RegExp;
}

const groupRoles = ['radiogroup', 'group', 'dialog', 'alertdialog', 'tablist'];
const stepsMost = 160;

/** Somebody who uses the keyboard alone and knows what a screen reader says. Nothing here points or clicks. */
export class KeyboardReader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async at(page: Page): Promise<KeyboardReader> {
    return new KeyboardReader(page, await page.context().newCDPSession(page));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }
  async type(text: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(text); // As an input method hands it over: Persian and Polish have no keys of their own here.
  }

  async focus(): Promise<Focus> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression: 'document.activeElement ?? document.body' });
    if (result.objectId === undefined) throw new Error('nothing is in focus');
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: true });
    await this.#session.send('Runtime.releaseObject', { objectId: result.objectId });
    const [self] = nodes;
    const groups: string[] = [];
    for (let up = nodes.find((node) => node.nodeId === self?.parentId); up; up = nodes.find((node) => node.nodeId === up?.parentId))
      if (groupRoles.includes(String(up.role?.value))) groups.push(String(up.name?.value ?? ''));
    return {
      role: String(self?.role?.value ?? ''),
      name: String(self?.name?.value ?? '').trim(),
      value: String(self?.value?.value ?? ''),
      states: Object.fromEntries((self?.properties ?? []).map(({ name, value }) => [name, value.value])),
      groups,
    };
  }

  /** Where the button that was pressed is gone, the focus is not lost with it. */
  async isSomewhere(): Promise<void> {
    await this.#page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
  }

  /** The page itself takes the focus there, in a moment. */
  async until(wanted: Wanted): Promise<void> {
    let focus = await this.focus();
    for (let look = 0; look < 300 && !isIt(focus, wanted); look += 1) {
      await this.#page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      focus = await this.focus();
    }
    if (!isIt(focus, wanted)) throw new Error(`the focus is at ${focus.role} “${focus.name}”, not at ${wanted.role} “${wanted.name}”`);
  }

  /** Tab by Tab to something; what was passed is told where it is never reached. */
  async go(wanted: Wanted, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focus> {
    const passed: string[] = [];
    for (let step = 0; step < stepsMost; step += 1) {
      await this.press(key);
      const focus = await this.focus();
      if (isIt(focus, wanted)) return focus;
      passed.push(`${focus.role} “${focus.name}”`);
    }
    throw new Error(`${wanted.role} “${wanted.name}” is not reached by the keyboard; passed: ${[...new Set(passed)].join(', ')}`);
  }

  /** To something, and Enter. */
  async enter(wanted: Wanted): Promise<void> {
    await this.go(wanted);
    await this.press('Enter');
  }
}

export const isIt = (focus: Focus, { role, name }: Wanted): boolean =>
  focus.role === role && (typeof name === 'string' ? focus.name === name : name.test(focus.name));

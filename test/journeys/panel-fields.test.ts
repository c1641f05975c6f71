import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say, starter, textIn } from './words.ts';

jest.setTimeout(180_000);

const remarks = { en: 'Ask the branch first.', fa: 'نخست از شعبه بپرسید.', pl: 'Najpierw zapytać oddział.' } as const;

interface Row {
  readonly target?: string;
  readonly meta?: { readonly requires?: readonly string[] };
}
interface Drawn {
  readonly returns?: readonly string[];
  readonly home?: string;
  readonly data: Readonly<Record<string, { readonly default?: unknown; readonly help?: Readonly<Record<string, string>> }>>;
  readonly machine: {
    readonly states: {
      readonly stage: {
        readonly onDone?: readonly Row[];
        readonly states: {
          readonly back: { readonly history: string; readonly target: string; readonly description?: string };
          readonly sorting: { readonly always: readonly Row[] };
          readonly deciding: {
            readonly meta: { readonly title: Readonly<Record<string, string>> };
            readonly invoke: { readonly input: { readonly priority?: number; readonly assign?: object } };
            readonly on: { readonly decide: readonly Row[] };
          };
        };
      };
    };
  };
}

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
let drawn: Drawn;
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  drawn = withStage((await speak('GET', '/definitions/starter/versions/1')).document);
  await speak('PUT', '/definitions/starter/draft', { document: drawn }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A stage around the steps that decide, with a step that sorts and a return in it. */
function withStage(document: unknown): Drawn {
  const { machine, ...rest } = JSON.parse(JSON.stringify(document));
  const { examining, deciding, ...others } = machine.states;
  const title = (en: string, fa: string, pl: string) => ({ title: { en, fa, pl } });
  const stage = {
    id: 'stage',
    meta: title('Decision', 'تصمیم', 'Decyzja'),
    initial: 'examining',
    states: {
      examining,
      sorting: { id: 'sorting', meta: title('Which way', 'کدام راه', 'Którędy'), always: [{ target: '#deciding' }] },
      deciding,
      back: { id: 'back', type: 'history', history: 'shallow', target: '#examining', meta: title('Back', 'بازگشت', 'Powrót') },
    },
  };
  return { ...rest, machine: { ...machine, states: { ...others, stage } } };
}

test.each(languages)(
  'whom a task needs and how much it presses, what a way needs, what goes back and where rounds end, how a return goes and what a field begins with, by the keyboard alone, in %s',
  async (language: Language) => {
    const { revision } = await speak('GET', '/definitions/starter/draft');
    await speak('PUT', '/definitions/starter/draft', { document: drawn }, Number(revision));
    await speak('PATCH', '/me', { language });
    const keyboard = await KeyboardReader.at(page);
    const saved = (isThere: (now: Drawn) => boolean) => untilThere(page, () => draftNow<Drawn>(speak), isThere);
    const stateOf = ({ machine }: Drawn) => machine.states.stage.states;
    const open = async (at: string) => {
      await page.goto(`/procedures/starter/outline${at === '' ? '' : `?at=${encodeURIComponent(at)}`}`);
      await settled(page);
    };
    const choose = async (label: string, option: string) => {
      await keyboard.enter({ role: 'button', name: new RegExp(`${say(language, label)}$`) });
      await page.getByRole('option', { name: option }).first().waitFor();
      await keyboard.press('Home');
      for (let down = 0; down < 20 && (await keyboard.focus()).name !== option; down += 1) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    };
    /** The only one that is left of the list when its whole name is typed. */
    const pick = async (label: string, name: string) => {
      await keyboard.go({ role: 'combobox', name: say(language, label) });
      await keyboard.type(name);
      await page.getByRole('option').filter({ hasText: name }).first().waitFor();
      await keyboard.press('ArrowDown', 'Enter');
    };
    const fine = async () => expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    const named = (field: 'contact' | 'findings') => textIn(starter.data[field]?.title, language);
    const deciding = textIn(stateOf(drawn).deciding.meta.title, language);

    // The task: how much it presses, who gets it, whom it needs; what is taken away leaves the focus in its place.
    await open('deciding');
    await toPart(keyboard, language, 'who');
    await choose('who.assign', say(language, 'who.assign.leastBusy'));
    await pick('who.assign-matches-add', named('contact'));
    const matches = (now: Drawn) => JSON.stringify(stateOf(now).deciding.invoke.input.assign);
    await saved((now) => matches(now) === JSON.stringify({ rule: 'leastBusy', matches: ['contact'] }));
    await keyboard.press('Escape');
    const remove = (catalogue(language)['who.remove'] ?? '').replace('{name}', named('contact'));
    await keyboard.go({ role: 'button', name: remove }, 'Shift+Tab');
    await keyboard.press('Enter');
    await saved((now) => matches(now) === JSON.stringify({ rule: 'leastBusy' }));
    await keyboard.isSomewhere();
    await choose('who.priority', say(language, 'priority.3'));
    await saved((now) => stateOf(now).deciding.invoke.input.priority === 3);
    await fine();

    // The way: what must be there.
    await open('deciding/on/decide/0');
    await toPart(keyboard, language, 'data');
    await pick('forms.requires-add', named('findings'));
    await saved((now) => stateOf(now).deciding.on.decide[0]?.meta?.requires?.join() === 'findings');
    await fine();

    // A rule more where it is decided by itself; when all of the stage is done; the return.
    await open('sorting');
    await toPart(keyboard, language, 'what');
    await keyboard.enter({ role: 'button', name: say(language, 'outline.add-way') });
    await fine();
    await keyboard.press('Escape');
    await open('stage');
    await keyboard.enter({ role: 'button', name: say(language, 'panel.add-complete') });
    await keyboard.isSomewhere();
    await saved(({ machine }) => machine.states.stage.onDone?.length === 1);
    await open('back');
    await choose('panel.return-depth', say(language, 'panel.return-depth.deep'));
    await saved((now) => stateOf(now).back.history === 'deep');
    await choose('panel.return-first', deciding);
    await saved((now) => stateOf(now).back.target === '#deciding');
    await keyboard.enter({ role: 'DisclosureTriangle', name: say(language, 'panel.remark') });
    await keyboard.go({ role: 'textbox', name: say(language, 'panel.remark-words') });
    await keyboard.type(remarks[language]);
    await saved((now) => stateOf(now).back.description === remarks[language]);
    await fine();

    // The procedure: what goes back, and where rounds come back to.
    await open('');
    await toPart(keyboard, language, 'data');
    await pick('forms.returns-add', named('findings'));
    await saved(({ returns }) => returns?.join() === 'findings');
    await keyboard.press('Escape');
    await open('');
    await toPart(keyboard, language, 'when');
    await choose('when.home', deciding);
    await saved(({ home }) => home === 'deciding');
    await fine();

    // A field: what is said beside it, and what it begins with.
    await open('field:decision');
    await keyboard.enter({ role: 'DisclosureTriangle', name: say(language, 'forms.field-more') });
    await keyboard.go({ role: 'textbox', name: new RegExp(`^${say(language, 'forms.help')} \\(`) });
    await keyboard.type(remarks[language]);
    await saved(({ data }) => Object.values(data.decision?.help ?? {}).includes(remarks[language]));
    await keyboard.enter({ role: 'button', name: say(language, 'forms.begins-add') });
    await keyboard.isSomewhere();
    await fine();
  },
);

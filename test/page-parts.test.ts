import { expect, test } from '@jest/globals';
import { circleIn, type ModulesAsked, pageParts } from '../.build/page-parts.js';

const at = (name: string) => (name.includes('/') ? name : `/designer/src/${name}.tsx`);
/** Modules by what they import at once, and late. */
const drawn: Readonly<Record<string, { readonly now?: readonly string[]; readonly late?: readonly string[] }>> = {
  main: { now: ['routes', '/node_modules/react/index.js'] },
  routes: { now: ['frame'], late: ['tasks', 'case', 'map', 'outline'] },
  frame: { now: ['button'] },
  tasks: { now: ['button', 'list'] },
  case: { now: ['list', 'dates'], late: ['chart'] },
  chart: { now: ['cards'] },
  map: { now: ['cards', 'panel'] },
  outline: { now: ['panel', '/designer/src/some.json'] },
  panel: { now: ['tree'], late: ['dialog'] },
  dialog: { now: ['tree', 'dates', 'picker'] },
};
const modules: ModulesAsked = {
  getModuleInfo: (id) => {
    const { now = [], late = [] } = Object.entries(drawn).find(([name]) => at(name) === id)?.[1] ?? {};
    const importers = Object.entries(drawn).filter(([, each]) => each.now?.some((one) => at(one) === id));
    return {
      isEntry: id === at('main'),
      importers: importers.map(([name]) => at(name)),
      importedIds: now.map(at),
      dynamicallyImportedIds: late.map(at),
    };
  },
};
const partOf = pageParts(at('routes'), /src\/(map|outline)\./);
const part = (name: string) => partOf(at(name), modules);
const together = (...some: readonly string[]) => new Set(some.map(part)).size === 1;

test('what every page has from the first moment is one file, what others made is another', () => {
  expect(part('button')).toBe('window');
  expect(part('/node_modules/react/index.js')).toBe('ground');
  expect(part('/node_modules/react-dom/server.browser.js')).toBe(null);
});

test('what the same pages need is one file, and no other page fetches it', () => {
  expect(together('panel', 'tree')).toBe(true);
  expect(together('panel', 'list')).toBe(false);
  expect(together('panel', 'cards')).toBe(false); // The chart of a case has cards as well.
  for (const name of ['panel', 'list', 'cards', 'dates']) expect(part(name)).toEqual(expect.any(String));
});

test('what one place alone fetches stays in its own file, with what that brings', () => {
  for (const name of ['tasks', 'case', 'map', 'outline', 'dialog', 'picker', 'chart', 'frame'])
    expect([name, part(name)]).toEqual([name, null]);
});

test('a late part counts only for what its page does not have: what a dialog shares with its page comes with the page', () => {
  expect(together('tree', 'panel')).toBe(true); // The dialog has it too.
  expect(together('dates', 'list')).toBe(false); // A page without dates opens a dialog with them.
});

test('words come by language', () => {
  expect(part('/designer/src/some.json')).toBe(null);
});

test('files that need each other are found, however long the way is', () => {
  expect(
    circleIn(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
  ).toBe(undefined);
  expect(
    circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['d']],
        ['d', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'd', 'b']);
});

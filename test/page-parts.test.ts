import { expect, test } from '@jest/globals';
import { type ModulesAsked, pageParts } from '../.build/page-parts.js';

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
const names = [...new Set(Object.entries(drawn).flatMap(([name, { now = [], late = [] }]) => [name, ...now, ...late]))];
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
  expect(together('map', 'outline', 'panel', 'tree')).toBe(true);
  expect(together('tree', 'list')).toBe(false);
  expect(together('tasks', 'case')).toBe(false);
  expect(together('tasks', 'list')).toBe(false); // The list is fetched by both.
});

test('a late part counts only for what its page does not have: a tree stays with the page, days and cards are shared with others', () => {
  expect(together('dialog', 'picker')).toBe(true);
  expect(together('dialog', 'panel')).toBe(false);
  expect(together('cards', 'panel')).toBe(false);
  expect(together('dates', 'case')).toBe(false);
});

test('each module of ours is in exactly one file, and words come by language', () => {
  for (const name of names.filter((each) => !each.includes('/') && !['main', 'routes', 'frame'].includes(each)))
    expect(part(name)).toEqual(expect.any(String));
  expect(part('frame')).toBe(null); // No page asks for it: it comes with the entry.
  expect(part('/designer/src/some.json')).toBe(null);
});

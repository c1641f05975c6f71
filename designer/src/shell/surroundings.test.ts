import { afterEach, expect, test } from '@jest/globals';
import { showTheme } from './surroundings.ts';

afterEach(() => {
  Reflect.deleteProperty(window, 'matchMedia');
  showTheme('system');
});
const forcing = (matches: boolean) =>
  Object.assign(window, { matchMedia: (query: string) => ({ matches: matches && query === '(forced-colors: active)' }) });

test.each(['light', 'dark'] as const)('%s is shown as chosen, but not where the system forces colours of its own', (theme) => {
  forcing(false);
  showTheme(theme);
  expect(document.documentElement.dataset.theme).toBe(theme);
  forcing(true);
  showTheme(theme);
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

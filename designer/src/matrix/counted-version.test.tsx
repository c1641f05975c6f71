/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { CountedVersion } from './counted-version.tsx';

afterEach(cleanup);

async function shown(language: Language, versions: readonly { readonly version: number; readonly cases: number }[], capped: boolean) {
  pretendServer(() => ({ status: 200, body: { versions: versions.map((one) => ({ ...one, steps: [] })), capped: false } }));
  await showPage(
    <PartCatalogue of="matrix">
      <main>
        <CountedVersion id="Refunds" version={4} operation={{ cases: 1_000, capped }} />
      </main>
    </PartCatalogue>,
    { language },
  );
}
const said = () => screen.getByRole('main').textContent?.replace(/[\u2068\u2069]/g, '');

test.each([
  ['en', 'Only cases of version 4 are counted here. ', '12 running cases on version 3'],
  ['fa', 'اینجا تنها پرونده‌های نسخهٔ ۴ شمرده می‌شود. ', '۱۲ پروندهٔ در جریان با نسخهٔ ۳'],
  ['pl', 'Liczone są tu tylko sprawy wersji 4. ', '12 spraw w toku na wersji 3'],
] as const)(
  'where cases run on several versions it says which one is counted, and leads to the others: %s',
  async (language, one, other) => {
    await shown(
      language,
      [
        { version: 4, cases: 7 },
        { version: 3, cases: 12 },
      ],
      false,
    );
    const link = await screen.findByRole('link', { name: other });
    expect(link.getAttribute('href')).toMatch(/^\/procedures\/Refunds\/proof\?of=(3|%223%22)$/);
    expect(said()).toContain(one);
  },
);

test.each([
  ['en', 'Only the latest 1,000 cases of version 4 are counted here.'],
  ['fa', 'اینجا تنها ۱٬۰۰۰ پروندهٔ آخر نسخهٔ ۴ شمرده می‌شود.'],
  ['pl', 'Liczonych jest tu tylko 1000 ostatnich spraw wersji 4.'],
] as const)('so does what is too much to be counted whole: %s', async (language, words) => {
  await shown(language, [{ version: 4, cases: 7 }], true);
  expect(said()).toBe(words);
});

test('where all cases are of one version and all of them are counted, nothing is said', async () => {
  await shown('en', [{ version: 4, cases: 7 }], false);
  expect(said()).toBe('');
});

/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { VersionFinding } from '../server/shapes/definitions.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { VersionFindings } from './version-findings.tsx';

afterEach(cleanup);

const person = { id: 'rafal', name: 'Rafał', party: 'organisation' } as const;
const at = '2026-03-02T09:00:00.000Z';
const called = {
  name: { en: 'Decide', fa: 'تصمیم‌گیری', pl: 'Decyzja' },
  way: { en: 'Close at once', fa: 'بستن فوری', pl: 'Zamknij od razu' },
};
const findings: readonly VersionFinding[] = [
  {
    ...{ id: 'one', element: 'deciding/on/closeAtOnce/0', called, person, at, text: 'Nobody decides' },
    finding: { grade: 'major', clause: '10002/7.8' },
    replies: [{ person: { ...person, name: 'Anna' }, at, text: 'Taken out' }],
    resolved: { person, at: '2026-03-03T09:00:00.000Z' },
  },
  {
    ...{ id: 'two', element: '', person, at, text: 'Few know of it', replies: [] },
    finding: { grade: 'observation', clause: '10002/4.2' },
  },
];
const show = (language: Language, counts = { major: 1, minor: 0, observation: 1 }) =>
  showPage(<VersionFindings id="starter" version={3} counts={counts} />, { language });
/** As the browser does when somebody presses the summary. */
function open(words: string): HTMLElement {
  const details = screen.getByText(words).closest('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  return details;
}

test.each([
  [
    'en',
    '2 findings in its review',
    'Major nonconformity',
    '“\u2068Close at once\u2069” of “\u2068Decide\u2069”',
    /settled by .*Rafał.*3 March 2026/,
  ],
  ['fa', '۲ یافته در بازبینی آن', 'عدم انطباق عمده', /بستن فوری/, /حل‌شده به دست .*۱۲ اسفند ۱۴۰۴/],
  ['pl', '2 ustalenia z przeglądu', 'Duża niezgodność', /Zamknij od razu/, /rozstrzygnięcie: .*3 marca 2026/],
] as const)(
  'a count opens to each finding as it was settled, by the names that things had then, in %s',
  async (language, count, weight, place, settled) => {
    const server = pretendServer(() => ({ status: 200, body: { findings } }));
    await show(language);
    expect(server.asked).toEqual([]);
    const opened = within(open(count));
    const first = (await opened.findByText('Nobody decides')).closest('li') as HTMLElement;
    expect(server.asked).toMatchObject([{ path: '/definitions/starter/versions/3/history' }]);
    expect(within(first).getByText(weight)).toBeTruthy();
    expect(within(first).getByText(place)).toBeTruthy();
    expect(within(first).getByText('Taken out')).toBeTruthy();
    expect(first.textContent).toMatch(settled);
    expect(within(first).getByRole('link').getAttribute('href')).toBe('/procedures/starter/proof?of=%223%22&clause=10002%2F7.8');
  },
);

test('where nothing was found, nothing is shown', async () => {
  pretendServer(() => undefined);
  await show('en', { major: 0, minor: 0, observation: 0 });
  expect(document.querySelector('details')).toBeNull();
});

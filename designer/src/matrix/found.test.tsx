/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { groupsOf } from '../check/check-groups.ts';
import { pretendRule } from '../check/pretend-rule.ts';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import type { DraftComment } from '../server/shapes/definitions.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { useFound } from './found.ts';
import { matrixRows } from './matrix-rows.ts';
import type { SideName } from './matrix-side.ts';
import { MatrixTable } from './matrix-table.tsx';

afterEach(cleanup);

const starter = shippedProcesses.find((process) => (process as { id?: unknown }).id === 'starter') as object;
const rules = [
  pretendRule('10002/7.8-A', 'fails', {
    clause: '10002/7.8',
    failures: [{ element: 'deciding', path: [], facts: {} }],
    proof: [],
  }),
  pretendRule('10002/7.4-A', 'holds', { clause: '10002/7.4', proof: ['recording'] }),
];
const seatOf = (...rights: Right[]) => ({
  session: { person: { id: 'grace', rights, assignments: [], name: 'grace' }, switches: [], organisation: {} } as unknown as SessionView,
  update: () => undefined,
});
const rafal = { id: 'rafal', name: 'Rafał', party: 'organisation' } as const;
const said: DraftComment = {
  ...{ id: 'f1', element: 'deciding', person: rafal, at: '2026-11-20T09:00:00.000Z', text: 'Nobody is told' },
  ...{ finding: { grade: 'major', clause: '10002/7.8' }, replies: [] },
};

function Table({ of, again }: { readonly of: SideName; readonly again?: () => void }) {
  const found = useFound('starter', of);
  const [group] = groupsOf(rules);
  return (
    <>
      <output>{found.raising}</output>
      {group && (
        <MatrixTable
          id="starter"
          rows={matrixRows({ rules, attestations: [], waivers: [] })}
          definition={starter}
          isDraft
          isUsed={false}
          waives={false}
          found={again ? { ...found, again } : found}
          meant={undefined}
          opened={undefined}
          onOpen={() => undefined}
          onSigned={() => undefined}
          {...{ group, today: '2026-11-23' }}
        />
      )}
    </>
  );
}
const shown = async (right: Right, { of = 'draft' as SideName, language = 'en' as Language, again = () => {} } = {}) => {
  await showPage(
    <SeatProvider value={seatOf(right)}>
      <PartCatalogue of="check">
        <PartCatalogue of="matrix">
          <Table of={of} again={again} />
        </PartCatalogue>
      </PartCatalogue>
    </SeatProvider>,
    { language },
  );
  await screen.findByRole('table');
};
const server = (state: string, rows: readonly DraftComment[] = []) =>
  pretendServer(({ method }) => ({ status: 200, body: method === 'GET' ? { state, rows } : said }));

test('an officer raises a finding from the row of its clause: the clause is given, and where it breaks is proposed', async () => {
  const asked = server('submitted').asked;
  const user = userEvent.setup();
  let read = 0;
  await shown('compliance', { again: () => (read += 1) });
  await user.click(await screen.findByRole('button', { name: 'Raise a finding: 7.8' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/^ISO 10002:2018, 7\.8 /)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Raise the finding' }));
  expect(dialog.getByText('Say what is wrong.')).toBeTruthy();
  await user.click(dialog.getByRole('radio', { name: 'Major nonconformity' }));
  await user.type(dialog.getByRole('textbox', { name: /What is wrong/ }), 'Nobody is told');
  await user.click(dialog.getByRole('button', { name: 'Raise the finding' }));
  expect(asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/definitions/starter/draft/comments',
    body: { element: 'deciding', text: 'Nobody is told', finding: { grade: 'major', clause: '10002/7.8' } },
  });
  expect(read).toBe(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what is open of a clause stands under it for everybody who draws or reviews, with the way to the review; what is settled does not', async () => {
  server('submitted', [
    said,
    { ...said, id: 'f2', text: 'Long ago', resolved: { at: said.at } },
    { ...said, id: 'f3', finding: undefined } as never,
  ]);
  await shown('process-owner');
  const finding = (await screen.findByText('Nobody is told')).closest('li') as HTMLElement;
  expect(finding.textContent).toMatch(/Major nonconformity.*Rafał/s);
  expect(within(finding).getByRole('link').getAttribute('href')).toMatch(/^\/procedures\/starter\/review\?at=deciding#f1$/);
  expect(finding.closest('tr')?.previousElementSibling?.textContent).toMatch(/^7\.8/);
  expect(screen.queryByText('Long ago')).toBeNull();
  expect(screen.queryByRole('button', { name: /Raise/ })).toBeNull();
});

test.each([
  ['draft', 'draft', 'later'],
  ['approved', 'draft', 'approved'],
  ['submitted', '1', 'later'],
] as const)('on a draft that is %s, and the page of %s, nobody is offered to raise one', async (state, of, why) => {
  const { asked } = server(state);
  await shown('compliance', { of });
  expect(await screen.findByText(why)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Raise/ })).toBeNull();
  expect(asked.filter(({ path }) => path.endsWith('/comments'))).toHaveLength(of === 'draft' ? 1 : 0);
});

test.each(['fa', 'pl'] as const)('in %s it is said in words of that language', async (language) => {
  server('submitted', [said]);
  await shown('compliance', { language });
  const words = {
    fa: ['عدم انطباق عمده', /^ثبت یافته: ۷٫۸|^ثبت یافته: ۷\.۸/],
    pl: ['Duża niezgodność', /^Zgłoś ustalenie: 7\.8$/],
  } as const;
  expect(await screen.findByText(words[language][0])).toBeTruthy();
  expect(screen.getByRole('button', { name: words[language][1] })).toBeTruthy();
});

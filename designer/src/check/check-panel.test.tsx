/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DraftProblem } from '../findings/draft-problems.ts';
import type { Language } from '../language/language.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { checkingDrafts } from './check-draft.ts';
import { isOpen } from './check-groups.ts';
import CheckPanel from './check-panel.tsx';
import type { CheckPlace } from './check-place.ts';
import PathBar from './path-bar.tsx';
import { financialLaw, noLaws } from './pretend-rule.ts';
import type { Check } from './use-check.ts';
import type { CheckedDraft } from './use-checked.ts';
import type { AskedLaws } from './use-laws.ts';

afterEach(cleanup);
beforeEach(() => {
  pretendServer(() => ({ status: 200, body: { rows: [] } }));
});

const shipped = (id: string) => fieldsOf(shippedProcesses.find((process) => fieldsOf(process).id === id));
/** The first way out leads past the letter of receipt. */
const broken: object = JSON.parse(JSON.stringify(shipped('starter')).replace('"target":"#examining"', '"target":"#awaitingAnswer"'));
const problem: DraftProblem = { at: 'examining', field: [], place: 'Look into it', words: 'It leads nowhere.', severity: 'error' };

const chosen: string[] = [];
function Page({
  definition,
  state,
  laws,
}: {
  readonly definition: object;
  readonly state: CheckedDraft['state'];
  readonly laws: AskedLaws;
}) {
  const [place, go] = useState<CheckPlace | undefined>({});
  const [answer] = useState(() => checkingDrafts()({ definition, nested: [], laws }));
  const tree = treeOf(definition);
  const rule = answer.rules.find((one) => one.rule === place?.rule);
  const failure = rule?.failures[place?.way ?? -1];
  const check: Check = {
    checked: { state, answer },
    open: answer.rules.filter(isOpen).length,
    place,
    go,
    played: rule && failure ? { rule, failure, way: place?.way ?? 0, step: place?.step ?? 0 } : undefined,
    marks: undefined,
    clauses: new Map(),
    isCalled: true,
    call: () => undefined,
    told: undefined,
  };
  return (
    <>
      {check.played && <PathBar played={check.played} check={check} definition={definition} tree={tree} />}
      <CheckPanel
        check={check}
        definition={definition}
        tree={tree}
        act={undefined}
        problems={state === 'stopped' ? [problem] : []}
        onRepair={({ at }) => chosen.push(at)}
        onChoose={(element) => chosen.push(element)}
      />
    </>
  );
}
async function show(definition: object, language: Language = 'en', state: CheckedDraft['state'] = 'checked', laws = noLaws) {
  chosen.length = 0;
  await showPage(<Page definition={definition} state={state} laws={laws} />, { language });
  return await screen.findByRole('complementary');
}
const plain = (words: string | null | undefined) => (words ?? '').replaceAll(/[\u2066-\u2069]/g, '');
const item = (panel: HTMLElement, rule: string) => within(panel.querySelector<HTMLElement>(`[data-rule="${rule}"]`) ?? document.body);

test('what fails stands under its clause with what is wrong by the names people gave; all others are a choice away', async () => {
  const panel = await show(broken);
  within(panel).getByRole('heading', { level: 3, name: 'ISO 10002:2018' });
  within(panel).getByRole('heading', { level: 4, name: /^§ 7\.4 / });
  item(panel, '10002/7.4-A').getByText('Fails');
  expect(plain(panel.textContent)).toMatch(
    /Guidance implemented: \d+ of \d+ checkable points; \d+ open; rule pack \d+\.\d+(, \d+\.\d+)*\./,
  );
  expect(panel.textContent).not.toMatch(/complian(t|ce)|certified/i);
  expect(panel.querySelector('[data-verdict="holds"][data-rule]')).toBeNull();
  await userEvent.click(within(panel).getByRole('radio', { name: 'All' }));
  item(panel, '10002/7.8-A').getByText('Holds');
  await userEvent.click(item(panel, '10002/7.8-A').getAllByRole('button')[0] ?? document.body);
  expect(chosen).toHaveLength(1);
});

test('a law stands under its own title, with where it is written, how sure we are, and that no lawyer verified it', async () => {
  const panel = await show(shipped('starter'), 'en', 'checked', financialLaw);
  within(panel).getByRole('heading', { level: 3, name: 'Complaints on the Polish financial market' });
  within(panel).getByText('Version 3 · not verified by a lawyer');
  within(panel).getByText('Laws: 2 of 3 checkable points hold; 1 open.');
  expect(panel.textContent).toMatch(/Guidance implemented: (\d+) of \1 checkable points; 0 open/);
  const silence = item(panel, 'law:pl-financial/silence-accepted');
  silence.getByText('Fails');
  expect(plain(silence.getByText(/^Polish act/).textContent)).toBe(
    'Polish act on complaints to financial market entities (5 August 2015), art. 6, 7, 8 (partly from memory)',
  );
  expect(plain(panel.textContent)).toMatch(/Our time can run out and the case still end as “.+”, without a decision/);
});

test('a story is played by its buttons; its last step says why it breaks, and Escape puts it away', async () => {
  const panel = await show(broken);
  await userEvent.click(item(panel, '10002/7.4-A').getByRole('button', { name: 'Show how' }));
  const player = await screen.findByRole('region', { name: 'Played path' });
  const told = () => plain(within(player).getByRole('status').textContent);
  expect(told()).toMatch(/^Step 1 of 3 · day 0A case begins in “/);
  await userEvent.click(within(player).getByRole('button', { name: 'Next step' }));
  expect(told()).toMatch(/^Step 2 of 3 .* chooses “.*”\. The case goes to “/);
  await userEvent.click(within(player).getByRole('button', { name: 'Next step' }));
  expect(told()).toContain('Here it breaks:');
  const steps = within(panel).getAllByRole('listitem');
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step']);
  expect(plain(steps.at(-1)?.textContent)).toMatch(/Here it breaks:.*So far the complainant has been told/);
  await userEvent.click(within(panel).getByRole('button', { name: 'Way 2 of 3' }));
  expect(told()).toMatch(/^Step 1 of /);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Played path' })).toBeNull();
  expect(document.activeElement?.textContent).toBe('Show how');
});

test('as long as the draft cannot run, its problems stand there, and verdicts are those from before', async () => {
  const panel = await show(shipped('starter'), 'en', 'stopped');
  within(panel).getByText(/1 problem stops the draft/);
  within(panel).getByText('These verdicts are from before the last changes.');
  await userEvent.click(within(panel).getByRole('button', { name: 'Look into it' }));
  expect(chosen).toEqual(['examining']);
});

test('what is not decided says which bound was hit and how to decide it', async () => {
  const panel = await show(
    JSON.parse(JSON.stringify(shipped('complaint')).replaceAll('"definition":"escalation"', '"definition":"second"')),
  );
  item(panel, 'S-7').getByText('Not decided');
  expect(plain(item(panel, 'S-7').getByText(/is not known/).textContent)).toContain('Once it is published');
});

test('a must that breaks only where something goes wrong says so, and weighs as should', async () => {
  const unnoticed = JSON.stringify(shipped('starter')).replace(',{"type":"set","params":{"headTookOver":true}}', '');
  const panel = await show(JSON.parse(unnoticed));
  const { getByText } = item(panel, '10002/4.7-B');
  getByText('should');
  getByText(/As it is drawn, it holds/);
});

test.each([
  ['fa', 'نقض می‌شود', /رهنمود اجراشده: [۰-۹]+ از [۰-۹]+/],
  ['pl', 'Naruszone', /Wdrożone wytyczne: \d+ z \d+/],
] as const)('it is said in the language of the reader: %s', async (language, fails, summary) => {
  const panel = await show(broken, language);
  item(panel, '10002/7.4-A').getByText(fails);
  expect(panel.textContent).toMatch(summary);
});

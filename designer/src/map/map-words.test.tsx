/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen } from '@testing-library/react';
import { useConditionOf } from '../conditions/way-conditions.ts';
import type { Language } from '../language/language.ts';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { rowsFrom, rowsHeight } from './map-sizes.ts';
import { shortRow, spokenRow } from './map-words.ts';

afterEach(cleanup);

const complaint = fieldsOf(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'));
const tree = treeOf(complaint);

/** A way as the card shows it, and as it is told of. */
function Way({ address }: { readonly address: string }) {
  const about = { definition: complaint, tree, conditionOf: useConditionOf(complaint), say: useWords(), text: useText() };
  const row = tree.byId.get(address.split('/')[0] ?? '')?.rows.find((one) => one.address === address);
  if (!row) throw new Error(address);
  return (
    <>
      <p>{shortRow(row, about)}</p>
      <p>{spokenRow(row, about)}</p>
    </>
  );
}

const safety = 'assessing/on/assessed/0';

async function waysIn(language: Language, address: string): Promise<readonly (string | null)[]> {
  await showInWindow(<Way address={address} />, { language });
  return screen.getAllByRole('paragraph').map(({ textContent }) => textContent?.replaceAll(/[\u2066-\u2069]/g, '') ?? null);
}

test.each([
  [
    'en',
    '1. Assessment complete, if “Must something be done at once?” is “Yes” or “Severity” is at least “Critical”',
    '1. Assessment complete, if “Must something be done at once?” is “Yes” or “Severity” is at least “Critical”, leads to Stop harm',
  ],
  [
    'pl',
    '1. Ocena zakończona, jeśli „Czy trzeba działać od razu?” to „Tak” lub „Waga sprawy” wynosi co najmniej „Krytyczna”',
    '1. Ocena zakończona, jeśli „Czy trzeba działać od razu?” to „Tak” lub „Waga sprawy” wynosi co najmniej „Krytyczna”, prowadzi do: Zapobiegnij szkodzie',
  ],
  [
    'fa',
    '۱. ارزیابی شد، اگر «آیا باید بی‌درنگ اقدامی شود؟» برابر است با «بله» یا «شدت» دست‌کم برابر است با «بحرانی»',
    '۱. ارزیابی شد، اگر «آیا باید بی‌درنگ اقدامی شود؟» برابر است با «بله» یا «شدت» دست‌کم برابر است با «بحرانی»، می‌رسد به جلوگیری از زیان',
  ],
] as const)('a way with a condition says it on its card, and whole where it is told of: %s', async (language, onCard, told) => {
  expect(await waysIn(language, safety)).toEqual([onCard, told]);
});

test('a way without one is called as before', async () => {
  expect(await waysIn('en', 'assessing/on/assessed/1')).toEqual(['2. Assessment complete', '2. Assessment complete, leads to Investigate']);
});

test('the card of a step with a conditional way has room for two lines of it, and the ports stand at the middle of their rows', () => {
  const assessing = tree.byId.get('assessing');
  const [conditional, plain] = assessing?.rows ?? [];
  if (!conditional || !plain) throw new Error('two ways were expected');
  expect(rowsFrom(100, [conditional, plain, conditional]).map(({ middle }) => middle)).toEqual([122, 158, 194]);
  expect(rowsHeight([conditional, plain, conditional])).toBe(116);
});

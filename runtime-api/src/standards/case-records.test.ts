import { expect, test } from '@jest/globals';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { sampleCase } from '../../../test/tools/sample-bundle.ts';
import { never } from '../store/case-state.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { Store } from '../store/store.ts';
import { type CaseHead, recordOf, standingsOf } from './case-records.ts';

const { document, lines } = sampleCase('c1', 4);
const head: CaseHead = {
  ...{ _id: 'c1', organisation: 'green-bank', revision: 4, startedAt: document.startedAt, head: document.head },
  unsettled: { journal: [], effects: [] },
};
const standing = { isOpen: false, holders: [], values: {} };

/** A store that holds these lines, as far as one case is read from it. */
const holding = (kept: readonly JournalLine[]) =>
  ({ journal: { find: () => ({ sort: () => ({ lean: async () => kept }) }) } }) as unknown as Pick<Store, 'journal'>;
const isWhole = async (kept: readonly JournalLine[]) => (await recordOf(holding(kept), head, standing)).standing?.isWhole;

test('a journal is whole if each line is the one that was written, in its place; what came while it was read breaks nothing', async () => {
  expect(await isWhole(lines)).toBe(true);
  expect(await isWhole(lines.map((line, place) => (place === 1 ? { ...line, type: 'decided' } : line)))).toBe(false);
  expect(await isWhole(lines.slice(0, 3))).toBe(false);
  const [later] = sampleCase('c1', 5).lines.slice(4);
  if (!later) throw new Error('no line');
  expect(await isWhole([...lines, later])).toBe(true);
});

test('of a line goes on what rules and measures ask for: names of fields and receivers of letters, no value and no hash', async () => {
  const [first] = lines;
  if (!first) throw new Error('no line');
  const asked = {
    ...first,
    effects: [
      { key: 'k', kind: 'letter', letter: 'receipt', to: 'complainant' },
      { key: 'n', kind: 'number' },
    ],
  };
  const { lines: read } = await recordOf(holding([asked]), head, undefined);
  expect(read[0]).toEqual({
    ...{ revision: 1, at: first.at, type: 'examined', by: first.by, to: first.to, taken: [] },
    ...{ changed: ['facts'], filed: [], lettersTo: ['complainant'] },
  });
});

test('what a case holds is told by what the standards call it; a snapshot that is damaged holds nothing, and what is never due is not due', async () => {
  const rows = [
    {
      ...{ _id: 'c1', status: 'active', dueSort: '2026-03-01T09:00:00.000Z', tasks: [{ id: 't', assignee: 'harry' }, { id: 'u' }] },
      snapshot: JSON.stringify({ context: { category: 'Delivery', complainantName: 'Ada' } }),
    },
    { _id: 'c2', status: 'ended', dueSort: never, tasks: [], snapshot: '{' },
  ];
  const cases = { find: () => ({ lean: async () => rows }) } as unknown as Store['cases'];
  const found = await standingsOf({ cases }, [head], readProcess('complaint'));
  expect(found.get('c1')).toEqual({ isOpen: true, dueAt: rows[0]?.dueSort, holders: ['harry'], values: { category: 'Delivery' } });
  expect(found.get('c2')).toEqual({ isOpen: false, holders: [], values: {} });
  expect(await standingsOf({ cases }, [], readProcess('complaint'))).toEqual(new Map());
});

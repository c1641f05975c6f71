import type { Coverage } from '@redress/engine';

type Region = Coverage['questions'][number]['regions'][number];
type Gap = Coverage['gaps'][number];

/** What a row asks, column by column, that fits exactly where no other row does. */
export function gapTests({ questions }: Pick<Coverage, 'questions'>, { box }: Gap, columns: number): readonly string[] {
  const asked = box.flatMap(({ question, regions }) => {
    const { inputs, regions: all } = questions[question] ?? { inputs: [], regions: [] };
    // Where several columns ask the same, one of them is enough.
    return inputs.slice(0, 1).map((column) => [column, testOf(regions, all)] as const);
  });
  const tests = new Map(asked);
  return Array.from({ length: columns }, (_, column) => tests.get(column) ?? '-');
}

/** A cell that holds for these regions of a column and for no other. */
function testOf(chosen: readonly Region[], all: readonly Region[]): string {
  const left = all.filter((region) => !chosen.includes(region));
  if (left.length === 0 || all.some(({ is }) => is === 'all')) return '-';
  if (all.some(({ is }) => is === 'between'))
    return [...ranges(chosen, all), ...chosen.filter(({ is }) => is === 'empty').map(one)].join(', ');
  const isShorter = left.length < chosen.length;
  return isShorter || chosen.some(({ is }) => is === 'other') ? `not(${left.map(one).join(', ')})` : chosen.map(one).join(', ');
}

const one = (region: Region): string => (region.is === 'value' ? JSON.stringify(region.value) : 'null');

/** Regions of a line in their order, those beside each other as one. */
function ranges(chosen: readonly Region[], all: readonly Region[]): readonly string[] {
  const line = all.filter(({ is }) => is !== 'empty');
  const runs: Region[][] = [];
  let isOpen = false;
  for (const region of line) {
    const isChosen = chosen.includes(region);
    if (isChosen && isOpen) runs.at(-1)?.push(region);
    else if (isChosen) runs.push([region]);
    isOpen = isChosen;
  }
  return runs.map((run) => (run.length === line.length ? 'not(null)' : rangeOf(run)));
}

function rangeOf(run: readonly Region[]): string {
  const from = endOf(run[0], 'from');
  const to = endOf(run.at(-1), 'to');
  const [first] = run;
  if (run.length === 1 && first?.is === 'value') return one(first);
  if (from && to) return `${from.isIn ? '[' : '('}${from.value}..${to.value}${to.isIn ? ']' : ')'}`;
  if (to) return `${to.isIn ? '<=' : '<'} ${to.value}`;
  return from ? `${from.isIn ? '>=' : '>'} ${from.value}` : '-';
}

function endOf(region: Region | undefined, end: 'from' | 'to'): { readonly value: string; readonly isIn: boolean } | undefined {
  if (region?.is === 'value') return { value: one(region), isIn: true };
  const value = region?.is === 'between' ? region[end] : undefined;
  return value === undefined ? undefined : { value: JSON.stringify(value), isIn: false };
}

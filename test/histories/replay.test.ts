import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { definitionFile, type History, hashOf, historyFile, keptDefinition, processes, recorded, replay, textOf } from './history.ts';

const command = 'npx tsx --conditions=@redress/source test/histories/record.ts';
const histories = recorded();
const nameOf = ({ process, definition, seed }: History): string => `${process} ${definition.slice(0, 8)} ${seed}`;

test.each(histories.map((history) => [nameOf(history), history] as const))('%s: goes as it went', (_, history) => {
  const again = replay({ ...history, events: history.steps.map(({ event }) => event) }, keptDefinition(history.definition));
  expect(again.begun).toEqual(history.begun);
  for (const [index, { event, answer }] of history.steps.entries()) {
    // The first step that goes otherwise tells most.
    expect({ index, event: event.type, answer: again.answers[index] }).toEqual({ index, event: event.type, answer });
  }
});

test('every shipped procedure has histories of its present text', () => {
  const untold = processes.filter((process) => {
    const definition = hashOf(textOf(process));
    return !existsSync(definitionFile(definition)) || histories.filter((history) => history.definition === definition).length < 8;
  });
  const told = untold.map(
    (process) =>
      `The definition "${process}" has changed since its histories were recorded. The old ones stay and are replayed on the text they were recorded on; record new ones of the present text, look at them, and commit them: ${command}`,
  );
  expect(told).toEqual([]);
});

test('the histories go many ways: ends, deadlines, letters, sub-cases, refusals', () => {
  for (const process of processes) {
    const all = histories.filter((history) => history.process === process);
    const answers = all.flatMap(({ steps }) => steps.map(({ answer }) => answer));
    const rows = new Set(answers.flatMap((answer) => ('rows' in answer ? answer.rows : [])));
    const ends = all.filter(({ steps }) => steps.some(({ answer }) => 'outcome' in answer));
    expect(rows.size).toBeGreaterThan(12);
    expect(ends.length).toBeGreaterThan(2);
    expect([...rows].some((row) => row.includes('/after/'))).toBe(true);
    expect(answers.some((answer) => 'refused' in answer)).toBe(true);
  }
});

test('each history lies under its own name', () => {
  for (const history of histories) expect(existsSync(historyFile(history))).toBe(true);
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import { type Edit, perform } from './perform.ts';
import { schemas } from './pretend-definitions.ts';

const opened = (definition: unknown): DesignDocument => {
  const document = openDocument(definition);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const complaint = opened(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'));
const edit = (document: DesignDocument, ...commands: readonly Command[]): Edit => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const refused = (document: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(document, [command]);
  return done.ok ? undefined : done.refusal;
};
const tableOf = ({ definition }: DesignDocument, id: string) => fieldsOf(fieldsOf(definition.decisions)[id]);
const cellsOf = (document: DesignDocument, id: string, list: 'when' | 'then') =>
  listOf(tableOf(document, id).rows).map((row) => fieldsOf(row)[list]);
const errorsOf = (document: DesignDocument) => findingsOf(document, { schemas }).filter(({ severity }) => severity === 'error');

test('a new table asks and sets what was said, and what is added to it stands in every row', () => {
  const made = edit(complaint, {
    name: 'decision.add',
    payload: { title: { en: 'Who pays', fa: 'چه کسی می‌پردازد', pl: 'Kto płaci' }, input: 'severity', output: 'priority' },
  });
  expect(made.chosen).toEqual(['decision:whoPays']);
  const decision = 'whoPays';
  const { document } = edit(
    made.document,
    { name: 'table.row-add', payload: { decision, at: 0 } },
    { name: 'table.input-add', payload: { decision, input: { field: 'safetyImplication' } } },
    { name: 'table.output-add', payload: { decision, field: 'investigationDays' } },
    {
      name: 'table.write',
      payload: {
        decision,
        cells: [
          { row: 0, list: 'when', column: 0, value: '>= 3' },
          { row: 2, list: 'then', column: 0, value: 2 },
          { list: 'then', column: 1, value: 12 },
        ],
      },
    },
  );
  expect(cellsOf(document, decision, 'when')).toEqual([
    ['>= 3', '-'],
    ['-', '-'],
    ['-', '-'],
  ]);
  expect(cellsOf(document, decision, 'then')).toEqual([
    [null, null],
    [null, null],
    [2, null],
  ]);
  expect(tableOf(document, decision).otherwise).toEqual([null, 12]);
  expect(errorsOf(document)).toEqual([]);
});

test('a column goes with all its cells, moves with them, and takes no other with it', () => {
  const { document } = edit(
    complaint,
    { name: 'table.column-move', payload: { decision: 'pace', list: 'when', column: 2, to: 0 } },
    { name: 'table.column-remove', payload: { decision: 'pace', list: 'when', column: 1 } },
    { name: 'table.column-remove', payload: { decision: 'pace', list: 'then', column: 0 } },
  );
  expect(tableOf(document, 'pace').inputs).toEqual([{ field: 'impact' }, { field: 'safetyImplication' }]);
  expect(cellsOf(document, 'pace', 'when').slice(0, 3)).toEqual([
    ['-', 'true'],
    ['-', '-'],
    ['4', '-'],
  ]);
  expect(cellsOf(document, 'pace', 'then').slice(0, 2)).toEqual([[5], [8]]);
  expect(tableOf(document, 'pace').otherwise).toEqual([12]);
  expect(errorsOf(document)).toEqual([]);
});

test('a table in use stays, with the places that use it; one that nobody uses goes', () => {
  expect(refused(complaint, { name: 'decision.remove', payload: { decision: 'pace' } })).toMatchObject({
    code: 'in-use',
    uses: [expect.any(String)],
  });
  const made = edit(complaint, { name: 'decision.add', payload: { title: { en: 'Spare' } } });
  expect(edit(made.document, { name: 'decision.remove', payload: { decision: 'spare' } }).document.definition).toEqual(
    complaint.definition,
  );
});

test('“otherwise” asks nothing, and a cell beyond the columns is refused', () => {
  const write = (cell: object) => ({ name: 'table.write', payload: { decision: 'pace', cells: [cell] } }) as Command;
  expect(refused(complaint, write({ list: 'when', column: 0, value: '4' }))).toMatchObject({ code: 'not-here' });
  expect(refused(complaint, write({ row: 0, list: 'then', column: 2, value: 4 }))).toMatchObject({ code: 'not-here' });
});

test('rows are ordered and explained; what is odd in a row stays and refuses the edit', () => {
  const moved = edit(
    complaint,
    { name: 'table.row-move', payload: { decision: 'pace', row: 5, to: 0 } },
    { name: 'table.because', payload: { decision: 'pace', row: 0, language: 'pl', words: 'Bo tak' } },
  );
  expect(listOf(tableOf(moved.document, 'pace').rows)[0]).toMatchObject({ when: ['2', '-', '-'], because: { pl: 'Bo tak' } });
  expect(moved.words.id).toBe('edit.table-because');
  const odd = opened({ ...complaint.definition, decisions: { pace: { ...tableOf(complaint, 'pace'), rows: ['?'] } } });
  expect(refused(odd, { name: 'table.because', payload: { decision: 'pace', row: 0, language: 'en', words: 'x' } })).toEqual({
    code: 'odd-shape',
    key: 'rows',
  });
});

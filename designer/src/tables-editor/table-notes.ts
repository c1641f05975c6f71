import { type Coverage, coverageOf, type Json } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import { exampleWords } from './cell-words.ts';
import { type DraftTable, draftTable, namesOf } from './draft-table.ts';
import { gapTests } from './gap-tests.ts';
import type { TableView } from './use-table.ts';

/** Something that the table does, in a sentence, with the rows it is about; the one behind the last is “otherwise”. */
export interface TableNote {
  readonly words: string;
  readonly isProblem: boolean;
  readonly rows: readonly number[];
  /** Values of fields with which it happens. */
  readonly values: ReadonlyMap<string, Json>;
  /** Of values without a row, what a row would ask that fits them alone. */
  readonly tests?: readonly string[];
}
export interface TableNotes {
  /** Where no row fits; those with something empty come last. */
  readonly gaps: readonly TableNote[];
  readonly overlaps: readonly TableNote[];
  /** Rows that never count, and what is not decided. */
  readonly others: readonly TableNote[];
}

/** What is checked of a table; nothing for one that cannot be followed yet. */
export function checkedTable(definition: object, id: string): Coverage | undefined {
  const { decision } = draftTable(definition, id, () => '');
  return decision && decision.rows.length > 0 ? coverageOf(decision, namesOf(definition)) : undefined;
}

export function tableNotes({ table, speaking }: Pick<TableView, 'table' | 'speaking'>, coverage: Coverage): TableNotes {
  const { say } = speaking;
  const { questions } = coverage;
  const columnOf = (question: number) => table.inputs[questions[question]?.inputs[0] ?? 0];
  const about = (example: readonly Json[], asked: readonly number[]) =>
    exampleWords(
      asked.flatMap((question) => {
        const column = columnOf(question);
        return column ? [{ column, value: example[question] ?? null }] : [];
      }),
      speaking,
    );
  const valuesOf = (example: readonly Json[]) =>
    new Map(
      questions.flatMap((_, question) =>
        columnOf(question)?.id ? [[columnOf(question)?.id ?? '', example[question] ?? null] as const] : [],
      ),
    );
  const number = (row: number) => speaking.number(row + 1);
  const compared = questions.flatMap(({ regions }, question) => (regions.some(({ is }) => is !== 'all') ? [question] : []));

  const gaps = coverage.gaps.map((gap): TableNote & { readonly empties: number } => {
    const { box, example } = gap;
    const asked = box.map(({ question }) => question);
    const words = asked.length === 0 ? say('tables.gap-all') : say('tables.gap', { example: about(example, asked) });
    return {
      words,
      isProblem: false,
      rows: [table.rows.length],
      values: valuesOf(example),
      tests: gapTests(coverage, gap, table.inputs.length),
      empties: asked.filter((question) => example[question] === null).length,
    };
  });
  const overlaps = coverage.overlaps.map(({ rows, example, same }): TableNote => {
    const [one, other] = rows;
    const where = compared.length === 0 ? say('tables.always') : about(example, compared);
    const facts = { example: where, one: number(one), other: number(other) };
    return { words: say(overlapWords(table.hit, same), facts), isProblem: isConflict(table.hit, same), rows, values: valuesOf(example) };
  });
  const onRow =
    (words: MessageId) =>
    (row: number): TableNote => ({
      words: say(words, { row: number(row) }),
      isProblem: true,
      rows: [row],
      values: new Map(),
    });
  return {
    gaps: gaps.toSorted((one, other) => one.empties - other.empties),
    overlaps: overlaps.toSorted((one, other) => Number(other.isProblem) - Number(one.isProblem)),
    others: [
      ...coverage.never.map(onRow('tables.never')),
      ...coverage.hidden.map(onRow('tables.hidden')),
      ...coverage.undecided.map(
        ({ row, input }): TableNote => ({
          words: say('tables.undecided', { row: number(row), column: table.inputs[input]?.name ?? '' }),
          isProblem: false,
          rows: [row],
          values: new Map(),
        }),
      ),
      ...(coverage.isCut ? [{ words: say('tables.cut'), isProblem: false, rows: [], values: new Map() }] : []),
    ],
  };
}

const isConflict = (hit: DraftTable['hit'], same: boolean | undefined): boolean => hit === 'unique' || (hit === 'any' && same === false);

function overlapWords(hit: DraftTable['hit'], same: boolean | undefined): MessageId {
  if (hit === 'unique') return 'tables.overlap.unique';
  if (hit === 'first') return 'tables.overlap.first';
  if (hit === 'collect') return 'tables.overlap.collect';
  return same === true ? 'tables.overlap.same' : same === false ? 'tables.overlap.differ' : 'tables.overlap.perhaps';
}

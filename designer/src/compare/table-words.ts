import type { MessageId } from '../language/messages.ts';
import { fieldsOf, listOf, textOf, wordOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import { type Speaking, testWords, valueWords } from '../tables-editor/cell-words.ts';
import { type DraftTable, draftTable, type TableColumn, type TableRow } from '../tables-editor/draft-table.ts';
import { alike } from './aspects.ts';
import { chosen } from './fact-values.ts';
import { factLines, seenOn, setApart } from './facts.ts';
import type { Comparing, Side } from './named.ts';
import { pairedBetween } from './pairs.ts';

const hits: Readonly<Record<string, MessageId>> = {
  first: 'tables.hit.first',
  unique: 'tables.hit.unique',
  any: 'tables.hit.any',
  collect: 'tables.hit.collect',
};

/** What a decision table asks and sets, and each of its cells that differs. */
export function tableTold(id: string, comparing: Comparing): readonly string[] {
  const { say, text } = comparing;
  const [before, after] = [draftTable(comparing.before, id, text), draftTable(comparing.after, id, text)];
  const hit = (table: DraftTable, side: Side) => chosen(hits)(table.hit, seenOn(side, comparing));
  const columns = (list: readonly TableColumn[]) =>
    listed(
      list.map(({ name }) => setApart(name) ?? ''),
      say,
    );
  const lines = [
    ...factLines(say('tables.hit'), [hit(before, 'before'), hit(after, 'after')], comparing),
    ...factLines(say('tables.asks'), [columns(before.inputs), columns(after.inputs)], comparing),
    ...factLines(say('tables.sets'), [columns(before.outputs), columns(after.outputs)], comparing),
    ...formulasTold(id, comparing),
    ...rowsTold(before, after, comparing),
    ...cellsTold(
      say('tables.otherwise'),
      [saying(before, before.otherwise, comparing), saying(after, after.otherwise, comparing)],
      comparing,
    ),
  ];
  return lines.length > 0 ? lines : [say('compare.technical')];
}

/** What formula columns calculate, and what they are called in other languages. */
function formulasTold(id: string, comparing: Comparing): readonly string[] {
  const { say, text } = comparing;
  const inputs = (side: Side) => listOf(fieldsOf(fieldsOf(fieldsOf(comparing[side]).decisions)[id]).inputs).map(fieldsOf);
  const was = inputs('before');
  return inputs('after').flatMap((input, at) => {
    const old = was[at];
    if (old === undefined || typeof input.feel !== 'string' || typeof old.feel !== 'string') return [];
    const name = say('tables.column', { name: setApart(text(textOf(input.title)) || input.feel) });
    return [
      ...factLines(
        say('compare.within', { whole: name, part: say('tables.formula') }),
        [setApart(old.feel), setApart(input.feel)],
        comparing,
      ),
      ...factLines(name, [textOf(old.title), textOf(input.title)], comparing),
    ];
  });
}

/** The cells of a row by what their columns are about, in words. */
type Cells = ReadonlyMap<string, { readonly column: string; readonly words: string }>;
const keyOf = ({ id, feel, name }: TableColumn): string => id || feel || name;

function rowsTold(before: DraftTable, after: DraftTable, comparing: Comparing): readonly string[] {
  const { say } = comparing;
  return pairedBetween(before.rows, after.rows).flatMap((pair) => {
    const row = say('tables.row-of', { number: pair.at + 1 });
    const [was, now] = [pair.before, pair.after] as [TableRow | undefined, TableRow | undefined];
    const cells = (table: DraftTable, one: TableRow | undefined): Cells =>
      new Map(one === undefined ? [] : [...asking(table, one.when, comparing), ...saying(table, one.says, comparing)]);
    if (was === undefined || now === undefined) {
      const words = [...(now === undefined ? cells(before, was) : cells(after, now)).values()]
        .filter((cell) => cell.words !== setApart(say('tables.any')) && cell.words !== setApart(say('tables.nothing')))
        .map((cell) => say('panel.length-of', { name: setApart(cell.column), length: cell.words }));
      return [say(now === undefined ? 'compare.row-gone' : 'compare.row-new', { row, cells: listed(words, say) || say('tables.always') })];
    }
    return [
      ...cellsTold(row, [cells(before, was), cells(after, now)], comparing),
      ...factLines(say('compare.within', { whole: row, part: say('tables.why') }), [was.because, now.because], comparing),
    ];
  });
}

const speakingOf = ({ say, language, written }: Comparing): Speaking => ({ ...written, say, language });

const asking = ({ inputs }: DraftTable, tests: readonly unknown[], comparing: Comparing): Cells =>
  new Map(
    inputs.map((column, at) => [
      keyOf(column),
      { column: column.name, words: setApart(testWords(wordOf(tests[at]) ?? '-', column, speakingOf(comparing))) ?? '' },
    ]),
  );
const saying = ({ outputs }: DraftTable, values: readonly unknown[], comparing: Comparing): Cells =>
  new Map(
    outputs.map((column, at) => [
      `then ${keyOf(column)}`,
      { column: column.name, words: setApart(valueWords(values[at], column, speakingOf(comparing))) ?? '' },
    ]),
  );

/** Cells whose columns are in both tables. */
function cellsTold(row: string, [before, after]: readonly [Cells, Cells], comparing: Comparing): readonly string[] {
  return [...after].flatMap(([key, { column, words }]) => {
    const old = before.get(key);
    if (old === undefined || alike(old.words, words)) return [];
    return factLines(comparing.say('tables.cell', { row, column: setApart(column) }), [old.words, words], comparing);
  });
}

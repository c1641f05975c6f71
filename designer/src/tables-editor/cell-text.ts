import { type Json, readCell } from '@redress/engine';
import { readNumber } from '../calendar/digits.ts';
import { readDay } from '../calendar/read-day.ts';
import { sameLetters } from '../language/same-letters.ts';
import { asJson } from '../model/loose-json.ts';
import type { TableColumn } from './draft-table.ts';
import { plainTest, testText } from './plain-test.ts';

/** “Yes” and “No” as the reader writes them. */
export interface YesNo {
  readonly yes: string;
  readonly no: string;
}

/** A cell as plain text for a spreadsheet: choices by their titles, the rest as it is written. */
export function copiedTest(text: string, column: TableColumn, words: YesNo): string {
  const { is, values } = plainTest(text, column);
  const named = is === 'is' ? nameOf(values[0], column, words) : undefined;
  return named !== undefined && readTest(named, column, words) === text ? named : text;
}

/** What somebody pastes or types for a test: titles, numbers in any digits, signs such as ≥, a range, or FEEL. */
export function readTest(typed: string, column: TableColumn, words: YesNo): string {
  const text = typed.trim();
  if (text === '' || text === '-' || text === '–') return '-';
  const value = valueNamed(text, column, words);
  if (value !== undefined) return JSON.stringify(value);
  const several = text.split(/\s*[,،;]\s*/).map((part) => valueNamed(part, column, words));
  if (several.length > 1 && several.every((part) => part !== undefined)) return several.map((part) => JSON.stringify(part)).join(', ');
  const read = readCell(text);
  if (read.is === 'tests' || read.is === 'any') return text;
  const compared = /^(≥|>=|≤|<=|>|<|=|≠|!=)\s*(.+)$/u.exec(text);
  const bound = constant(compared?.[2] ?? '', column);
  if (compared && bound !== undefined) return signed(compared[1] ?? '', bound);
  const range = /^(.+?)\s*(?:\.\.|–|—|…| - )\s*(.+)$/u.exec(text);
  const [from, to] = [range?.[1], range?.[2]].map((end) => constant(end ?? '', column));
  if (from !== undefined && to !== undefined) return testText({ is: 'between', values: [from, to] }) ?? text;
  // Plain words are a text; where there are titles to choose from they stay as they are, and are told.
  return column.kind === 'text' && (read.is === 'broken' || isWords(text)) ? JSON.stringify(text) : text;
}

const isWords = (text: string): boolean => /^[\p{L}\p{N}\s.'’-]+$/u.test(text);

function signed(sign: string, value: string | number): string {
  const written = JSON.stringify(value);
  if (sign === '=') return written;
  if (sign === '≠' || sign === '!=') return `not(${written})`;
  return `${sign === '≥' ? '>=' : sign === '≤' ? '<=' : sign} ${written}`;
}

/** A number or a day, in any digits. */
function constant(typed: string, { kind }: TableColumn): string | number | undefined {
  if (kind === 'day') return readDay(typed);
  // A comma with a space behind it stands between two numbers.
  return (kind === 'number' || kind === 'scale') && !/[,،]\s/.test(typed) ? readNumber(typed) : undefined;
}

function valueNamed(text: string, column: TableColumn, { yes, no }: YesNo): Json | undefined {
  const named = column.options.filter(({ name }) => folded(name) === folded(text));
  const [option] = named;
  if (option && named.length === 1) return option.value;
  if (column.options.length > 0) {
    const number = column.kind === 'scale' ? readNumber(text) : undefined;
    return number !== undefined && column.options.some(({ value }) => value === number) ? number : undefined;
  }
  if (column.kind === 'yes-no' && [yes, 'true'].map(folded).includes(folded(text))) return true;
  if (column.kind === 'yes-no' && [no, 'false'].map(folded).includes(folded(text))) return false;
  return constant(text, column);
}

function nameOf(value: unknown, column: TableColumn, { yes, no }: YesNo): string | undefined {
  if (typeof value === 'boolean') return value ? yes : no;
  const option = column.options.find((one) => one.value === value);
  return option?.name ?? (typeof value === 'number' || (typeof value === 'string' && column.kind === 'day') ? String(value) : undefined);
}

const folded = (words: string): string => sameLetters(words.trim().toLocaleLowerCase());

/** A value that a row says, as plain text; what has none of its own as JSON. */
export function copiedValue(value: unknown, column: TableColumn, words: YesNo): string {
  if (value === null || value === undefined) return '';
  const named = Array.isArray(value)
    ? listNamed(value, column, words)
    : (nameOf(value, column, words) ?? (typeof value === 'string' ? value : undefined));
  const isSame = named !== undefined && JSON.stringify(readValue(named, column, words)) === JSON.stringify(value);
  return isSame ? named : `= ${JSON.stringify(value)}`;
}
const listNamed = (values: readonly unknown[], column: TableColumn, words: YesNo): string | undefined => {
  const named = values.map((value) => nameOf(value, column, words));
  return named.length > 0 && named.every((name) => name !== undefined) ? named.join(', ') : undefined;
};

/** What somebody pastes for a value; `=` begins a formula, and a formula that is nothing but a constant is that. */
export function readValue(typed: string, column: TableColumn, words: YesNo): Json {
  const text = typed.trim();
  if (text === '') return null;
  if (text.startsWith('=')) return constantIn(text.slice(1)) ?? text;
  const value = valueNamed(text, column, words);
  if (value !== undefined) return column.kind === 'several' ? [value] : value;
  if (column.kind !== 'several') return typed;
  const several = text.split(/\s*[,،;]\s*/).map((part) => valueNamed(part, column, words));
  return several.every((part) => part !== undefined) ? several : typed;
}

function constantIn(text: string): Json | undefined {
  try {
    return asJson(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Cells as spreadsheets hand them over: tabs between them, quotes around what holds a tab or a line. */
export const writeSheet = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');

export function readSheet(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /(?:^|(?<=[\t\n]))(?:"((?:[^"]|"")*)"(?=[\t\n\r]|$)|([^\t\n]*))(\t|\r?\n|$)/g;
  for (const [whole, quoted, plain, end] of text.replace(/\r?\n$/, '').matchAll(cells)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '').replace(/\r$/, '') : quoted.replaceAll('""', '"'));
    if (end?.endsWith('\n')) rows.push([]);
    if (whole === '' && end === '') break;
  }
  return rows;
}

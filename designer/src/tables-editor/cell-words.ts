import type { Json } from '@redress/engine';
import type { Written } from '../conditions/condition-words.ts';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import type { TableColumn } from './draft-table.ts';
import { plainTest, type TestKind } from './plain-test.ts';

/** What cells are said with: the catalogue, and how the reader writes days, numbers and lists. */
export interface Speaking extends Written {
  readonly say: Say;
  readonly language: string;
}

const words: Readonly<Record<Exclude<TestKind, 'is' | 'formula'>, MessageId>> = {
  any: 'tables.any',
  'is-not': 'tables.not',
  in: 'tables.in',
  'not-in': 'tables.not',
  'at-least': 'tables.at-least',
  more: 'tables.more',
  'at-most': 'tables.at-most',
  less: 'tables.less',
  between: 'tables.between',
  empty: 'tables.empty',
  filled: 'tables.filled',
};
const dayWords: Partial<Readonly<Record<TestKind, MessageId>>> = {
  'at-least': 'tables.from-day',
  more: 'tables.after-day',
  'at-most': 'tables.until-day',
  less: 'tables.before-day',
};

/** A cell as a few words; a formula as it is written. */
export function testWords(text: string, column: TableColumn, speaking: Speaking): string {
  const { say, language } = speaking;
  const { is, values, formula } = plainTest(text, column);
  if (is === 'formula') return formula ?? '';
  const named = values.map((value) => valueWords(value, column, speaking));
  if (is === 'is') return named[0] ?? '';
  const value = is === 'between' ? (named[0] ?? '') : new Intl.ListFormat(language, { type: 'disjunction' }).format(named);
  return say((column.kind === 'day' && dayWords[is]) || words[is], { value, to: named[1] ?? '' });
}

/** A value by its title, in the reader's digits and dates. */
export function valueWords(value: unknown, column: TableColumn, speaking: Speaking): string {
  const { say, language } = speaking;
  if (value === null || value === undefined) return say('tables.nothing');
  if (Array.isArray(value)) {
    const named = value.map((one) => valueWords(one, column, speaking));
    return named.length === 0 ? say('tables.nothing') : new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
  }
  const option = column.options.find((one) => one.value === value);
  if (option) return option.name;
  if (typeof value === 'boolean') return say(value ? 'field.yes' : 'field.no');
  if (typeof value === 'number') return speaking.number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return column.kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? speaking.date(value) : value;
}

/** An example of each question: “Amount” 200 and “Category” Delivery. */
export function exampleWords(example: readonly { readonly column: TableColumn; readonly value: Json }[], speaking: Speaking): string {
  const { say, language } = speaking;
  const each = example.map(({ column, value }) =>
    say('tables.example-one', { name: column.name, value: value === null ? say('tables.empty') : valueWords(value, column, speaking) }),
  );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(each);
}

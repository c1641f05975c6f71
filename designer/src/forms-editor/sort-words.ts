import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import { type FieldSort, fieldSorts } from '../model/field-sort.ts';

const sortWords: Readonly<Record<FieldSort, MessageId>> = {
  line: 'forms.sort.line',
  text: 'forms.sort.text',
  number: 'forms.sort.number',
  money: 'forms.sort.money',
  day: 'forms.sort.day',
  'yes-no': 'forms.sort.yes-no',
  choice: 'forms.sort.choice',
  choices: 'forms.sort.choices',
  list: 'forms.sort.list',
  file: 'forms.sort.file',
};

export const sortName = (sort: FieldSort | undefined, say: Say): string => say(sort === undefined ? 'forms.sort.other' : sortWords[sort]);
export const sortOptions = (say: Say) => fieldSorts.map((id) => ({ id, name: say(sortWords[id]) }));
export const sortNamed = (id: string): FieldSort | undefined => fieldSorts.find((sort) => sort === id);

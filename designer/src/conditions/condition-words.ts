import { isolated } from '../language/isolated.ts';
import type { Say } from '../language/words.tsx';
import { isFields } from '../model/loose-json.ts';
import { nameOfKind } from '../outline/finding-words.ts';
import type { Text } from '../outline/outline-words.ts';
import { type CaseField, caseFields, comparisonWords } from './case-fields.ts';
import { type Line, partOf } from './condition-parts.ts';
import { outcomeName } from './outcome-words.ts';

/** How the reader writes days and numbers. */
export interface Written {
  readonly date: (day: string) => string;
  readonly number: (value: number) => string;
}

/** A condition as part of a sentence: “Decision” is “Upheld” and “Score” is at least 3. What cannot be said in words stands as it is written. */
export function conditionWords(definition: object, condition: unknown, say: Say, text: Text, written: Written): string {
  const fields = caseFields(definition, text);
  const words = (part: unknown, isInside: boolean): string => {
    const read = partOf(part);
    switch (read.is) {
      case 'group': {
        const parts = read.parts.map((inner) => words(inner, read.parts.length > 1));
        const isAny = read.mode === 'any' || read.mode === 'none';
        const joined = parts.join(say(isAny ? 'condition.or' : 'condition.and'));
        if (read.mode === 'none' || read.mode === 'not-all') return say('condition.not-so', { condition: joined });
        return isInside && parts.length > 1 ? say('condition.bracketed', { condition: joined }) : joined;
      }
      case 'line':
        return lineWords(read.line, fields, say, written);
      case 'step':
        return say('condition.in-step', { step: isolated(nameOfKind('step', read.step, { definition, say, text }) || '…') });
      case 'ended':
        return say('condition.ended', {
          outcomes: isolated(read.outcomes.map((outcome) => outcomeName(outcome, text)).join(say('condition.or'))),
        });
      case 'formula':
        return say('condition.formula-holds', { formula: isolated(read.formula || '…') });
      default: {
        const name = isFields(part) ? part.type : part;
        return typeof name === 'string' ? say('condition.foreign', { name: isolated(name) }) : isolated(JSON.stringify(part) ?? '');
      }
    }
  };
  return words(condition, false);
}

function lineWords(line: Line, fields: readonly CaseField[], say: Say, written: Written): string {
  const field = fields.find(({ id }) => id === line.field);
  const name = say('condition.quoted', { name: isolated(field?.name ?? (line.field || '…')) });
  const comparison = comparisonWords(field?.kind ?? 'text', line.is);
  const asked = comparison === undefined ? line.is : say(comparison);
  const other = line.as === undefined ? undefined : fields.find(({ id }) => id === line.as);
  const value =
    line.as === undefined
      ? valueWords(line.value, field, say, written)
      : say('condition.quoted', { name: isolated(other?.name ?? line.as) });
  return say('condition.sentence', { field: name, asked, value, has: line.is === 'filled' || line.is === 'empty' ? 'nothing' : 'value' });
}

/** A value as a sentence names it: an answer by its words, a day as the reader writes days. */
export function valueWords(value: unknown, field: CaseField | undefined, say: Say, written: Written): string {
  if (value === undefined) return '…';
  if (Array.isArray(value)) return value.map((one) => valueWords(one, field, say, written)).join(say('condition.or'));
  const option = field?.options.find((one) => one.value === value);
  if (option) return say('condition.quoted', { name: isolated(option.name) });
  if (typeof value === 'boolean') return say(value ? 'condition.yes' : 'condition.no');
  if (typeof value === 'number') return written.number(value);
  if (typeof value !== 'string') return isolated(JSON.stringify(value));
  if (field?.kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return written.date(value);
  return say('condition.quoted', { name: isolated(value) });
}

import { competenceWords, meanings } from '@redress/definitions';
import { recordName, sourceName } from '../actions-editor/action-words.ts';
import { caseFields } from '../conditions/case-fields.ts';
import { conditionWords, valueWords } from '../conditions/condition-words.ts';
import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { fieldsOf, isText, listOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { listed } from '../outline/outline-words.ts';
import { ours } from '../when/calendars.ts';
import { tagWords } from '../when/clock-words.ts';
import { fullLength } from '../when/length-words.ts';
import { type Seen, setApart, type ValueWords } from './facts.ts';
import { named } from './named.ts';

/** One of a few words of the format; one that is none of them stands as it is written. */
export const chosen =
  (names: Readonly<Record<string, MessageId>>, usual?: MessageId): ValueWords =>
  (value, { say }) => {
    const word = wordOf(value);
    if (word === undefined) return usual === undefined ? undefined : setApart(say(usual));
    const name = names[word];
    return setApart(name === undefined ? word : say(name));
  };

/** Several of something, as one list. */
export const severalOf =
  (one: ValueWords): ValueWords =>
  (value, seen) =>
    listed(
      listOf(value).map((each) => String(one(each, seen) ?? '…')),
      seen.say,
    ) || undefined;

/** A part or a step, by the name that people gave it. */
export const partNamed =
  (kind: string): ValueWords =>
  (value, { comparing, side }) =>
    typeof value === 'string' ? named(kind, value, comparing, side) : undefined;

export const yesOrNo: ValueWords = (value, { say }) => setApart(say(value === true ? 'field.yes' : 'field.no'));
export const inLanguages: ValueWords = (value) => (isText(value) ? textOf(value) : undefined);
export const asWritten: ValueWords = (value, { written }) =>
  setApart(typeof value === 'number' ? written.number(value) : typeof value === 'string' ? value.trim() : undefined);
export const asDay: ValueWords = (value, { written }) => setApart(typeof value === 'string' ? written.date(value) : undefined);

export const asRecord: ValueWords = (value, { text }) => setApart(recordName(value, { text }));
export const asCompetence: ValueWords = (value, { text }) => setApart(text(competenceWords.get(String(value))) || String(value));
export const asAct: ValueWords = (value, { text }) =>
  typeof value === 'string' ? setApart(text(meanings.acts.get(value)?.title) || value.replace(/^x-/, '')) : undefined;
export const asProcedure: ValueWords = (value, { procedureName }) => setApart(wordOf(value) && procedureName(String(value)));
export const asCalendar: ValueWords = (value, { say }) => setApart(value === ours ? say('delay.calendar-ours') : wordOf(value));

export const asTag: ValueWords = (value, seen) => setApart(tagWords(String(value), treeOf(seen.definition), seen));
export const asPercent: ValueWords = (value, { say }) =>
  typeof value === 'number' ? setApart(say('compare.percent', { share: value / 100 })) : undefined;

/** A length of time by its id. */
export const asLength: ValueWords = (value, seen) =>
  typeof value === 'string' ? setApart(fullLength(fieldsOf(fieldsOf(fieldsOf(seen.definition).delays)[value]), seen)) : undefined;

export const asCondition: ValueWords = (value, { definition, say, text, written }) =>
  value === undefined ? undefined : conditionWords(definition, value, say, text, written);

/** A value of a field of the case; one that something else gives by where it comes from. */
export function caseValue(value: unknown, field: string | undefined, seen: Seen): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.startsWith('=')) return sourceName(value, seen) ?? setApart(value.slice(1).trim());
  const known = caseFields(seen.definition, seen.text).find(({ id }) => id === field);
  return valueWords(value, known, seen.say, seen.written);
}

/** What is handed over or called with: each name with its value. */
export const asValues: ValueWords = (value, seen) =>
  listed(
    Object.entries(fieldsOf(value)).map(([field, each]) =>
      seen.say('panel.length-of', { name: fieldName(field, seen), length: caseValue(each, field, seen) ?? seen.say('compare.none') }),
    ),
    seen.say,
  ) || undefined;
/** A field of the case, or of another one, by the name it has here. */
export const fieldName = (id: string, { definition, text }: Pick<Seen, 'definition' | 'text'>): string =>
  isolated(caseFields(definition, text).find((field) => field.id === id)?.name ?? id);

export const fieldsNamed: ValueWords = (value, seen) =>
  Array.isArray(value) ? severalOf(partNamed('field'))(wordsOf(value), seen) : undefined;

import { type Field, fieldFact, type Json, type Letter, type LetterEffect, type LetterFact, placeholdersOf } from '@redress/engine';
import { asJson, type Fields, fieldsOf, isText, listOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { usesOf } from '../model/uses.ts';
import tricky from './tricky-data.json' with { type: 'json' };

/** When the letter is written: the last afternoon of a Persian year, so that both calendars turn within its dates. */
export const writtenAt = '2027-03-20T13:30:00Z';
const dueSoon = '2027-03-21T20:30:00Z';
const dueDay = '2027-03-27';

/** Everything filled in, long and mixed; or only what a form requires. */
export type TrickyData = 'full' | 'sparse';
/** Which words of a paragraph are used: its text, other words by their place, or none as its condition does not hold. */
export type WordsUsed = 'text' | 'out' | number;

export interface TrickyLetter {
  readonly letters: Readonly<Record<string, Letter>>;
  readonly effect: LetterEffect;
  readonly late: Readonly<Record<string, string>>;
  /** Paragraphs that tell something by a field that is empty: with such data the server would not send the letter. */
  readonly stops: readonly { readonly block: number; readonly placeholder: string }[];
}

/** A letter of a draft with data that are hard to write, ready for the same rendering as on the server. */
export function trickyLetter(
  definition: object,
  id: string,
  { data, used }: { readonly data: TrickyData; readonly used: Readonly<Record<number, WordsUsed>> },
): TrickyLetter {
  const written = fieldsOf(fieldsOf(fieldsOf(definition).letters)[id]);
  const letter: Letter = {
    title: textOf(written.title),
    subject: textOf(written.subject),
    blocks: listOf(written.blocks).map((block) => ({
      text: textOf(fieldsOf(block).text),
      variants: listOf(fieldsOf(block).variants).map((variant) => ({ when: { feel: 'true' }, text: textOf(fieldsOf(variant).text) })),
    })),
  };
  const blocks = letter.blocks.flatMap((_, block) => {
    const words = used[block] ?? 'text';
    return words === 'out' ? [] : [{ block, ...(words === 'text' ? {} : { variant: words }) }];
  });
  const late = lateFacts(definition, written, data);
  const step = stepOf(definition, id);
  const factsOf = (names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => !(name in late)).map((name) => [name, factFor(name, { definition, step, data })]));
  const named = blocks.map(({ block, variant }) => {
    const words = letter.blocks[block];
    return { block, facts: factsOf(placeholdersOf((variant === undefined ? words?.text : words?.variants?.[variant]?.text) ?? {})) };
  });
  const tells = (block: number) => fieldsOf(listOf(written.blocks)[block]).tells !== undefined;
  return {
    letters: { [id]: letter },
    effect: {
      kind: 'letter',
      letter: id,
      to: wordsOf(written.to)[0] ?? '',
      step,
      blocks,
      facts: Object.assign(factsOf(placeholdersOf(letter.subject)), ...named.map(({ facts }) => facts)),
    },
    late,
    stops: named.flatMap(({ block, facts }) =>
      Object.entries(facts).flatMap(([placeholder, { is }]) => (is === 'empty' && tells(block) ? [{ block, placeholder }] : [])),
    ),
  };
}

/** What the server adds when it writes the letter. Only colleagues get a way to the case. */
function lateFacts(definition: object, letter: Fields, data: TrickyData): Readonly<Record<string, string>> {
  const role = fieldsOf(fieldsOf(fieldsOf(definition).roles)[wordsOf(letter.to)[0] ?? '']);
  const given = (words: string) => (data === 'full' ? words : '');
  return {
    'case.number': tricky.number,
    'recipient.name': tricky.name,
    'link.case': role.party === 'organisation' ? tricky.link : '',
    'organisation.name': tricky.organisation,
    'organisation.contact': tricky.contact,
    'organisation.externalBody': given(tricky.externalBody),
    'organisation.externalTimeLimit': given(tricky.externalTimeLimit),
  };
}

/** A step that sends it, else the first. */
export function stepOf(definition: object, letter: string): string {
  const places = placesOf(definition);
  return usesOf(definition, 'letter', letter).find((use) => places.has(use)) ?? [...places.keys()][0] ?? '';
}

interface About {
  readonly definition: object;
  readonly step: string;
  readonly data: TrickyData;
}
function factFor(name: string, { definition, step, data }: About): LetterFact {
  if (name === 'case.startedAt') return { is: 'instant', value: '2027-03-19T21:00:00Z' };
  if (name === 'step.due') return { is: 'instant', value: dueSoon };
  if (name.startsWith('clock.')) return { is: 'date', value: dueDay };
  if (name.startsWith('step.')) {
    const words = fieldsOf(placesOf(definition).get(step)?.state.meta)[name.slice('step.'.length)];
    return isText(words) ? { is: 'words', value: words } : { is: 'empty' };
  }
  const value = sampleValue(definition, name, data);
  if (value === undefined) return { is: 'empty' };
  const { schema, options } = fieldOf(definition, name);
  return fieldFact({ schema: schema as Field['schema'], options: options as Field['options'] & object }, value);
}

/** What a field of the case holds in these data; nothing where it is empty. */
export function sampleValue(definition: object, name: string, data: TrickyData): Json | undefined {
  const { written, schema, options } = fieldOf(definition, name);
  return data === 'sparse' && !isRequired(definition, name) ? undefined : valueFor(written, schema, options);
}

function fieldOf(definition: object, name: string) {
  const written = fieldsOf(fieldsOf(fieldsOf(definition).data)[name]);
  const options = listOf(written.options)
    .map(fieldsOf)
    .map(({ value, title }) => ({ value: asJson(value), title: textOf(title) }));
  return { written, schema: fieldsOf(written.schema), options };
}

function valueFor(field: Fields, schema: Fields, options: readonly { readonly value: Json; readonly title: object }[]): Json | undefined {
  const length = ({ title }: { readonly title: object }) => Object.values(title).join('').length;
  const longest = [...options].sort((one, other) => length(other) - length(one));
  if (field.holds === 'person') return tricky.person;
  if (field.holds === 'file') return [tricky.file];
  if (schema.type === 'array') return options.length > 0 ? longest.slice(0, 3).map(({ value }) => value) : tricky.words;
  if (longest[0]) return longest[0].value;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') {
    const most = typeof schema.maximum === 'number' ? schema.maximum : 1_234_567.5;
    return schema.type === 'integer' ? Math.floor(most) : most;
  }
  if (schema.format === 'date') return dueDay;
  if (schema.format === 'date-time') return dueSoon;
  return typeof schema.maxLength === 'number' && schema.maxLength <= 200 ? tricky.line : tricky.text;
}

/** Whether some form never lets it stay empty. */
function isRequired(definition: object, name: string): boolean {
  const forms = Object.values(fieldsOf(fieldsOf(definition).forms)).map(fieldsOf);
  const lines = forms.flatMap((form) => listOf(form.sections).flatMap((section) => listOf(fieldsOf(section).fields).map(fieldsOf)));
  return lines.some((line) => wordOf(line.field) === name && line.required === true && line.when === undefined);
}

import { fixedPlaceholders } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { nameOfKind } from '../outline/finding-words.ts';
import type { Text } from '../outline/outline-words.ts';

/** A field that a letter can name, by the name the reader gives it. */
export interface Placeholder {
  /** As it is written: `case.number`. */
  readonly id: string;
  readonly name: string;
  readonly group: PlaceholderGroup;
}
export type PlaceholderGroup = 'case' | 'dates' | 'step' | 'people' | 'data';
export const placeholderGroups: readonly PlaceholderGroup[] = ['case', 'dates', 'step', 'people', 'data'];

const fixed: Readonly<Record<(typeof fixedPlaceholders)[number], readonly [MessageId, PlaceholderGroup]>> = {
  'case.number': ['letters.field.case-number', 'case'],
  'case.startedAt': ['letters.field.case-startedAt', 'case'],
  'link.case': ['letters.field.link-case', 'case'],
  'step.due': ['letters.field.step-due', 'dates'],
  'step.title': ['letters.field.step-title', 'step'],
  'step.public': ['letters.field.step-public', 'step'],
  'recipient.name': ['letters.field.recipient-name', 'people'],
  'organisation.name': ['letters.field.organisation-name', 'people'],
  'organisation.contact': ['letters.field.organisation-contact', 'people'],
  'organisation.externalBody': ['letters.field.organisation-externalBody', 'people'],
  'organisation.externalTimeLimit': ['letters.field.organisation-externalTimeLimit', 'people'],
};

/** The closed list of what a letter can name, in the reader's words, group by group. */
export function placeholdersFor(definition: object, say: Say, text: Text): readonly Placeholder[] {
  const { data, clocks } = fieldsOf(definition);
  const all: readonly Placeholder[] = [
    ...fixedPlaceholders.map((id) => ({ id, name: say(fixed[id][0]), group: fixed[id][1] })),
    ...Object.keys(fieldsOf(clocks)).map((id) => ({
      id: `clock.${id}.due`,
      name: say('letters.field.clock', { name: nameOfKind('clock', id, { definition, say, text }) }),
      group: 'dates' as const,
    })),
    ...Object.entries(fieldsOf(data)).map(([id, field]) => ({
      id,
      name: text(textOf(fieldsOf(field).title)) || id,
      group: 'data' as const,
    })),
  ];
  return placeholderGroups.flatMap((group) => all.filter((one) => one.group === group));
}

/** What somebody typed between braces: as it is written, or by the name he reads, whatever the case. */
export function placeholderTyped(typed: string, known: readonly Placeholder[]): string | undefined {
  const fold = (words: string) => words.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase();
  return (known.find(({ id }) => id === typed.trim()) ?? known.find(({ name }) => fold(name) === fold(typed)))?.id;
}

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ComboBox } from '../base/combo-box.tsx';
import type { FieldProps } from '../base/field.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { findNames } from '../server/people.ts';
import { answerOf } from '../server/problem.ts';
import type { PersonName } from '../server/shapes/people.ts';

export interface PersonPickerProps extends FieldProps {
  readonly value: PersonName | undefined;
  readonly onChange: (person: PersonName | undefined) => void;
  /** Only people of these parties, e.g. complainants. */
  readonly parties?: readonly PersonName['party'][];
  /** What is typed, as long as nobody is chosen. */
  readonly onTyped?: (text: string) => void;
}

/** Somebody the organisation knows, found by typing. Emptied after each choice where `value` stays undefined. */
export function PersonPicker({ value, onChange, parties, onTyped, ...field }: PersonPickerProps) {
  const say = useWords();
  const [text, setText] = useState(value?.name ?? '');
  const search = useDeferredValue(text === value?.name ? '' : text.trim());
  const found = useQuery({
    queryKey: keys.names(search),
    queryFn: async ({ signal }) => answerOf(await findNames(search, signal)),
    placeholderData: (before) => before,
  });
  const people = (found.data?.rows ?? []).filter((person) => !parties || parties.includes(person.party));
  return (
    <ComboBox
      {...field}
      placeholder={say('person-picker.placeholder')}
      none={say(found.isPending ? 'page.loading' : 'person-picker.none')}
      options={people.map((person) => ({ id: person.id, name: person.name, note: say(`party.${person.party}`) }))}
      value={value?.id}
      text={text}
      onText={(typed) => {
        setText(typed);
        onTyped?.(typed);
      }}
      onChange={(id) => {
        const person = people.find((one) => one.id === id);
        onChange(person);
        setText(person && value !== undefined ? person.name : '');
      }}
    />
  );
}

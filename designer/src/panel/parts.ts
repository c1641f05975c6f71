import { fieldsOf, textOf } from '../model/loose-json.ts';
import { sections } from '../model/property-commands.ts';
import type { Text } from '../outline/outline-words.ts';

export type PartKind = keyof typeof sections;

/** The roles, forms, letters … of a draft by name, in the order of the definition. */
export function partsOf(definition: object, kind: PartKind, text: Text): readonly { readonly id: string; readonly name: string }[] {
  return Object.entries(fieldsOf(fieldsOf(definition)[sections[kind]])).map(([id, part]) => {
    const { title, label } = fieldsOf(part);
    return { id, name: text(textOf(kind === 'event' ? label : title)) || id };
  });
}

import type { ReadyBlock } from '@redress/definitions';
import { knownPlaceholders, type Text } from '@redress/engine';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';

/**
 * A ready paragraph for this procedure, in its languages. A field of another procedure becomes the one that means the same here, a due
 * date the one of a clock of this procedure, else of the step; what has no match is left open, as "…".
 */
export function readyText(definition: object, { text }: Pick<ReadyBlock, 'text'>): Text {
  const { data, clocks, languages } = fieldsOf(definition);
  const known = knownPlaceholders({ data: fieldsOf(data), clocks: fieldsOf(clocks) });
  const clock = Object.keys(fieldsOf(clocks))[0];
  const written = (name: string): string => {
    if (known.has(name)) return `{${name}}`;
    if (name.startsWith('clock.')) return clock === undefined ? '{step.due}' : `{clock.${clock}.due}`;
    const meaning = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const same = Object.entries(fieldsOf(data)).find(([, field]) => fieldsOf(field).means === meaning);
    return same ? `{${same[0]}}` : '…';
  };
  const spoken = wordsOf(languages);
  const chosen = Object.entries(text).filter(([language]) => spoken.length === 0 || spoken.includes(language));
  return Object.fromEntries(
    chosen.map(([language, words]) => [
      language,
      words.replaceAll(/\{([A-Za-z][A-Za-z0-9.]*)\}/g, (_whole, name: string) => written(name)),
    ]),
  );
}

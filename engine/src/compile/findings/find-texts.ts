import type { Definition } from '../../definition/definition.ts';
import { pointerTo } from '../../definition/pointer.ts';
import { unwritten } from '../../definition/unwritten.ts';
import { type Findings, found, warned } from './found.ts';

/** Keys under which the format keeps words for people. */
const wordKeys: ReadonlySet<string> = new Set(['title', 'summary', 'help', 'label', 'confirm', 'public', 'subject', 'text', 'because']);
/** Parts that hold values and not words, whatever their keys are called. */
const valueKeys: ReadonlySet<string> = new Set([
  'schema',
  'params',
  'guard',
  'when',
  'default',
  'value',
  'data',
  'with',
  'then',
  'otherwise',
]);

/**
 * Words that are missing in one of the definition's languages: `text-missing`, a warning. The first language stands in. Where somebody left a gap to be
 * written: `words-open`, and nobody may publish it.
 */
export function* findTexts(definition: Definition): Findings {
  const { data, publishes, ...rest } = definition;
  yield* inParts(rest, [], definition.languages);
  for (const [id, field] of Object.entries(data)) yield* inParts(field, ['data', id], definition.languages);
  for (const [id, text] of Object.entries(publishes ?? {}))
    if (text !== 'generated') yield* inText(text, ['publishes', id], definition.languages);
  if (definition.policy?.version === unwritten) yield found('words-open', '/policy/version', {});
}

function* inParts(part: object, path: readonly string[], languages: readonly string[]): Findings {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value !== 'object' || value === null) continue;
    const here = [...path, key];
    if (isWords(key, value)) yield* inText(value, here, languages);
    else if (!valueKeys.has(key)) yield* inParts(value, here, languages);
  }
}

/** A text of the format: an object of strings under a key for words. Ids may be called `title` too, but hold no strings by language. */
const isWords = (key: string, value: object): boolean =>
  wordKeys.has(key) && !Array.isArray(value) && Object.values(value).every((words) => typeof words === 'string');

function* inText(text: object, path: readonly string[], languages: readonly string[]): Findings {
  for (const language of languages) if (!Object.hasOwn(text, language)) yield warned('text-missing', pointerTo(path), { language });
  for (const [language, words] of Object.entries(text))
    if (words === unwritten) yield found('words-open', pointerTo([...path, language]), {});
}

import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { type Fields, textOf, wordsOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import { alike } from './aspects.ts';
import { type Comparing, languageName, namesOf } from './named.ts';
import { besides } from './read-procedure.ts';

/** Says what differs of some members of an element; nothing where it has no words for it. */
export interface Teller {
  /** Beginnings of the paths it speaks about. */
  readonly of: readonly string[];
  readonly tell: (before: Fields, after: Fields) => readonly string[];
}

/** Another name; in other languages than the reader's it is told in which. */
export function renamed(before: unknown, after: unknown, { say, text }: Comparing): readonly string[] {
  const [was, now] = [textOf(before), textOf(after)];
  if (alike(was, now)) return [];
  if (text(was) !== text(now) && text(was) !== '' && text(now) !== '')
    return [say('compare.renamed', { before: isolated(text(was)), after: isolated(text(now)) })];
  const languages = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((language) => was[language] !== now[language]);
  return [
    say('compare.renamed-in', {
      languages: listed(
        languages.map((language) => languageName(language, say)),
        say,
      ),
    }),
  ];
}

/** What came to a list of ids and what went from it. */
export function listTold(
  kind: string,
  [before, after]: readonly [unknown, unknown],
  words: { readonly more: MessageId; readonly less: MessageId },
  comparing: Comparing,
): readonly string[] {
  const [more, less] = [besides(wordsOf(after), wordsOf(before)), besides(wordsOf(before), wordsOf(after))];
  return [
    ...(more.length === 0 ? [] : [comparing.say(words.more, { names: namesOf(kind, more, comparing) })]),
    ...(less.length === 0 ? [] : [comparing.say(words.less, { names: namesOf(kind, less, comparing, 'before') })]),
  ];
}

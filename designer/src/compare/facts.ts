import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { type Fields, fieldsOf, isFields, textOf } from '../model/loose-json.ts';
import { alike } from './aspects.ts';
import type { Aspect } from './change.ts';
import { excerpts } from './excerpts.ts';
import { type Comparing, languageName, type Side, tellingOf } from './named.ts';
import type { Teller } from './tellers.ts';

/** A property that is told by what it was and what it is now. */
export interface Fact {
  /** Beginnings of the paths it speaks about. */
  readonly of: readonly string[];
  readonly name: MessageId;
  /** What it is in one of the two versions; nothing where it is not there. In languages where it is written in several. */
  readonly value: (element: Fields, seen: Seen) => string | Words | undefined;
}
/** The same words in several languages. */
export type Words = Readonly<Record<string, string>>;
/** From which of the two versions something is told. */
export type Seen = ReturnType<typeof tellingOf> & { readonly side: Side; readonly comparing: Comparing };
/** A value as a sentence names it. */
export type ValueWords = (value: unknown, seen: Seen) => string | Words | undefined;

export const fact = (at: string, name: MessageId, words: ValueWords): Fact => ({
  of: [at],
  name,
  value: (element, seen) => words(valueAt(element, at), seen),
});
export const valueAt = (element: unknown, at: string): unknown =>
  at.split('/').reduce<unknown>((value, key) => fieldsOf(value)[key], element);

export const factTellers = (facts: readonly Fact[], comparing: Comparing): readonly Teller[] =>
  facts.map(({ of, name, value }) => ({
    of,
    tell: (before, after) =>
      factLines(comparing.say(name), [value(before, seenOn('before', comparing)), value(after, seenOn('after', comparing))], comparing),
  }));
/** What differs and is called the same: what was usual is now written down, or another one has the same name. */
export const alikeTellers = (facts: readonly Fact[], aspects: readonly Aspect[], comparing: Comparing): readonly Teller[] =>
  facts.map(({ of, name, value }) => ({
    of,
    tell: (_before, after) => {
      const words = value(after, seenOn('after', comparing));
      if (typeof words !== 'string') return [];
      const isWritten = aspects.every((aspect) => aspect.before !== undefined && aspect.after !== undefined);
      return [comparing.say(isWritten ? 'compare.another' : 'compare.as-before', { name: comparing.say(name), value: words })];
    },
  }));

export const seenOn = (side: Side, comparing: Comparing): Seen => ({ ...tellingOf(comparing, side), side, comparing });

/** "Priority: usual → high". Of words in several languages, a line for each in which they differ, the reader's first. */
export function factLines(
  name: string,
  [before, after]: readonly [string | Words | undefined, string | Words | undefined],
  comparing: Comparing,
): readonly string[] {
  if (alike(before, after)) return [];
  const { say } = comparing;
  const line = (what: string, was: string | undefined, now: string | undefined) =>
    say('compare.fact', { name: what, before: was || say('compare.none'), after: now || say('compare.none') });
  if (!isFields(before) && !isFields(after)) return [line(name, before, after)];
  // A draft may call a language like something that every object has.
  const [was, now] = [before, after].map((words) => new Map(Object.entries(textOf(words)))) as [Map<string, string>, Map<string, string>];
  const differing = [...new Set([...was.keys(), ...now.keys()])].filter((language) => was.get(language) !== now.get(language));
  const own = (language: string) => language === comparing.language;
  return differing
    .toSorted((one, other) => Number(own(other)) - Number(own(one)))
    .map((language) => {
      const what = own(language) ? name : say('panel.words-in', { what: name, language: languageName(language, say) });
      const [old, next] = excerpts(was.get(language) ?? '', now.get(language) ?? '');
      return line(what, quoted(old, language), quoted(next, language));
    });
}

/** Words of a language in its own direction; unlike a name (`isolated`) they are not set apart by their weight. */
const quoted = (words: string, language: string): string =>
  words === '' ? '' : `${rightToLeft.has(language) ? '\u2067' : '\u2066'}${words}\u2069`;
const rightToLeft: ReadonlySet<string> = new Set(['fa', 'ar', 'he', 'ur']);

export const setApart = (words: string | undefined): string | undefined => (words ? isolated(words) : undefined);

import { actionWords } from '../actions-editor/action-words.ts';
import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { type Fields, fieldsOf, listOf, textOf, wordsOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import type { TabId } from '../panel/tab-of.ts';
import { alike } from './aspects.ts';
import type { Aspect } from './change.ts';
import { type Comparing, namesOf, type Side, tellingOf } from './named.ts';
import { besides } from './read-procedure.ts';

/** Says what differs of some members of an element; nothing where it has no words for it. */
export interface Teller {
  /** Beginnings of the paths it speaks about. */
  readonly of: readonly string[];
  readonly tell: (before: Fields, after: Fields) => readonly string[];
}

const tabs: Readonly<Record<TabId, MessageId>> = {
  what: 'panel.what',
  who: 'panel.who',
  when: 'panel.when',
  data: 'panel.data',
  letters: 'panel.letters',
  proof: 'panel.proof',
  technical: 'panel.technical',
};

/** What differs, line by line; whatever nobody has words for by the part of the panel in which it stands. */
export function linesOf(
  aspects: readonly Aspect[],
  {
    before,
    after,
    tellers,
    tabOf,
    comparing,
  }: {
    readonly before: unknown;
    readonly after: unknown;
    readonly tellers: readonly Teller[];
    readonly tabOf: (path: string) => TabId;
    readonly comparing: Comparing;
  },
): readonly string[] {
  const told = new Set<Aspect>();
  const lines = tellers.flatMap(({ of, tell }) => {
    const mine = aspects.filter(({ path }) => of.some((start) => holds(start, path) || holds(path, start)));
    const said = mine.length === 0 ? [] : tell(fieldsOf(before), fieldsOf(after));
    if (said.length > 0) for (const aspect of mine) told.add(aspect);
    return said;
  });
  const left = new Set(aspects.filter((aspect) => !told.has(aspect)).map(({ path }) => tabOf(path)));
  const { say } = comparing;
  const more = lines.length === 0 ? 'compare.something' : 'compare.more';
  return [...lines, ...[...left].map((tab) => say(more, { tab: say(tabs[tab]) }))];
}
const holds = (start: string, path: string): boolean => start === '' || path === start || path.startsWith(`${start}/`);

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

const languageNames: Readonly<Record<string, MessageId>> = {
  en: 'finding.language.en',
  fa: 'finding.language.fa',
  pl: 'finding.language.pl',
};
export function languageName(language: string, say: Comparing['say']): string {
  const known = languageNames[language];
  return known === undefined ? language : say(known);
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

/** What is done by itself and was not, and the other way round. */
export function actionsTold(
  [before, after]: readonly [unknown, unknown],
  words: { readonly more: MessageId; readonly less: MessageId },
  comparing: Comparing,
): readonly string[] {
  const without = (one: unknown, other: unknown) => listOf(one).filter((action) => !listOf(other).some((each) => alike(action, each)));
  const said = (actions: readonly unknown[], side: Side) => actions.map((action) => actionWords(action, tellingOf(comparing, side)));
  const [more, less] = [said(without(after, before), 'after'), said(without(before, after), 'before')];
  // Where only something behind the names is another, saying both would say nothing.
  return [
    ...more.filter((action) => !less.includes(action)).map((action) => comparing.say(words.more, { action })),
    ...less.filter((action) => !more.includes(action)).map((action) => comparing.say(words.less, { action })),
  ];
}

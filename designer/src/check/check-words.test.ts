import { describe, expect, test } from '@jest/globals';
import { furtherProcesses, lawPacks, packs, shippedProcesses, templates } from '@redress/definitions';
import { createIntl } from 'react-intl';
import { conditionsOf } from '../conditions/way-conditions.ts';
import { languages } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { checkingDrafts } from './check-draft.ts';
import { lackName, messageWords } from './message-words.ts';
import { stepWords } from './path-words.ts';
import type { SpeakingOfDraft } from './speaking.ts';

async function speakingOf(definition: object, language: (typeof languages)[number]): Promise<SpeakingOfDraft> {
  const fail = (error: Error) => {
    throw error;
  };
  const say = sayWith(createIntl({ locale: language, messages: await loadMessages(language), onError: fail }));
  const text: SpeakingOfDraft['text'] = (words) => words?.[language] ?? Object.values(words ?? {})[0] ?? '';
  const conditionOf = conditionsOf(definition, { say, text, language, timeZone: 'UTC' });
  return { definition, tree: treeOf(definition), conditionOf, say, text, procedureName: (id) => id };
}
const plain = (words: string) => words.replaceAll(/[\u2066-\u2069]/g, '');
const check = checkingDrafts();
/** Every law, on a day on which they all are in force. */
const laws = { chosen: lawPacks.map(({ id }) => id), day: '2028-06-01' };
const named = [...shippedProcesses, ...furtherProcesses, ...templates].map((definition) => ({
  id: String(fieldsOf(definition).id),
  definition: definition as object,
}));

describe.each(languages)('in %s', (language) => {
  test.each(named)('everything that the check of $id finds is said whole, without a technical name', async ({ definition }) => {
    const speaking = await speakingOf(definition, language);
    for (const { failures, words } of check({ definition, nested: [], laws }).rules)
      for (const failure of failures) {
        const message = plain(messageWords(words.message, failure, speaking));
        expect(message).not.toMatch(/[{}]|\bundefined\b|\[object|\w+[a-z][A-Z]\w+/);
        for (const [index] of failure.path.entries()) {
          const { what, beside } = stepWords(failure.path, index, speaking);
          expect(what).toMatch(/[.:]$/);
          for (const line of [what, ...beside]) expect(plain(line)).not.toMatch(/[{}]|\bundefined\b|\[object|\w+[a-z][A-Z]\w+|: ?[.]/);
        }
      }
  });

  test('every word that a rule can miss is a word of people', async () => {
    const speaking = await speakingOf({}, language);
    const asked = packs.flatMap(({ rules }) => rules.flatMap(({ rule }) => wordsAsked(rule.property)));
    expect(asked.length).toBeGreaterThan(50);
    const raw = asked.filter(({ word, at }) => plain(lackName(word, at, speaking)) === word);
    // A procedure that is linked is called by its title, which is not known here; some plain words of English are the very words of the rules.
    const unsaid = raw.filter(({ word, at }) => at !== '/links' && (language !== 'en' || /[A-Z-]/.test(word)));
    expect(new Set(unsaid.map(({ word }) => word))).toEqual(new Set());
  });
});

/** Words that predicates and properties list, each with the place where it would be missing. */
function wordsAsked(part: unknown): readonly { readonly word: string; readonly at: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = fieldsOf(part);
  const lists: readonly (readonly [unknown, string])[] = [
    [own.contents, ''],
    [own.fields, ''],
    [own.is === 'records' || own.is === 'hides' ? own.records : [], ''],
    [own.is === 'excludes' ? own.roles : [], ''],
    [own.names, `/${String(own.form === 'kpi' ? 'kpis' : own.form === 'linked' ? 'links' : own.form)}`],
  ];
  const here = lists.flatMap(([words, at]) => (Array.isArray(words) ? words.map((word) => ({ word: String(word), at })) : []));
  return [...here, ...(Array.isArray(part) ? part : Object.values(own)).flatMap(wordsAsked)];
}

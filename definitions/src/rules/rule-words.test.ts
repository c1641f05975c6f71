import { describe, expect, test } from '@jest/globals';
import type { Predicate } from '../check/predicate.ts';
import type { Property } from '../check/property.ts';
import { packs } from './packs.ts';
import { ruleWords } from './rule-words.ts';

const rules = packs.flatMap((pack) => pack.rules.map(({ rule }) => rule));
const languages = ['en', 'fa', 'pl'] as const;
const placeholdersIn = (words = '') => [...words.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '').sort();

test('every rule has its words, and all words belong to a rule', () => {
  expect([...ruleWords.keys()].sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe.each(rules.map((rule) => ({ rule, words: ruleWords.get(rule.id) })))('$rule.id', ({ rule, words }) => {
  test('says in three languages what it asks for, and what is wrong', () => {
    for (const text of [words?.requirement, words?.message]) {
      expect(Object.keys(text ?? {})).toEqual([...languages]);
      for (const language of languages) expect(text?.[language]?.trim()).toMatch(/^\S.*[.]$/s);
    }
    expect(placeholdersIn(Object.values(words?.requirement ?? {}).join())).toEqual([]);
  });

  test('names what is known when it fails, the same in all languages', () => {
    const [first, ...others] = languages.map((language) => placeholdersIn(words?.message[language]));
    for (const other of others) expect(other).toEqual(first);
    const known = factsOf(rule.property);
    expect((first ?? []).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('is written as people of that language write', () => {
    const persian = `${words?.requirement.fa} ${words?.message.fa}`.replaceAll(/\{[^}]*\}/g, '');
    expect(persian).not.toMatch(/[يكىۀ٠-٩0-9A-Za-z“”„"]|ه ی |\bمی |نمی /);
    const polish = `${words?.requirement.pl} ${words?.message.pl}`;
    expect(polish).not.toMatch(/[“"«»]|\bstan(u|em|ie)?\b(?! sprawy)|\bzdarzeni/i);
    const english = `${words?.requirement.en} ${words?.message.en}`;
    expect(english).not.toMatch(/["'„«»]|\b(state|event|guard|actor|transition)\b(?!\})/i);
  });
});

/** What a failure of each form of rule tells about itself. */
function factsOf(property: Property): readonly string[] {
  switch (property.form) {
    case 'before':
      return factsOfElement(property.then);
    case 'never-after':
      return factsOfElement(property.never);
    case 'available':
    case 'live':
    case 'no-dead':
    case 'every':
    case 'between':
    case 'after':
      return ['state'];
    case 'all':
      return [...factsOfElement(property.each), ...(lists(property.is) ? ['missing'] : [])];
    case 'distinct':
      return ['first', 'state', 'role'];
    case 'within':
      return ['days', 'promised'];
    case 'loops':
      return ['cycle'];
    case 'child-time':
      return ['state', 'days', 'process', 'takes'];
    case 'branches':
      return ['state', 'event', 'field', 'value'];
    case 'contract':
      return ['state', 'stage', 'missing'];
    case 'publishes':
    case 'roles':
    case 'kpi':
    case 'linked':
    case 'declares':
      return ['missing'];
    case 'channels':
      return ['count', 'least', 'missing'];
    case 'competence':
      return ['role'];
    case 'privacy':
      return ['field', 'roles'];
    case 'both': {
      const [first = [], ...others] = property.of.map(factsOf);
      return first.filter((name) => others.every((known) => known.includes(name)));
    }
    case 'reach':
    case 'measured':
    case 'attested':
      return [];
  }
}

/** A way is named with the step that it leaves. */
const factsOfElement = (predicate: Predicate) => (speaksOfWays(predicate) ? ['state', 'event'] : ['state']);

function speaksOfWays(predicate: Predicate): boolean {
  switch (predicate.is) {
    case 'and':
      return predicate.of.some(speaksOfWays);
    case 'or':
      return predicate.of.every(speaksOfWays);
    default:
      return ['done', 'event', 'ended-by', 'by', 'consent', 'binding', 'timer', 'overdue', 'from-stage', 'to', 'target-tells'].includes(
        predicate.is,
      );
  }
}

/** Whether it asks for a list of words, some of which may lack. */
function lists(predicate: Predicate): boolean {
  if (predicate.is === 'and' || predicate.is === 'or') return predicate.of.some(lists);
  return ['excludes', 'hides', 'tells', 'records', 'fields', 'asks', 'target-tells'].includes(predicate.is);
}

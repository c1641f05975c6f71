import { lawPacks, lawWords, type RuleWords, ruleWords } from '@redress/definitions';
import type { Json, JsonObject } from '@redress/engine';
import type { Titles } from './titles-in.ts';

/** The words of every rule, those of laws too, by its id. */
export const wordsOfRules: ReadonlyMap<string, RuleWords> = new Map([...ruleWords, ...lawPacks.flatMap((law) => [...lawWords(law)])]);

/** A message with the facts put in for its placeholders. */
export function toldIn(message: string, facts: JsonObject, titles: Titles, number: (value: number) => string = String): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) =>
    // A word of the rules is no part of the procedure: a field that has the same name would be taken for it.
    said(
      facts[name] ?? null,
      name === 'missing' || name === 'stage' ? (word) => titles(word, 'roles') ?? word.replaceAll('-', ' ') : titles,
      number,
    ),
  );
}

function said(fact: Json, titles: Titles, number: (value: number) => string): string {
  if (typeof fact === 'string') return titles(fact) ?? fact;
  if (typeof fact === 'number') return number(fact);
  if (Array.isArray(fact)) return fact.map((each: Json) => said(each, titles, number)).join(', ');
  // Facts have no infinity: a number of days that is missing is for ever.
  if (fact === null) return '∞';
  if (typeof fact !== 'object') return String(fact);
  // Where a slow run rests: the step, and its days.
  return Object.values(fact)
    .map((each: Json) => said(each, titles, number))
    .join(' ');
}

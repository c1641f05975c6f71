import { lawPacks, lawWords, type RuleWords, ruleWords } from '@redress/definitions';
import type { Compiled, Json, JsonObject } from '@redress/engine';

/** The words of every rule, those of laws too, by its id. */
export const wordsOfRules: ReadonlyMap<string, RuleWords> = new Map([...ruleWords, ...lawPacks.flatMap((law) => [...lawWords(law)])]);

/** English titles of steps, events, roles and fields, as far as a procedure has them. */
export function titlesOf({ definition, states }: Compiled): Titles {
  return (id) =>
    states.get(id)?.definition.meta?.title.en ??
    definition.events[id]?.label.en ??
    definition.roles[id]?.title.en ??
    definition.data[id]?.title.en;
}

type Titles = (id: string) => string | undefined;

/** A message with the facts put in for its placeholders. */
export function toldIn(message: string, facts: JsonObject, titles: Titles, number: (value: number) => string = String): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => said(facts[name] ?? null, titles, number));
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

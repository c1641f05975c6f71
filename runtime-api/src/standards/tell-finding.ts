import type { Compiled, Json, JsonObject } from '@redress/engine';

/** English titles of steps, events, roles and fields, as far as a procedure has them. */
export function titlesOf({ definition, states }: Compiled): (id: string) => string | undefined {
  return (id) =>
    states.get(id)?.definition.meta?.title.en ??
    definition.events[id]?.label.en ??
    definition.roles[id]?.title.en ??
    definition.data[id]?.title.en;
}

/** A message with the facts put in for its placeholders. */
export function toldIn(message: string, facts: JsonObject, titles: (id: string) => string | undefined): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => said(facts[name] ?? null, titles));
}

function said(fact: Json, titles: (id: string) => string | undefined): string {
  if (typeof fact === 'string') return titles(fact) ?? fact;
  if (Array.isArray(fact)) return fact.map((each: Json) => said(each, titles)).join(', ');
  // Facts have no infinity: a number of days that is missing is for ever.
  if (fact === null) return '∞';
  if (typeof fact !== 'object') return String(fact);
  // Where a slow run rests: the step, and its days.
  return Object.values(fact)
    .map((each: Json) => said(each, titles))
    .join(' ');
}

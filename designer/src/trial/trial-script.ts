import type { JsonObject, Script, ScriptStep } from '@redress/engine';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';

/** A story while it is told: its steps, and how many of them are played. Those after are kept until something else is done. */
export interface Story {
  readonly script: Script;
  readonly upTo: number;
  /** What a new step put away, with where it stood: it can be brought back. */
  readonly before?: Story;
  /** The scenario that it was opened from. */
  readonly scenario?: string;
}

export const played = ({ script, upTo }: Story): Script => ({ ...script, steps: script.steps.slice(0, upTo) });

/** One more step at the point that is shown. */
export function withStep(story: Story, step: ScriptStep): Story {
  const { script, upTo } = story;
  const ahead = script.steps.length > upTo;
  const next = { ...story, script: { ...script, steps: [...script.steps.slice(0, upTo), step] }, upTo: upTo + 1 };
  const { before: _older, ...rest } = next;
  return ahead ? { ...rest, before: story } : rest;
}

export const backTo = (story: Story, upTo: number): Story => ({ ...story, upTo: Math.max(0, Math.min(upTo, story.script.steps.length)) });

/** Everybody who has a role in one of the procedures, one person each: who is kept away from a task by another one is somebody else. */
export const peopleOf = (definitions: readonly object[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(definitions.flatMap((definition) => Object.keys(fieldsOf(fieldsOf(definition).roles))).map((role) => [role, [role]]));

/** Somebody else who holds the same roles: who is kept away from a task is one person, not a role. */
export function withAnother(story: Story, person: string): { readonly story: Story; readonly person: string } {
  const { script } = story;
  const [role = person] = person.split(another);
  let number = 2;
  while (Object.hasOwn(script.people, `${role}${another}${number}`)) number += 1;
  const added = `${role}${another}${number}`;
  return {
    story: { ...story, script: { ...script, people: { ...script.people, [added]: script.people[person] ?? [role] } } },
    person: added,
  };
}
const another = '-';
/** The role that a person is known by, and the how manieth of that role he is. */
export function roleAndNumber(person: string): { readonly role: string; readonly number: number } {
  const [role = person, number] = person.split(another);
  return { role, number: Number(number ?? 1) };
}

/** Who may start a case, the complainant before others. */
export function starterIn(definition: object): string | undefined {
  const { by } = fieldsOf(fieldsOf(definition).start);
  const roles = fieldsOf(fieldsOf(definition).roles);
  const may = wordsOf(by);
  return may.find((role) => fieldsOf(roles[role]).party === 'complainant') ?? may[0];
}

export const startForm = (definition: object): string | undefined => {
  const { form } = fieldsOf(fieldsOf(definition).start);
  return typeof form === 'string' ? form : undefined;
};

export function beginning(
  definitions: readonly object[],
  start: { readonly at: string; readonly timeZone: string; readonly input: JsonObject },
): Script {
  const [drawn] = definitions;
  const by = starterIn(drawn ?? {});
  return {
    process: String(fieldsOf(drawn).id ?? ''),
    at: start.at,
    timeZone: start.timeZone,
    people: peopleOf(definitions),
    ...(by === undefined ? {} : { by }),
    input: start.input,
    steps: [],
  };
}

import type { JsonObject, Rehearsal, RehearsalProblem, Script, ScriptStep } from '@redress/engine';
import { handedOver } from '../model/handed-over.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { startedBy } from '../model/started-by.ts';
import type { Values } from '../server/shapes/basics.ts';

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

/** What is kept of a story. What a step put away is left out where a draft could not hold it. */
export function valuesOf(story: Story): Values {
  const { before: _putAway, ...told } = story;
  const whole = JSON.stringify(story);
  return JSON.parse(whole.length > keptMost ? JSON.stringify(told) : whole);
}
const keptMost = 60_000; // A draft holds 64 KB.

/** The story that was kept, if these values are one. */
export function storyIn(values: Values): Story | undefined {
  const { script, upTo } = values;
  const { steps, process } = fieldsOf(script);
  const isStory = Array.isArray(steps) && typeof process === 'string' && typeof upTo === 'number' && upTo >= 0 && upTo <= steps.length;
  return isStory ? (values as unknown as Story) : undefined;
}

/** What can happen to a story because the procedure is drawn otherwise than when it was told. */
const unplayable: ReadonlySet<RehearsalProblem['code']> = new Set([
  'case-not-begun',
  'unknown-process',
  'refused',
  'no-such-case',
  'no-such-task',
  'no-such-timer',
  'no-such-letter',
  'no-such-wait',
]);

/** The first line of a story that cannot be played as it was told, the beginning being 0; nothing: all of them can. */
export function brokenAt({ problems }: Pick<Rehearsal, 'problems'>): number | undefined {
  const lines = problems.filter(({ code }) => unplayable.has(code)).map(({ at }) => (at === '' ? 0 : Number(at.split('/')[2]) + 1));
  return lines.length > 0 ? Math.min(...lines) : undefined;
}

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

/**
 * A procedure as it is begun in a story, and the form with which it begins: its own, or what others hand over where these alone start it. Without that a
 * letter that names the complaint it is about would stop the story before its first step.
 */
export function begunBy(definition: object, others: readonly object[]): { readonly definition: object; readonly form: string | undefined } {
  const own = startForm(definition);
  const fields = own === undefined ? handedOver(definition, others) : [];
  if (fields.length === 0) return { definition, form: own };
  const form = 'handed.over'; // No id has a dot.
  const forms = {
    ...fieldsOf(fieldsOf(definition).forms),
    [form]: { title: {}, sections: [{ fields: fields.map((field) => ({ field })) }] },
  };
  return { definition: { ...definition, forms }, form };
}

/** Stories of it, or scenarios, lead through other procedures as well: it starts them, they start it, or a scenario begins with one of them. */
export const needsOthers = (definition: object, scenarios: unknown = {}): boolean =>
  startedBy(definition).length > 0 ||
  startForm(definition) === undefined ||
  Object.values(fieldsOf(fieldsOf(scenarios).scripts)).some((script) => fieldsOf(script).process !== fieldsOf(definition).id);

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

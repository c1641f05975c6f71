import { expect, test } from '@jest/globals';
import {
  acceptedEvents,
  advance,
  type Definition,
  exclusionOf,
  type Json,
  type JsonObject,
  type Offer,
  type Rehearsal,
  type RehearsedCase,
  Rehearsing,
  rehearse,
} from '@redress/engine';
import { calendars, readProcess } from '../tools/pretend-case.ts';
import { schemas } from '../tools/schema-tool.ts';
import { type Chance, chanceOf, oneOf } from './chance.ts';
import { seedOf, size, sizeOf } from './sizes.ts';

/**
 * Somebody does something at random, again and again, until the complaint has ended: whatever the procedure offers must be possible to the end,
 * without an incident. Two persons hold each role, so that exclusions leave somebody.
 */
const definitions = ['starter', 'complaint', 'escalation', 'external-dispute'].map(readProcess);
const setting = { definitions, calendars, tools: { schemas } };
const stepsMax = 150;

const people: { readonly [person: string]: readonly string[] } = Object.fromEntries(
  definitions.flatMap(({ id, roles }) =>
    Object.keys(roles).flatMap((role) =>
      role === 'complainant' ? [['ada', ['complainant']]] : [1, 2].map((number) => [`${id}.${role}.${number}`, [`${id}:${role}`]]),
    ),
  ),
);

test.each(['starter', 'complaint', 'escalation', 'dispute'])(
  '%s: whatever is offered is possible, to the end, without an incident',
  (process) => {
    const seed = seedOf();
    const chance = chanceOf(seed);
    const taken = new Map<string, number>();
    const ends = new Map<string, number>();
    for (let walk = 0; walk < sizeOf('randomWalks'); walk++) {
      const { walker, rehearsal } = walkOnce(process, chance);
      const wrong = rehearsal.problems.filter((problem) => problem.code !== 'message-not-taken');
      expect({ seed, walk, wrong, ...(wrong.length > 0 && { script: walker.script }) }).toEqual({ seed, walk, wrong: [] });
      if (walk % 5 === 0) expect(rehearse(setting, walker.script)).toEqual(rehearsal);
      for (const { process: where, rows } of rehearsal.coverage)
        for (const { at, times } of rows) taken.set(where + at, (taken.get(where + at) ?? 0) + times);
      const end = rehearsal.cases[0]?.outcome ?? 'still active';
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    const never = [...taken].filter(([at, times]) => times === 0 && at.startsWith(`${process}/`)).map(([at]) => at);
    const rows = [...taken.keys()].filter((at) => at.startsWith(`${process}/`)).length;
    console.log(`${process}: seed ${seed}, ends ${JSON.stringify(Object.fromEntries(ends))}, ${rows - never.length} of ${rows} rows taken`);
    if (never.length > 0) console.log(never.join('\n'));
    // A few walks take the common rows, many take nearly all.
    expect(never.length).toBeLessThan(rows * (size === 'full' ? 0.1 : 0.75));
    expect(ends.get('still active') ?? 0).toBe(0);
  },
  600_000,
);

/** Offices differ: in some everything is done at once, in others nothing; letters go out, come back, or are printed. */
function walkOnce(process: string, chance: Chance): { readonly walker: Rehearsing; readonly rehearsal: Rehearsal } {
  const diligence = oneOf([0.95, 0.7, 0.3, 0.05], chance) ?? 1;
  const fate = oneOf(['sent', 'sent', 'sent', 'bounced', 'print'] as const, chance) ?? 'sent';
  const late = chance() < 0.1 ? { receivedAt: '2025-12-01T09:00:00Z' } : {};
  const person = definitions.find(({ id }) => id === process)?.start ? { by: 'ada' } : {};
  const begun = {
    process,
    at: '2026-03-02T09:00:00Z',
    people,
    channel: 'web',
    input: startOf(process),
    letters: { '*': fate },
    ...late,
    ...person,
  };
  const walker = new Rehearsing(setting, begun);
  const seen = new Map<string, number>();
  for (let step = 0; step < stepsMax && walker.cases[0]?.status === 'active'; step++) act(walker, { chance, diligence, seen });
  return { walker, rehearsal: walker.result() };
}

interface Mood {
  readonly chance: Chance;
  /** How often somebody does something before the next deadline. */
  readonly diligence: number;
  /** How often each event was chosen on this walk: what is new is more interesting. */
  readonly seen: Map<string, number>;
}

function act(walker: Rehearsing, { chance, diligence, seen }: Mood): void {
  const active = walker.cases.filter((known) => known.status === 'active');
  const possible = chance() < diligence ? active.flatMap((known) => offersIn(known, walker)) : [];
  if (chance() < diligence && post(walker, chance)) return;
  const chosen = newest(possible, seen, chance);
  const values = chosen && valuesFor(chosen, walker, chance);
  if (chosen && values) {
    const { known, offer, by } = chosen;
    seen.set(`${known.process} ${offer.event}`, (seen.get(`${known.process} ${offer.event}`) ?? 0) + 1);
    const task = known.state.tasks.find((open) => open.id === offer.task)?.step;
    walker.play({ send: offer.event, by, in: known.process, values, ...(task !== undefined && { task }) });
    return;
  }
  const [next] = active.flatMap((known) => known.state.timers.map((timer) => timer.dueAt)).sort();
  if (next !== undefined) walker.play({ waitUntil: next });
}

/** One at random, every event with the same chance, less the more often it was chosen; what ends a case early is rare. */
function newest(possible: readonly Choice[], seen: ReadonlyMap<string, number>, chance: Chance): Choice | undefined {
  const byEvent = new Map<string, Choice[]>();
  for (const choice of possible) {
    const key = `${choice.known.process} ${choice.offer.event}`;
    byEvent.set(key, [...(byEvent.get(key) ?? []), choice]);
  }
  const weighed = [...byEvent].map(([key, choices]) => ({
    choices,
    weight: (rare.has(choices[0]?.offer.event ?? '') ? 0.05 : 1) / (1 + (seen.get(key) ?? 0)) ** 2,
  }));
  let left = chance() * weighed.reduce((sum, { weight }) => sum + weight, 0);
  for (const { choices, weight } of weighed) {
    left -= weight;
    if (left <= 0) return oneOf(choices, chance);
  }
  return undefined;
}

/** Puts a printed letter in the post, if one waits: somebody who holds its role and is not kept away from the case. */
function post(walker: Rehearsing, chance: Chance): boolean {
  const [first] = walker.cases
    .filter((known) => isNewest(known, walker))
    .flatMap((known) => known.state.tasks.filter((task) => task.kind === 'print').map((task) => ({ known, task })));
  const letter = first?.task.letter?.letter;
  const compiled = first && walker.compiled(first.known.process);
  if (!first || !compiled || typeof letter !== 'string') return false;
  const { process, state } = first.known;
  const about = { ...state, fields: state.snapshot.context, definition: compiled.definition };
  const by = oneOf(
    Object.keys(people).filter(
      (person) => rolesIn(process, person).includes(first.task.role) && exclusionOf({ person }, first.task, about) === undefined,
    ),
    chance,
  );
  if (by === undefined) return false;
  walker.play({ post: letter, by, in: process });
  return true;
}

/** A script names the newest case of a procedure. */
const isNewest = (known: RehearsedCase, walker: Rehearsing): boolean =>
  walker.cases.filter((other) => other.process === known.process).at(-1)?.caseId === known.caseId;

const rolesIn = (process: string, person: string): readonly string[] =>
  (people[person] ?? []).flatMap((role) =>
    role.startsWith(`${process}:`) ? [role.slice(process.length + 1)] : role.includes(':') ? [] : [role],
  );

interface Choice {
  readonly known: RehearsedCase;
  readonly offer: Offer;
  readonly by: string;
}

/** Always possible; they would end or fill every walk. */
const rare = new Set([
  'withdraw',
  'statusRequest',
  'addInfo',
  'submitStatement',
  'orgStatement',
  'outOfScope',
  'notOurs',
  'refuse',
  'decline',
]);

function offersIn(known: RehearsedCase, walker: Rehearsing): readonly Choice[] {
  const compiled = walker.compiled(known.process);
  if (!compiled) return [];
  if (!isNewest(known, walker)) return [];
  return Object.keys(people).flatMap((by) => {
    const roles = rolesIn(known.process, by);
    if (roles.length === 0) return [];
    const offers = acceptedEvents(compiled, known.state, { person: by, roles }, calendars).filter((offer) => offer.possible);
    return offers.map((offer) => ({ known, offer, by }));
  });
}

/** Values at random; what the answer asks for is added, what it does not want is left out. Nothing where a condition stays unmet. */
function valuesFor({ known, offer, by }: Choice, walker: Rehearsing, chance: Chance): JsonObject | undefined {
  const compiled = walker.compiled(known.process);
  if (!compiled) return undefined;
  const { definition } = compiled;
  const asked = (offer.form === undefined ? [] : (definition.forms[offer.form]?.sections ?? [])).flatMap((section) => section.fields);
  let values: { [field: string]: Json } = {};
  for (const entry of asked)
    if (!entry.readOnly && !entry.when && (entry.required || chance() < 0.5))
      values[entry.field] = valueFor(definition, entry.field, chance);
  for (let attempt = 0; attempt < 4; attempt++) {
    const actor = { person: by, roles: rolesIn(known.process, by) };
    const event = {
      id: 'try',
      type: offer.event,
      at: walker.now,
      by: actor,
      payload: { values, ...(offer.task !== undefined && { task: offer.task }) },
    };
    const answer = advance(compiled, known.state, event, calendars);
    if (answer.ok || answer.refusal.code === 'step-failed') return values;
    if (answer.refusal.code !== 'form-invalid') {
      if (answer.refusal.code === 'event-not-accepted') return undefined;
      throw new Error(JSON.stringify({ offer, refusal: answer.refusal }));
    }
    values = { ...values };
    for (const problem of answer.refusal.problems) {
      const field = String(problem.facts.missingProperty ?? problem.facts.field ?? problem.at.slice(1).split('/')[0]);
      if (problem.keyword === 'required') values[field] = valueFor(definition, field, chance);
      else delete values[field];
    }
  }
  throw new Error(`${known.process} ${offer.event}: no values are good enough`);
}

function valueFor(definition: Definition, id: string, chance: Chance): Json {
  const field = definition.data[id];
  const schema = field?.schema ?? {};
  if (field?.holds === 'person' || field?.holds === 'unit')
    return schema.type === 'array' ? [oneOf(Object.keys(people), chance) ?? ''] : (oneOf(Object.keys(people), chance) ?? '');
  const options = field?.options?.map((option) => option.value) ?? (Array.isArray(schema.enum) ? schema.enum : []);
  if (options.length > 0) return oneOf(options, chance) ?? null;
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'boolean') return chance() < 0.5;
  if (schema.type === 'array') return ['first', 'second'];
  if (schema.type === 'integer' || schema.type === 'number') return Number(schema.minimum ?? 1);
  if (schema.format === 'date') return '2026-06-01';
  return 'Some words';
}

/** What the start form requires, or what another case would hand over. */
function startOf(process: string): JsonObject {
  const definition = definitions.find(({ id }) => id === process);
  if (process === 'escalation')
    return { outstandingIssues: 'Some words', outcomeSought: 'Some words', complaintNumber: '2026-000001', contact: 'ada@example.org' };
  if (process === 'dispute') return { complaintHistory: 'Some words', complaintNumber: '2026-000001' };
  const form = definition?.start?.form;
  const fields = (form === undefined ? [] : (definition?.forms[form]?.sections ?? [])).flatMap((section) => section.fields);
  return Object.fromEntries(
    fields.filter((entry) => entry.required).map((entry) => [entry.field, entry.field === 'contact' ? 'ada@example.org' : 'Some words']),
  );
}

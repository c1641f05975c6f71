import {
  type Actor,
  acceptedEvents,
  advance,
  begin,
  type CaseState,
  type Compiled,
  type Event,
  type Json,
  type JsonObject,
  type Offer,
  type Result,
  type Step,
} from '@redress/engine';
import type { RecordLine } from '../../../definitions/src/operation/case-record.ts';
import { calendars } from '../../tools/pretend-case.ts';
import { recordLine } from '../../tools/record-of.ts';
import { type Chance, oneOf } from '../chance.ts';

const stepsMax = 70;
/** Few people for many roles: whoever is not kept away may meet a case again in another role. */
const staff = ['ann', 'bob', 'cid', 'dan'];

/** Plays one case as it comes: people answer at random or not at all, letters are sent or bounce, deadlines pass in their order. Its journal. */
export function playAtRandom(compiled: Compiled, chance: Chance): readonly RecordLine[] {
  const { definition } = compiled;
  const lines: RecordLine[] = [];
  const diligence = oneOf([0.95, 0.7, 0.3], chance) ?? 1;
  const parties = [...new Set(Object.values(definition.roles).map(({ party }) => party))];
  const actors = parties.flatMap((party) => {
    const roles = Object.keys(definition.roles).filter((role) => definition.roles[role]?.party === party);
    return (party === 'organisation' ? staff : [party]).map((person): Actor => ({ person, roles }));
  });
  let now = '2026-03-02T09:00:00.000Z';
  let state: CaseState | undefined;
  const went = (event: Event, result: Result<Step, unknown>): boolean => {
    if (!result.ok) return false;
    state = result.value.state;
    lines.push(recordLine(event, result.value));
    return true;
  };
  const next = (event: Omit<Event, 'id' | 'at'>): Event => {
    now = new Date(Date.parse(now) + 1000).toISOString();
    return { ...event, id: `e${lines.length}`, at: now };
  };
  const start: Event = next({ type: 'case.begin', ...begunBy(compiled) });
  const input = definition.start ? filled(compiled, definition.start.form, chance) : handedOver(compiled, chance);
  went(start, begin(compiled, { caseId: 'case', channel: 'web', receivedAt: now, input, event: start, calendars }));

  const act = (here: CaseState): boolean => {
    const offers = actors.flatMap((by) =>
      acceptedEvents(compiled, here, by, calendars).flatMap((offer) => (offer.possible ? [{ by, offer }] : [])),
    );
    const offered = [...new Set(offers.map(({ offer }) => offer.event))];
    const event = oneOf(
      offered.filter((each) => !endsEarly(compiled, each) || chance() < 0.05),
      chance,
    );
    const chosen = oneOf(
      offers.filter(({ offer }) => offer.event === event),
      chance,
    );
    return chosen !== undefined && submit(here, chosen.by, chosen.offer);
  };
  const submit = (here: CaseState, by: Actor, { event: type, form, task, requires = [] }: Offer): boolean => {
    const needed = Object.fromEntries(requires.map((field) => [field, anyValue(compiled, field, chance)]));
    let values: { [field: string]: Json } = { ...filled(compiled, form, chance), ...needed };
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const event = next({ type, by, payload: { values, ...(task !== undefined && { task }) } });
      const result = advance(compiled, here, event, calendars);
      if (went(event, result)) return true;
      if (result.ok || result.refusal.code !== 'form-invalid') return false;
      values = { ...values };
      for (const { keyword, facts, at } of result.refusal.problems) {
        const field = String(facts.missingProperty ?? facts.field ?? at.slice(1).split('/')[0]);
        if (keyword === 'required') values[field] = anyValue(compiled, field, chance);
        else delete values[field];
      }
    }
    return false;
  };
  const answer = (here: CaseState): boolean =>
    Object.entries(here.snapshot.children ?? {}).some(([step, child]) => {
      const instance = /"instance":"([^"]+)"/.exec(JSON.stringify(child))?.[1];
      const src = compiled.states.get(step)?.definition.invoke?.src;
      if (instance === undefined || src === 'task' || src === undefined) return false;
      const output: JsonObject =
        src === 'case' ? { outcome: oneOf(['resolved', 'unresolved', 'withdrawn'], chance) ?? '', returns: {} } : {};
      const type = src !== 'case' && chance() < 0.3 ? 'invoke.failed' : 'invoke.done';
      const event = next({ type, payload: { step, instance, output, letter: `l${lines.length}` } });
      return went(event, advance(compiled, here, event, calendars));
    });
  const wait = (here: CaseState): boolean => {
    const [timer] = here.timers.toSorted((one, other) =>
      one.dueAt === other.dueAt ? one.seq - other.seq : one.dueAt < other.dueAt ? -1 : 1,
    );
    if (!timer) return false;
    if (timer.dueAt > now) now = timer.dueAt;
    const event = next({ type: timer.event, payload: { timer: timer.id, armedRevision: timer.armedRevision } });
    return went(event, advance(compiled, here, event, calendars));
  };

  for (let step = 0; step < stepsMax && state?.status === 'active'; step += 1) {
    const here: CaseState = state;
    const isBusy = chance() < diligence;
    if (isBusy && chance() < 0.5 && answer(here)) continue;
    if (isBusy && act(here)) continue;
    if (!wait(here) && !act(here) && !answer(here)) break;
  }
  return lines;
}

function begunBy({ definition: { start } }: Compiled): { readonly by?: Actor } {
  const [role] = start?.by ?? [];
  return role === undefined ? {} : { by: { person: 'somebody', roles: [role] } };
}

/** Whoever may withdraw may do so everywhere. */
const endsEarly = ({ definition: { events } }: Compiled, event: string): boolean => (events[event]?.act ?? event) === 'withdraw';

/** What another case may hand over. */
const handedOver = (compiled: Compiled, chance: Chance): JsonObject =>
  Object.fromEntries(Object.keys(compiled.definition.data).flatMap((id) => (chance() < 0.8 ? [[id, anyValue(compiled, id, chance)]] : [])));

function filled(compiled: Compiled, form: string | undefined, chance: Chance): JsonObject {
  const lines = form === undefined ? [] : (compiled.definition.forms[form]?.sections.flatMap(({ fields }) => fields) ?? []);
  return Object.fromEntries(
    lines.flatMap(({ field, required, readOnly, when }) =>
      !readOnly && !when && (required || chance() < 0.5) ? [[field, anyValue(compiled, field, chance)]] : [],
    ),
  );
}

export const someWords = ['thank you', 'fine', 'thank you, fine', 'x'] as const;

function anyValue({ definition }: Compiled, id: string, chance: Chance): Json {
  const field = definition.data[id];
  const schema = field?.schema ?? {};
  const options = field?.options?.map(({ value }) => value) ?? (Array.isArray(schema.enum) ? schema.enum : []);
  if (options.length > 0) return oneOf(options, chance) ?? null;
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'boolean') return chance() < 0.5;
  if (schema.type === 'array') return field?.holds === undefined ? someWords.filter(() => chance() < 0.6) : ['zoe'];
  const { minimum = 0, maximum = 10 } = schema;
  if (schema.type === 'integer' || schema.type === 'number')
    return Number(minimum) + Math.floor(chance() * (Number(maximum) - Number(minimum) + 1));
  if (schema.format === 'date') return oneOf(['2026-01-01', '2026-06-01'], chance) ?? '';
  if (schema.format === 'date-time') return '2026-06-01T12:00:00Z';
  return oneOf(someWords, chance) ?? '';
}

import { type Actor, acceptedEvents, advance, type CaseState, type Compiled, type Event, formNow, type JsonObject } from '@redress/engine';
import { fillForm } from '../tools/fill-form.ts';
import { calendars, deepFrozen } from '../tools/pretend-case.ts';

export type Chance = (below: number) => number;
/** The same numbers for the same seed, on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The events of one way through a procedure, until it has ended: people, deadlines, letters, sub-cases, and some that are refused. */
export function walk(compiled: Compiled, begun: CaseState, chance: Chance, stepsMax: number): readonly Event[] {
  const events: Event[] = [];
  let state = begun;
  while (state.status === 'active' && events.length < stepsMax) {
    const event = deepFrozen({ ...happening(compiled, state, chance), id: `e${events.length}` });
    const result = advance(compiled, deepFrozen(state), event, calendars);
    events.push(event);
    if (result.ok) state = JSON.parse(JSON.stringify(result.value.state));
  }
  return events;
}

type Happening = Omit<Event, 'id'>;

function happening(compiled: Compiled, state: CaseState, chance: Chance): Happening {
  const kind = chance(12);
  const answer = answerTo(state, chance);
  if (answer && kind < 6) return answer;
  const timer = [...state.timers].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0];
  if (timer && (kind === 6 || kind === 9)) return fire(timer, state);
  if (kind === 7 && state.tasks[0])
    return { type: 'task.claim', at: later(state, chance), by: actor(compiled, chance), payload: { task: state.tasks[0].id } };
  if (kind === 8 && timer?.step !== undefined)
    return {
      type: 'timer.move',
      at: state.updatedAt,
      by: actor(compiled, chance),
      payload: { timer: timer.id, dueAt: '2026-09-01T08:00:00.000Z' },
    };
  return (
    person(compiled, state, chance) ??
    (timer ? fire(timer, state) : { type: 'calendar.changed', at: state.updatedAt, payload: { calendar: 'organisation' } })
  );
}

const fire = (timer: CaseState['timers'][number], state: CaseState): Happening => ({
  type: timer.event,
  at: [timer.dueAt, state.updatedAt].sort()[1] ?? '',
  payload: { timer: timer.id, armedRevision: timer.armedRevision },
});
const later = (state: CaseState, chance: Chance): string => new Date(Date.parse(state.updatedAt) + chance(48) * 3_600_000).toISOString();
const actor = (compiled: Compiled, chance: Chance): Actor => ({ person: `p${chance(6)}`, roles: Object.keys(compiled.definition.roles) });

/** One who holds every role does what is possible, or now and then what is not. */
function person(compiled: Compiled, state: CaseState, chance: Chance): Happening | undefined {
  const by = actor(compiled, chance);
  const offers = acceptedEvents(compiled, state, by, calendars);
  const mood = chance(40);
  const usual = offers.filter(({ event, possible }) => possible && !asides.has(event) && !endings.has(event));
  const some = mood === 0 ? offers : mood < 5 ? offers.filter(({ event }) => !endings.has(event)) : usual;
  const choice = some.length > 0 ? some : offers.filter(({ event }) => !endings.has(event));
  const offer = choice[chance(choice.length)];
  if (!offer) return undefined;
  return {
    type: offer.event,
    at: later(state, chance),
    by,
    payload: { ...(offer.task !== undefined && { task: offer.task }), values: values(compiled, state, offer, chance) },
  };
}
/** Possible all the time, or at once the end: they would fill or cut short every way. */
const asides = new Set(['statusRequest', 'addInfo', 'submitStatement', 'orgStatement']);
const endings = new Set(['withdraw', 'outOfScope', 'notOurs', 'decline', 'refuse']);

function values(
  compiled: Compiled,
  state: CaseState,
  offer: { readonly form?: string; readonly requires?: readonly string[] },
  chance: Chance,
): JsonObject {
  const { definition } = compiled;
  const given: { [field: string]: JsonObject[string] } = { ...fillForm(definition, offer.form, { all: chance(3) === 0 }) };
  for (const field of Object.keys(given)) {
    const options = definition.data[field]?.options?.map(({ value }) => value) ?? [];
    if (options.length > 0 && definition.data[field]?.schema.type !== 'array') given[field] = options[chance(options.length)] ?? null;
    const schema = definition.data[field]?.schema;
    if (schema?.type === 'boolean' && schema.const === undefined) given[field] = chance(2) === 0;
    if (definition.data[field]?.holds === 'person') given[field] = [`p${chance(6)}`];
  }
  const form =
    offer.form === undefined ? undefined : formNow(compiled, state, { form: offer.form, at: state.updatedAt, calendars, submitted: given });
  const asked = form?.ok
    ? form.value.fields
        .filter((field) => field.asked && field.required && !field.readOnly && !(field.field in given))
        .map(({ field }) => field)
    : [];
  for (const field of [...asked, ...(offer.requires ?? [])])
    given[field] ??= definition.data[field]?.schema.format === 'date' ? '2026-07-01' : 'words';
  return given;
}

/** A letter is out or came back, a sub-case has ended, as the one who waits for it hears of it. */
function answerTo(state: CaseState, chance: Chance): Happening | undefined {
  for (const [step, child] of Object.entries(state.snapshot.children ?? {})) {
    const { src, snapshot }: { src: string; snapshot: { instance?: string } } = JSON.parse(JSON.stringify(child));
    if (snapshot.instance === undefined) continue;
    const failed = src !== 'case' && chance(5) === 0;
    const outcome = ['resolved', 'unresolved', 'withdrawn'][chance(3)] ?? 'resolved';
    const output =
      src === 'case' ? { outcome, returns: { decision: 'upheld', reasons: 'because', remedy: 'new parts', terms: 'terms' } } : {};
    return {
      type: failed ? 'invoke.failed' : 'invoke.done',
      at: later(state, chance),
      payload: { step, instance: snapshot.instance, output },
    };
  }
  return undefined;
}

import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { type Actor, acceptedEvents, type Compiled, type Definition, type JsonObject } from '@redress/engine';
import { verifyChain } from '../../runtime-api/src/store/verify-chain.ts';
import { lodging } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';
import { fillForm } from '../tools/fill-form.ts';
import { calendars, shipped } from '../tools/pretend-case.ts';
import { type Chance, chanceOf, oneOf } from './chance.ts';
import { numbersFor, other, randomMachines } from './clients/random-machines.ts';
import { tell } from './figures.ts';
import { replayAll, sameState } from './replay.ts';
import { seedOf, sizeOf } from './sizes.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
const clients = 8;
const hotCases = 6;
/** How far somebody moves the clock who waits: past some timers of random machines, not past all. */
const minutes = 5;
let office: Office;
afterEach(() => office.remove());

/** Procedures that are in force, and cases that clients meet on. */
interface Surroundings {
  readonly processes: readonly unknown[];
  readonly compiled: ReadonlyMap<string, Compiled>;
  readonly begun: readonly { readonly definition: string; readonly input: JsonObject }[];
  /** Who clients are. */
  readonly actors: readonly Actor[];
  /** Events that would end every case before it got interesting. */
  readonly spared: ReadonlySet<string>;
  /** How often somebody lets minutes pass instead. */
  readonly waits: number;
  readonly answers: (definition: Definition, form: string | undefined, chance: Chance) => JsonObject;
}

interface Told {
  readonly id: string;
  readonly answer: 'taken' | 'refused' | 'busy';
}

const somebody: Actor = { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] };
const staff = (roles: readonly string[]): readonly Actor[] => roles.map((role) => ({ person: `person-${role}`, roles: [role] }));

function starterOnly(): Surroundings {
  const compiled = shipped('starter');
  return {
    processes: [starter],
    compiled: new Map([['starter', compiled]]),
    begun: Array.from({ length: hotCases }, (_, n) => ({
      definition: 'starter',
      input: { contact: 'ada@example.org', complainantName: 'Ada', ...lodging, description: `Parcel ${n}` },
    })),
    actors: [somebody, ...staff(Object.keys(compiled.definition.roles).filter((role) => role !== 'complainant'))],
    spared: new Set(['withdraw', 'outOfScope', 'notOurs']),
    waits: 0,
    answers: (definition, form) => fillForm(definition, form),
  };
}

/** Machines of the differential proof: parallel, history, always, after, tasks, letters, services that nobody offers, sub-cases. */
function machinesAtRandom(seed: number): Surroundings {
  const machines = randomMachines(seed, chanceOf(seed));
  const all = [...machines.map(({ compiled }) => compiled), other];
  return {
    processes: all.map(({ definition }) => definition),
    compiled: new Map(all.map((compiled) => [compiled.definition.id, compiled])),
    begun: machines.flatMap(({ compiled, input }) => Array.from({ length: 2 }, () => ({ definition: compiled.definition.id, input }))),
    actors: [somebody, ...staff(['clerk', 'boss'])],
    spared: new Set(),
    waits: 0.1,
    answers: (_, form, chance) => numbersFor(form, chance),
  };
}

/** Whatever is offered, something that is not, or what was offered a while ago: as this process knows the case, which may be behind. */
async function act(client: Office, id: string, key: string, at: Surroundings, chance: Chance): Promise<Told> {
  const loaded = await client.ports.cases.load({ organisation: office.organisation, caseId: id }, false);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  const compiled = at.compiled.get(loaded.value.document.definition.id);
  if (compiled === undefined) throw new Error(`No procedure of ${id}`);
  const { definition } = compiled;
  const possible = at.actors.flatMap((by) =>
    acceptedEvents(compiled, loaded.value.state, by, calendars)
      .filter((offer) => offer.possible && !at.spared.has(offer.event))
      .map((offer) => ({ by, offer })),
  );
  const chosen = chance() < 0.8 ? oneOf(possible, chance) : undefined;
  const offer = chosen?.offer;
  const by = chosen?.by ?? oneOf(at.actors, chance) ?? somebody;
  const type = offer?.event ?? oneOf(Object.keys(definition.events), chance) ?? '';
  const required = Object.fromEntries((offer?.requires ?? []).map((field) => [field, 'words']));
  const values: JsonObject = { ...at.answers(definition, offer?.form, chance), ...required };
  const answer = await client.deliver(id, type, { by, key, values, ...(offer?.task === undefined ? {} : { task: offer.task }) });
  return { id: key, answer: answer.ok ? 'taken' : answer.refusal.code === 'busy' ? 'busy' : 'refused' };
}

const seed = seedOf();
test.each([
  ['the starter', starterOnly],
  ['random machines', machinesAtRandom],
] as const)(
  'eight clients of eight processes do whatever comes to their minds on the same few cases of %s: what was acknowledged is there once, what was refused is not',
  async (name, surroundings) => {
    const at = surroundings(seed);
    office = await openOffice({ processes: at.processes, now: monday });
    const begin = async (which: Surroundings['begun'][number]): Promise<string> => {
      const begun = await office.start(which.input, { definition: which.definition });
      if (!begun.ok) throw new Error(JSON.stringify({ seed, refusal: begun.refusal }));
      return begun.value.caseId;
    };
    const ids: string[] = [];
    for (const which of at.begun) ids.push(await begin(which));
    const others = await Promise.all(
      Array.from({ length: clients }, () => openOffice({ processes: at.processes, now: monday, beside: office, workers: false })),
    );
    const told = await Promise.all(
      others.map(async (client, which) => {
        const chance = chanceOf(seed + which);
        const done: Told[] = [];
        for (let n = 0; n < sizeOf('clientEvents'); n++) {
          if (chance() < at.waits) office.clock.jumpTo(office.clock.now() + minutes * 60_000);
          const place = Math.floor(chance() * ids.length);
          done.push(await act(client, ids[place] ?? '', `client-${which}:${n}`, at, chance));
          const [hot, begun] = [await office.case(ids[place] ?? ''), at.begun[place]];
          if (hot.status !== 'active' && begun !== undefined) ids[place] = await begin(begun);
        }
        return done;
      }),
    );
    await office.settled();

    const replayed = await replayAll(office.store, office.organisation, at.compiled);
    expect({ seed, differ: replayed.filter((one) => !sameState(one)).map(({ document }) => document._id) }).toEqual({ seed, differ: [] });
    const times = new Map<string, number>();
    for (const { lines } of replayed) for (const { eventId } of lines) times.set(eventId, (times.get(eventId) ?? 0) + 1);
    const wrong = told.flat().filter(({ id, answer }) => (times.get(id) ?? 0) !== (answer === 'taken' ? 1 : 0));
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
    for (const { document, lines, state } of replayed) {
      expect(lines.map((line) => line.revision)).toEqual(lines.map((_, n) => n + 1));
      expect(await verifyChain(document, office.store)).toEqual([]);
      const open = (await office.tasks(document._id)).filter((row) => row.state === 'open').map((row) => row.task);
      expect(open.sort()).toEqual(state.tasks.map((task) => task.id).sort());
    }
    const count = (answer: Told['answer']): number => told.flat().filter((one) => one.answer === answer).length;
    tell(`eight clients on the same cases of ${name}`, {
      seed,
      procedures: at.processes.length,
      taken: count('taken'),
      refused: count('refused'),
      busy: count('busy'),
    });
    // A walk on which nothing is taken, or nothing refused, proves little.
    expect(count('taken')).toBeGreaterThan(clients * sizeOf('clientEvents') * 0.1);
    expect(count('refused')).toBeGreaterThan(0);
    for (const client of others) await client.close();
  },
  3_600_000,
);

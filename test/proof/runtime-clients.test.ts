import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { type Actor, acceptedEvents, type JsonObject } from '@redress/engine';
import { verifyChain } from '../../runtime-api/src/store/verify-chain.ts';
import { lodging } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';
import { fillForm } from '../tools/fill-form.ts';
import { calendars, shipped } from '../tools/pretend-case.ts';
import { type Chance, chanceOf, oneOf } from './chance.ts';
import { tell } from './figures.ts';
import { replayAll, sameState } from './replay.ts';
import { seedOf, sizeOf } from './sizes.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
const compiled = shipped('starter');
const { definition } = compiled;
const clients = 8;
const hotCases = 6;
let office: Office;
afterEach(() => office.remove());

const somebody: Actor = { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] };
const actors: readonly Actor[] = [
  somebody,
  ...Object.keys(definition.roles)
    .filter((role) => role !== 'complainant')
    .map((role) => ({ person: `person-${role}`, roles: [role] })),
];
/** They would end every case before it got interesting. */
const endings = new Set(['withdraw', 'outOfScope', 'notOurs']);

interface Told {
  readonly id: string;
  readonly answer: 'taken' | 'refused' | 'busy';
}

/** Whatever is offered, something that is not, or what was offered a while ago: as this process knows the case, which may be behind. */
async function act(other: Office, id: string, key: string, chance: Chance): Promise<Told> {
  const loaded = await other.ports.cases.load({ organisation: office.organisation, caseId: id }, false);
  const possible = actors.flatMap((by) =>
    (loaded.ok ? acceptedEvents(compiled, loaded.value.state, by, calendars) : [])
      .filter((offer) => offer.possible && !endings.has(offer.event))
      .map((offer) => ({ by, offer })),
  );
  const chosen = chance() < 0.8 ? oneOf(possible, chance) : undefined;
  const offer = chosen?.offer;
  const by = chosen?.by ?? oneOf(actors, chance) ?? somebody;
  const type = offer?.event ?? oneOf(Object.keys(definition.events), chance) ?? '';
  const values: JsonObject = fillForm(definition, offer?.form, {
    given: Object.fromEntries((offer?.requires ?? []).map((field) => [field, 'words'])),
  });
  const answer = await other.deliver(id, type, { by, key, values, ...(offer?.task === undefined ? {} : { task: offer.task }) });
  return { id: key, answer: answer.ok ? 'taken' : answer.refusal.code === 'busy' ? 'busy' : 'refused' };
}

test('eight clients of eight processes do whatever comes to their minds on the same few cases: what was acknowledged is there once, what was refused is not', async () => {
  const seed = seedOf();
  office = await openOffice({ processes: [starter], now: monday });
  const ids: string[] = [];
  for (let n = 0; n < hotCases; n++) ids.push((await office.receive({ ...lodging, description: `Parcel ${n}` })).id);
  const others = await Promise.all(
    Array.from({ length: clients }, () => openOffice({ processes: [starter], now: monday, beside: office, workers: false })),
  );
  const told = await Promise.all(
    others.map(async (other, client) => {
      const chance = chanceOf(seed + client);
      const done: Told[] = [];
      for (let n = 0; n < sizeOf('clientEvents'); n++)
        done.push(await act(other, oneOf(ids, chance) ?? '', `client-${client}:${n}`, chance));
      return done;
    }),
  );
  await office.settled();

  const replayed = await replayAll(office.store, office.organisation, new Map([['starter', compiled]]));
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
  tell('eight clients on the same cases', { seed, taken: count('taken'), refused: count('refused'), busy: count('busy') });
  // A walk on which nothing is taken, or nothing refused, proves little.
  expect(count('taken')).toBeGreaterThan(clients * sizeOf('clientEvents') * 0.1);
  expect(count('refused')).toBeGreaterThan(0);
  for (const other of others) await other.close();
}, 3_600_000);

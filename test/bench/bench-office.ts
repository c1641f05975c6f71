import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Calendar, Definition, JsonObject } from '@redress/engine';
import { processClock } from '../../runtime-api/dist/clock.js';
import { publishShipped } from '../../runtime-api/dist/definitions/publish-shipped.js';
import { deliver } from '../../runtime-api/dist/deliver.js';
import { bodyHash, keyedCaseId, startHash } from '../../runtime-api/dist/event-id.js';
import { fileMail } from '../../runtime-api/dist/letters/mail.js';
import { openPorts, systemRandom } from '../../runtime-api/dist/open-ports.js';
import { peoplePort } from '../../runtime-api/dist/people/people-port.js';
import { addPerson } from '../../runtime-api/dist/people/persons.js';
import { start } from '../../runtime-api/dist/start.js';
import { startWorkers, type Workers } from '../../runtime-api/dist/start-workers.js';
import { peopleModels } from '../../runtime-api/dist/store/models/people-models.js';
import { openStore, type Store } from '../../runtime-api/dist/store/store.js';

type OpenPorts = ReturnType<typeof openPorts>;

export const organisation = 'bench';
const clerk = { person: 'clerk', roles: ['clerk'] };

/** The product in this process, built as it is shipped: full durability, real workers, the real clock. */
export interface BenchOffice {
  readonly store: Store;
  readonly ports: OpenPorts;
  readonly start: (definition: string, values: JsonObject) => Promise<{ readonly caseId: string; readonly revision: number }>;
  /** Ends the open task of a step. The answer tells the revision, by which the next task is named. */
  readonly complete: (caseId: string, task: string) => Promise<number>;
  /** An event that may be refused: the code, or nothing where it was taken. */
  readonly attempt: (caseId: string, type: string, values: JsonObject) => Promise<string | undefined>;
  readonly remove: () => Promise<void>;
}

export async function openBenchOffice(settings: {
  readonly definitions: readonly Definition[];
  readonly fired?: (lateMs: number) => void;
  readonly workers?: boolean;
  /** False where failing is what is measured. */
  readonly logged?: boolean;
}): Promise<BenchOffice> {
  const home = await mkdtemp(join(tmpdir(), 'redress-bench-'));
  const store = await openStore({ home });
  const clock = processClock();
  const desk = { store, clock, models: await peopleModels(store) };
  const problems: string[] = [];
  const log = (facts: object, message: string) => void problems.push(`${message} ${JSON.stringify(facts)}`);
  const ports = openPorts({
    store,
    clock,
    mail: fileMail({ folder: join(home, 'letters') }),
    live: { tell: () => undefined },
    log: { info: () => undefined, warn: log, error: log },
    people: peoplePort(desk),
    ...(settings.fired === undefined ? {} : { fired: settings.fired }),
  });
  await found(ports, desk, settings.definitions);
  const workers: Workers | undefined = settings.workers === false ? undefined : startWorkers(ports);
  return {
    store,
    ports,
    start: (definition, values) => begin(ports, definition, values),
    complete: (caseId, task) => complete(ports, caseId, task),
    attempt: async (caseId, type, values) => {
      const answer = await send(ports, caseId, { type, payload: { values } });
      return answer.ok ? undefined : answer.refusal.code;
    },
    remove: async () => {
      await workers?.stop();
      await store.close();
      await rm(home, { recursive: true, force: true });
      if (problems.length > 0 && settings.logged !== false)
        console.log(`! ${problems.length} problems were logged, the first: ${problems[0]}`);
    },
  };
}

/** An organisation with its calendar, the measured procedures and one clerk. */
export async function found(
  ports: Pick<OpenPorts, 'store' | 'clock' | 'live'>,
  desk: Parameters<typeof addPerson>[0],
  definitions: readonly Definition[],
): Promise<void> {
  const at = new Date(ports.clock.now()).toISOString();
  const about = { name: 'Bench', language: 'en', country: 'PL', timeZone: 'Europe/Warsaw', contact: 'bench@office.example' } as const;
  await ports.store.organisations.create({
    _id: organisation,
    organisation,
    revision: 1,
    ...about,
    externalBody: 'The Ombudsman',
    externalTimeLimit: 'one year',
    mailHeld: false,
    numberPattern: '{yyyy}-{000000}',
    numberPatterns: {},
    createdAt: at,
  });
  const week = [{ from: '09:00', to: '17:00' }];
  const days = { 1: week, 2: week, 3: week, 4: week, 5: week };
  const calendar: Calendar = { id: 'organisation', version: 1, timeZone: about.timeZone, week: days, holidays: [] };
  const text = JSON.stringify(calendar);
  await ports.store.calendars.create({
    _id: `${organisation}:organisation:1`,
    organisation,
    calendar: 'organisation',
    version: 1,
    text,
    at,
  });
  await publishShipped({ organisation, definitions, productVersion: 'bench' }, ports);
  const assignments = definitions.map(({ id }) => ({ definition: id, roles: ['clerk'] }));
  const wish = { name: 'Clerk', party: 'organisation', rights: ['handler'], assignments, language: 'en' } as const;
  const added = await addPerson(desk, { organisation }, { ...wish, rights: [...wish.rights] });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  const { _id, ...person } = added.value;
  await desk.models.persons.deleteOne({ organisation, _id });
  await desk.models.persons.create({ ...person, _id: clerk.person, signIn: 'active' });
}

async function begin(ports: OpenPorts, definition: string, values: JsonObject) {
  const key = systemRandom.id();
  const receivedAt = new Date(ports.clock.now()).toISOString();
  const body = { definition: { id: definition }, channel: 'phone', receivedAt, input: values };
  const caseId = keyedCaseId(organisation, key);
  const answer = await start({ organisation, caseId, id: key, by: clerk, ...body, bodyHash: startHash(body) }, ports);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return { caseId, revision: answer.value.revision };
}

async function complete(ports: OpenPorts, caseId: string, task: string): Promise<number> {
  const answer = await send(ports, caseId, { type: 'done', payload: { values: { note: 'seen' }, task } });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.revision;
}

const send = (ports: OpenPorts, caseId: string, { type, payload }: { readonly type: string; readonly payload: JsonObject }) =>
  deliver({ organisation, caseId, type, id: systemRandom.id(), bodyHash: bodyHash(type, payload), by: clerk, payload }, ports);

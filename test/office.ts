import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type Definition, type JsonObject, parseDefinition, type Result } from '@redress/engine';
import { deliver } from '../runtime-api/src/deliver.ts';
import type { Delivered } from '../runtime-api/src/delivered.ts';
import { bodyHash, keyedCaseId, startHash } from '../runtime-api/src/event-id.ts';
import { fileMail } from '../runtime-api/src/letters/mail.ts';
import { openPorts } from '../runtime-api/src/open-ports.ts';
import { peoplePort } from '../runtime-api/src/people/people-port.ts';
import type { LiveMessage, Mail } from '../runtime-api/src/ports.ts';
import type { Refusal } from '../runtime-api/src/refusal.ts';
import { start } from '../runtime-api/src/start.ts';
import { startWorkers, type Workers } from '../runtime-api/src/start-workers.ts';
import type { CaseDocument } from '../runtime-api/src/store/models/case.ts';
import type { JournalLine } from '../runtime-api/src/store/models/journal.ts';
import { peopleModels } from '../runtime-api/src/store/models/people-models.ts';
import type { TaskDocument } from '../runtime-api/src/store/models/task.ts';
import { openStore, type Store } from '../runtime-api/src/store/store.ts';
import { sweep } from '../runtime-api/src/store/tenant.ts';
import { foundOffice, officeName } from './found-office.ts';
import { PretendClock } from './pretend-clock.ts';
import { type ReadLetter, readLetters } from './read-letters.ts';
import { removeHome, wireDatabase } from './wire-database.ts';

type OpenPorts = ReturnType<typeof openPorts>;
export interface OfficeSettings {
  /** Procedures as JSON, the first one is meant where a test names none. */
  readonly processes: readonly unknown[];
  readonly now: string;
  /** An office that was closed, or a second process on its store: its folder. */
  readonly home?: string;
  readonly mail?: (home: string) => Mail;
  /** Plants a fault: wraps a port. */
  readonly wrap?: (ports: OpenPorts) => OpenPorts;
  readonly clock?: PretendClock;
  readonly language?: 'en' | 'fa' | 'pl';
  readonly timeZone?: string;
  readonly workers?: boolean;
  /** Another process on the same store and organisation. */
  readonly beside?: Pick<Office, 'store' | 'organisation' | 'clock' | 'home'>;
}

export interface Received {
  readonly id: string;
  readonly revision: number;
}
/** A whole office in one process: a real store in a folder of its own, real workers, people with roles, a clock that stands still. */
export class Office {
  readonly organisation: string;
  readonly home: string;
  readonly clock: PretendClock;
  readonly store: Store;
  readonly ports: OpenPorts;
  readonly definitions: readonly Definition[];
  readonly told: LiveMessage[];
  readonly logged: { readonly level: string; readonly facts: object; readonly message: string }[];
  #workers: Workers | undefined;
  readonly #ownsStore: boolean;

  constructor(parts: {
    readonly organisation: string;
    readonly home: string;
    readonly clock: PretendClock;
    readonly store: Store;
    readonly ports: OpenPorts;
    readonly definitions: readonly Definition[];
    readonly told: LiveMessage[];
    readonly logged: Office['logged'];
    readonly workers: Workers | undefined;
    readonly ownsStore: boolean;
  }) {
    this.organisation = parts.organisation;
    this.home = parts.home;
    this.clock = parts.clock;
    this.store = parts.store;
    this.ports = parts.ports;
    this.definitions = parts.definitions;
    this.told = parts.told;
    this.logged = parts.logged;
    this.#workers = parts.workers;
    this.#ownsStore = parts.ownsStore;
  }

  /** A person of the office in one of the procedure's roles: one person a role, the same each time. */
  readonly as = (role: string): Actor => ({ person: `person-${role}`, roles: [role] });

  /** Somebody complains. `key` makes it repeatable. */
  async start(
    values: JsonObject,
    how: {
      readonly key?: string;
      readonly by?: Actor;
      readonly receivedAt?: string;
      readonly definition?: string;
      readonly businessKey?: string;
    } = {},
  ): Promise<Result<Delivered, Refusal>> {
    const key = how.key ?? this.ports.random.id();
    const body = {
      definition: { id: how.definition ?? this.definitions[0]?.id ?? '' },
      channel: 'phone',
      receivedAt: how.receivedAt ?? this.now(),
      input: values,
      ...(how.businessKey === undefined ? {} : { businessKey: how.businessKey }),
    };
    const answer = await start(
      {
        organisation: this.organisation,
        caseId: keyedCaseId(this.organisation, key),
        id: key,
        by: how.by ?? this.as('handler'),
        ...body,
        bodyHash: startHash(body),
      },
      this.ports,
    );
    await this.settled();
    return answer;
  }

  /** A complaint that is received; what the form needs is filled in. */
  async receive(complaint: JsonObject = {}): Promise<Received> {
    const started = await this.start({
      description: 'The parcel came late',
      contact: 'ada@example.org',
      complainantName: 'Ada',
      ...complaint,
    });
    if (!started.ok) throw new Error(JSON.stringify(started.refusal));
    return { id: started.value.caseId, revision: started.value.revision };
  }

  /** An event as a person sends it; the open task of the role's form is found where the test names none. */
  async deliver(
    caseId: string,
    type: string,
    how: {
      readonly by?: Actor;
      readonly values?: JsonObject;
      readonly task?: string;
      readonly key?: string;
      readonly payload?: JsonObject;
    } = {},
  ): Promise<Result<Delivered, Refusal>> {
    const by = how.by ?? this.as('handler');
    const payload = how.payload ?? {
      ...(how.values === undefined ? {} : { values: how.values }),
      ...(how.task === undefined ? {} : { task: how.task }),
    };
    const answer = await deliver(
      {
        organisation: this.organisation,
        caseId,
        type,
        id: how.key ?? this.ports.random.id(),
        bodyHash: bodyHash(type, payload),
        by,
        payload,
      },
      this.ports,
    );
    await this.settled();
    return answer;
  }

  /** Ends the one open task of a step by one of its outcomes. */
  async complete(caseId: string, step: string, type: string, values: JsonObject, by?: Actor): Promise<Result<Delivered, Refusal>> {
    const task = (await this.case(caseId)).tasks
      .map((stored) => stored as { readonly id: string; readonly step: string; readonly role: string })
      .find((one) => one.step === step);
    if (task === undefined) throw new Error(`No open task of ${step}`);
    return this.deliver(caseId, type, { task: task.id, values, by: by ?? this.as(task.role) });
  }

  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** Until nothing that is due now is left to do. */
  async settled(): Promise<void> {
    await this.#workers?.idle();
  }

  /** Time passes: whatever falls due on the way happens at its own time. */
  async pass(term: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): Promise<void> {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = term;
    const until = this.clock.now() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    await this.settled();
    for (let next = await this.#nextDue(until); next !== undefined; next = await this.#nextDue(until)) {
      this.clock.jumpTo(next);
      await this.settled();
    }
    this.clock.jumpTo(until);
    await this.settled();
  }

  async #nextDue(untilMs: number): Promise<number | undefined> {
    const between = { $gt: this.now(), $lte: new Date(untilMs).toISOString() };
    const timer = await sweep(this.store.cases.findOne({ nextDueAt: between }), 'due-timers')
      .sort({ nextDueAt: 1 })
      .lean<CaseDocument>();
    const effect = await sweep(this.store.effects.findOne({ nextAt: between }), 'due-effects')
      .sort({ nextAt: 1 })
      .lean<{ readonly nextAt: string }>();
    const times = [timer?.nextDueAt, effect?.nextAt].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async case(caseId: string): Promise<CaseDocument> {
    const found = await this.store.cases.findOne({ organisation: this.organisation, _id: caseId }).lean<CaseDocument>();
    if (found === null) throw new Error(`No case ${caseId}`);
    return found;
  }

  journal(caseId: string): Promise<JournalLine[]> {
    return this.store.journal.find({ organisation: this.organisation, caseId }).sort({ revision: 1 }).lean<JournalLine[]>();
  }

  tasks(caseId: string): Promise<TaskDocument[]> {
    return this.store.tasks.find({ organisation: this.organisation, caseId }).sort({ openedAt: 1, _id: 1 }).lean<TaskDocument[]>();
  }

  /** Letters in the folder of an office without a mail server, oldest first. */
  letters(): Promise<readonly ReadLetter[]> {
    return readLetters(join(this.home, 'letters'));
  }

  /** Ends as a server ends: what is being done is done. */
  async close(): Promise<void> {
    await this.#workers?.stop();
    this.#workers = undefined;
    if (this.#ownsStore) await this.store.close();
  }

  /** Ends and takes its folder away, with the database that belongs to it. */
  async remove(): Promise<void> {
    await this.close();
    if (this.#ownsStore) await removeHome(this.home);
  }
}

export async function openOffice(settings: OfficeSettings): Promise<Office> {
  const { beside } = settings;
  const clock = beside?.clock ?? settings.clock ?? new PretendClock(settings.now);
  const home = beside?.home ?? settings.home ?? (await mkdtemp(join(tmpdir(), 'redress-office-')));
  const uri = wireDatabase(home);
  const store = beside?.store ?? (await openStore({ home, durability: 'relaxed', ...(uri === undefined ? {} : { uri }) }));
  const told: LiveMessage[] = [];
  const logged: Office['logged'] = [];
  const log = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  const models = await peopleModels(store);
  const desk = { models, clock, store };
  const real = openPorts({
    store,
    clock,
    mail: settings.mail?.(home) ?? fileMail({ folder: join(home, 'letters'), from: 'complaints@office.example' }),
    people: peoplePort(desk),
    live: { tell: (message) => told.push(message) },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    publicUrl: 'https://office.example',
  });
  const ports = settings.wrap?.(real) ?? real;
  const definitions = settings.processes.map(parsed);
  const known = await sweep(store.organisations.findOne({ name: officeName }), 'organisations').lean<{ readonly _id: string }>();
  const organisation = beside?.organisation ?? known?._id ?? (await foundOffice(settings, ports, { definitions, desk }));
  const workers = settings.workers === false ? undefined : startWorkers(ports);
  return new Office({ organisation, home, clock, store, ports, definitions, told, logged, workers, ownsStore: beside === undefined });
}

function parsed(json: unknown): Definition {
  const definition = parseDefinition(json);
  if (!definition.ok) throw new Error(JSON.stringify(definition.refusal));
  return definition.value;
}

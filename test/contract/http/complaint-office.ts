import { shippedProcesses } from '@redress/definitions';
import { type Definition, parseDefinition } from '@redress/engine';
import type { RightName } from '../../../runtime-api/src/store/models/people-person.ts';
import { fillForm } from '../../tools/fill-form.ts';
import type { Answer, Browser } from './browser.ts';
import { enc } from './play.ts';
import type { TestServer } from './running-server.ts';
import { founded, staff } from './world.ts';

export const definitions: readonly Definition[] = shippedProcesses.map((json) => {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
});

/** One person a role of the three procedures; nobody has any right in the application but Hugo and Hela, who record for people outside, Kim, whom complaints are about, and Lea, who leads the team. */
const employees: readonly (readonly [name: string, roles: { readonly [definition: string]: readonly string[] }])[] = [
  ['Fatima', { complaint: ['frontline'] }],
  ['Hugo', { complaint: ['handler'], dispute: ['handler'] }],
  ['Hela', {}],
  ['Kim', {}],
  ['Lea', { dispute: ['coordinator'] }],
  ['Ivan', { complaint: ['investigator'] }],
  ['Dora', { complaint: ['decisionMaker'], escalation: ['reviewer', 'escalationManager'] }],
  ['Olga', { complaint: ['processOwner'] }],
  ['Tadeusz', { complaint: ['topManagement'], escalation: ['topManagement'] }],
  ['Emil', { escalation: ['escalationManager'] }],
  ['Rita', { escalation: ['reviewer'] }],
  ['Sam', { escalation: ['seniorManager'], dispute: ['seniorManager'] }],
  ['Carla', { dispute: ['coordinator'] }],
  ['Nina', { dispute: ['authorisedNegotiator'] }],
  ['Ivo', { dispute: ['implementationOwner'] }],
];

const rightsOf = (name: string): readonly RightName[] => (/^[HK]/.test(name) ? ['handler'] : name === 'Lea' ? ['team-lead'] : []);

export interface Done {
  readonly as: string;
  /** Somebody outside for whom it is recorded. */
  readonly for?: string;
  readonly values?: object;
}

/** An organisation with the whole ladder: everything is done through the HTTP API, as the window does it. */
export class ComplaintOffice {
  readonly #server: TestServer;
  readonly #people = new Map<string, Browser>();
  readonly #ids = new Map<string, string>();
  readonly #outsiders = new Map<string, string>();
  /** `definition/event` that were recorded for somebody outside. */
  readonly recorded = new Set<string>();

  private constructor(server: TestServer) {
    this.#server = server;
  }

  static async open(server: TestServer): Promise<ComplaintOffice> {
    const office = new ComplaintOffice(server);
    const admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
    for (const [name, roles] of employees) {
      const assignments = Object.entries(roles).map(([definition, held]) => ({ definition, roles: held }));
      const employed = await staff(server, admin, { name, assignments, rights: rightsOf(name) });
      office.#ids.set(name, employed.id);
      office.#people.set(name, employed.browser);
    }
    return office;
  }

  as(name: string): Browser {
    const browser = this.#people.get(name);
    if (browser === undefined) throw new Error(`Nobody is called ${name}`);
    return browser;
  }

  idOf = (name: string): string => this.#ids.get(name) ?? '';

  /** Somebody outside, created by whoever records for them the first time. */
  async outsider(name: string, by: Browser): Promise<string> {
    const known = this.#outsiders.get(name);
    if (known !== undefined) return known;
    const party = name === 'Ada' ? 'complainant' : 'provider';
    const made = await by.post('/people/outside', { name, party });
    this.#outsiders.set(name, made.body.person.id);
    return made.body.person.id;
  }

  /** What somebody tries: the outcome of the open task, with its form filled in, or an event of the case. */
  async tries(caseId: string, event: string, { as, for: outside, values }: Done): Promise<Answer> {
    const browser = this.as(as);
    const view = (await this.as('Hela').get(`/cases/${caseId}`)).body;
    const definition = definitions.find(({ id }) => id === view.definition);
    const described = definition?.events[event];
    const task = view.tasks.find((one: { kind: string }) => one.kind === 'work');
    const form =
      described?.form ?? (described?.by === undefined ? (await this.as('Hela').get(`/tasks/${enc(task.id)}`)).body.form?.form : undefined);
    const now = new Date(this.#server.clock.now()).toISOString();
    const body = {
      event,
      values: definition === undefined ? {} : fillForm(definition, form, { given: JSON.parse(JSON.stringify(values ?? {})) }),
      ...(outside === undefined
        ? {}
        : { onBehalfOf: await this.outsider(outside, browser), recorded: { channel: 'phone', saidAt: now, evidence: `note of ${event}` } }),
    };
    const path = described?.by === undefined ? `/tasks/${enc(task.id)}/completion` : `/cases/${caseId}/events`;
    const answer = await browser.post(path, body);
    if (answer.status === 200 && outside !== undefined) this.recorded.add(`${definition?.id}/${event}`);
    await this.#settle(caseId);
    return answer;
  }

  /** The same, and it works. */
  async does(caseId: string, ...events: readonly (readonly [event: string, done: Done])[]): Promise<void> {
    for (const [event, done] of events) {
      const answer = await this.tries(caseId, event, done);
      if (answer.status !== 200) throw new Error(`${event} by ${done.as}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  /** A complaint lodged for Ada and registered by the front line. */
  async lodged(about: object = {}): Promise<string> {
    const browser = this.as('Hugo');
    const started = await browser.post('/cases', {
      definition: 'complaint',
      channel: 'phone',
      receivedAt: new Date(this.#server.clock.now()).toISOString(),
      values: { description: 'The roof was paid for in part', contact: 'ada@example.org', complainantName: 'Ada' },
      onBehalfOf: await this.outsider('Ada', browser),
    });
    const id = started.body.id;
    await this.#server.idle();
    await this.does(id, [
      'register',
      { as: 'Fatima', values: { contact: 'ada@example.org', description: 'The roof was paid for in part', ...about } },
    ]);
    return id;
  }

  /** The same, and rejected. */
  async rejectedComplaint(about: object = {}): Promise<string> {
    const id = await this.lodged(about);
    await this.does(
      id,
      ['assessed', { as: 'Hugo', values: { severity: 2 } }],
      ['findingsReady', { as: 'Ivan' }],
      ['decide', { as: 'Dora', values: { decision: 'rejected', reasons: 'It was wear' } }],
    );
    return id;
  }

  /** The case that this one waits for, as its page lists it. */
  async child(caseId: string): Promise<string> {
    const { children } = (await this.as('Hela').get(`/cases/${caseId}`)).body;
    return children.find((one: { status: string }) => one.status === 'active').id;
  }

  view = async (caseId: string) => (await this.as('Hela').get(`/cases/${caseId}`)).body;
  fields = async (caseId: string, by = 'Hela'): Promise<{ readonly [field: string]: unknown }> =>
    Object.fromEntries(
      (await this.as(by).get(`/cases/${caseId}`)).body.fields.map((one: { field: string; value: unknown }) => [one.field, one.value]),
    );

  /** Letters that were written are sent by hand, as without a mail server they must be. */
  async #settle(caseId: string): Promise<void> {
    const hela = this.as('Hela');
    for (let round = 0; round < 5; round++) {
      await this.#server.idle();
      const { rows } = (await hela.get(`/cases/${caseId}/letters`)).body;
      const written = rows.filter((one: { state: string }) => one.state === 'written');
      if (written.length === 0) return;
      for (const { key } of written) {
        const at = new Date(this.#server.clock.now()).toISOString();
        const sent = await hela.post(`/cases/${caseId}/letters/${enc(key)}/sent`, { how: 'from my own mailbox', at });
        if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
      }
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { answerTo, type Plan, planOf } from './procedures.ts';

/** What somebody sent, and whether it was acknowledged. `event` is the id under which the journal keeps it. */
export interface Sent {
  readonly event: string;
  readonly what: string;
  acknowledged: boolean;
  tries: number;
}

interface Row {
  readonly id: string;
  readonly step: string;
  readonly title: string;
}

const refused = new Set([400, 401, 403, 404, 409, 413, 422]);

/** Staff who work while processes die under their hands: whoever gets no answer sends the same again, under the same key. */
export class Desk {
  readonly sent = new Map<string, Sent>();
  readonly problems: string[] = [];
  readonly #tokens: { readonly [person: string]: string };
  readonly #url: (turn: number) => string | undefined;
  readonly #receivedAt: string;
  readonly #taken = new Set<string>();
  #turn = 0;
  #given = false;

  constructor(parts: {
    readonly tokens: { readonly [person: string]: string };
    readonly url: (turn: number) => string | undefined;
    readonly receivedAt: string;
  }) {
    this.#tokens = parts.tokens;
    this.#url = parts.url;
    this.#receivedAt = parts.receivedAt;
  }

  get acknowledged(): number {
    return [...this.sent.values()].filter((sent) => sent.acknowledged).length;
  }

  /** Receives complaints, so many at a time, as long as there are more, and works off every task there is until told that all have ended. */
  async work(more: () => number | undefined, atOnce: number, ended: () => Promise<boolean>): Promise<void> {
    this.#given = false;
    const receiving = Array.from({ length: atOnce }, async () => {
      for (let n = more(); n !== undefined && !this.#given; n = more()) await this.#receive(planOf(n));
    });
    let over = false;
    const staff = ['clerk', 'boss'].map(async (role) => {
      while (!over) {
        await this.#clear(role, atOnce);
        await pause(30);
      }
    });
    try {
      await Promise.all(receiving);
      while (!(await ended())) await pause(100);
    } finally {
      over = true;
      this.#given = true;
      await Promise.all(staff);
    }
  }

  async #receive(plan: Plan): Promise<void> {
    const body = { definition: 'parcel', channel: 'phone', receivedAt: this.#receivedAt, values: plan.input };
    const answer = await this.#send('clerk', 'startCase', { path: '/cases', key: `parcel-${plan.n}`, body });
    if (plan.note === undefined || answer === undefined) return;
    const noted = { event: 'noted', values: { note: plan.note } };
    await this.#send('clerk', 'sendEvent', { path: `/cases/${answer.id}/events`, key: `note-${plan.n}`, body: noted });
  }

  /** Everything that waits in the queue of a role, whoever's case it is. */
  async #clear(role: string, atOnce: number): Promise<void> {
    const page = await this.#ask(role, { path: '/tasks/search', body: { scope: 'queue', role, limit: 100 } }).catch(() => undefined);
    const rows = page?.status === 200 ? ((page.body.rows ?? []) as readonly Row[]) : [];
    const open = rows.filter((row) => !this.#taken.has(row.id));
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let row = open.shift(); row !== undefined; row = open.shift()) await this.#complete(role, row);
      }),
    );
  }

  async #complete(role: string, row: Row): Promise<void> {
    this.#taken.add(row.id);
    const n = Number(/parcel (\d+)/.exec(row.title)?.[1]);
    const body = answerTo(row.step, planOf(n));
    await this.#send(role, 'completeTask', { path: `/tasks/${encodeURIComponent(row.id)}/completion`, key: row.id, body });
  }

  /** Until it is answered, one way or the other. */
  async #send(
    role: string,
    operation: string,
    request: { readonly path: string; readonly key: string; readonly body: object },
  ): Promise<{ readonly id: string } | undefined> {
    const event = `person-${role}:${operation}:${request.key}`;
    const sent: Sent = { event, what: request.path, acknowledged: false, tries: 0 };
    this.sent.set(event, sent);
    while (!this.#given || sent.tries === 0) {
      sent.tries++;
      const answer = await this.#ask(role, request).catch(() => undefined);
      if (answer !== undefined && answer.status < 300) {
        sent.acknowledged = true;
        return { id: String(answer.body.id) };
      }
      if (answer !== undefined && refused.has(answer.status)) {
        this.problems.push(`${request.path} ${sent.tries}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return undefined;
      }
      await pause(20 + 20 * Math.min(10, sent.tries));
    }
    return undefined;
  }

  async #ask(
    role: string,
    { path, key, body }: { readonly path: string; readonly key?: string; readonly body: object },
  ): Promise<{ readonly status: number; readonly body: { readonly [name: string]: unknown } } | undefined> {
    const url = this.#url(this.#turn++);
    if (url === undefined) return undefined;
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${this.#tokens[role]}`,
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }
}

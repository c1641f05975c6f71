import type { Desk } from '../../runtime-api/src/people/desk.ts';
import { makeToken } from '../../runtime-api/src/people/tokens.ts';

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as a program of the office would; their shapes are tested with the routes.
  readonly body: any;
}
const tokenDays = 365;
const dayMs = 86_400_000;

/**
 * One person of the staff at a program of theirs, which works over HTTP with nothing but a token of that person. The token itself is made at the people's
 * desk, not over HTTP: there the route of tokens is the administrator's.
 */
export class StaffDesk {
  readonly #of: { readonly person: string; readonly organisation: string; readonly base: string; readonly desk: Desk };
  #token: { readonly secret: string; readonly endsAtMs: number } | undefined;

  constructor(of: { readonly person: string; readonly organisation: string; readonly base: string; readonly desk: Desk }) {
    this.#of = of;
  }

  async post(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.#of.base}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await this.#valid()}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Tokens end; between two complaints there may be years. */
  async #valid(): Promise<string> {
    const now = this.#of.desk.clock.now();
    if (this.#token && this.#token.endsAtMs - dayMs > now) return this.#token.secret;
    const { person, organisation, desk } = this.#of;
    const wish = { organisation, by: { person, rights: [] }, name: 'desk', person, rights: [], days: tokenDays };
    const made = await makeToken(desk, { ...wish, scope: ['read', 'work', 'start'] });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    this.#token = { secret: made.value.secret, endsAtMs: now + tokenDays * dayMs };
    return this.#token.secret;
  }
}

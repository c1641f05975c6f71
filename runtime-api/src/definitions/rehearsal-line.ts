import { ok, type Result, refuse } from '@redress/engine';

/** So many of one organisation may wait or be played at once; whoever asks more has to come again. */
const perOrganisation = 2;
const comeAgainSeconds = 5;

/** Why somebody has to come again. */
export type Busy = { readonly code: 'too-many-requests'; readonly retryAfterSeconds: number };

/** Rehearsals of one process, one after the other: together they would take the server from everybody else. */
export class RehearsalLine {
  readonly #waiting = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  async play<Value>(organisation: string, work: () => Promise<Value>): Promise<Result<Value, Busy>> {
    const before = this.#waiting.get(organisation) ?? 0;
    if (before >= perOrganisation) return refuse({ code: 'too-many-requests', retryAfterSeconds: comeAgainSeconds });
    this.#waiting.set(organisation, before + 1);
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    try {
      return ok(await mine);
    } finally {
      const left = (this.#waiting.get(organisation) ?? 1) - 1;
      if (left === 0) this.#waiting.delete(organisation);
      else this.#waiting.set(organisation, left);
    }
  }
}

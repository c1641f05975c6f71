import { taskAfter, tasksBefore } from './procedure.ts';

/** The product as a client meets it: in this process or over HTTP. */
export interface Road {
  readonly start: (text: string) => Promise<{ readonly caseId: string; readonly revision: number }>;
  readonly complete: (caseId: string, task: string) => Promise<number>;
}

interface Waiting {
  readonly caseId: string;
  readonly revision: number;
}

/**
 * So many clients, each with one request on its way, never waiting for a timer: a case whose timer has fired is finished by whoever is free next,
 * and a new one is begun when none is. `fired` is to be called when the timer of a case was delivered.
 */
export class Workload {
  readonly #road: Road;
  readonly #text: () => string;
  readonly #ready: Waiting[] = [];
  readonly latenciesMs: number[] = [];
  ended = 0;
  #running = false;
  #clients: Promise<void>[] = [];

  constructor(road: Road, text: () => string) {
    this.#road = road;
    this.#text = text;
  }

  readonly fired = (caseId: string, revision: number): void => void this.#ready.push({ caseId, revision });

  begin(inFlight: number): void {
    this.#running = true;
    this.#clients = Array.from({ length: inFlight }, () => this.#client());
  }

  /** Until the requests on their way are answered. */
  async end(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#clients);
  }

  async #client(): Promise<void> {
    while (this.#running) {
      const waiting = this.#ready.shift();
      if (waiting === undefined) await this.#firstPart();
      else await this.#complete(waiting.caseId, `${taskAfter}:${waiting.revision}`);
    }
  }

  async #firstPart(): Promise<void> {
    const { caseId, revision } = await this.#road.start(this.#text());
    let opened = revision;
    for (const step of tasksBefore) {
      if (!this.#running) return;
      opened = await this.#complete(caseId, `${step}:${opened}`);
    }
  }

  async #complete(caseId: string, task: string): Promise<number> {
    const from = performance.now();
    const revision = await this.#road.complete(caseId, task);
    this.latenciesMs.push(performance.now() - from);
    if (task.startsWith(taskAfter)) this.ended += 1;
    return revision;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from '../../contract/store/child.ts';
import type { KillPoint } from './kill-points.ts';

/** Where a process works, and where it dies: the so-manieth time it comes past that point. */
export interface Order {
  readonly home: string;
  readonly mongoUri?: string;
  readonly smtpUrl: string;
  readonly clock: { readonly origin: string; readonly times: number };
  readonly death?: { readonly at: KillPoint; readonly times: number };
  /** Chooses among the places that one point has. */
  readonly turn: number;
}

/** At a named point, or at any moment from outside. */
export type Death = { readonly at: KillPoint; readonly times: number } | { readonly at: 'random'; readonly afterMs: number };

interface Running {
  readonly child: Child;
  readonly name: string;
  readonly url: string;
  /** How it will end, if not as a server ends. */
  death: Death | undefined;
}

/** Keeps so many processes running. Once released, each dies by its death of the plan and is followed by the next one, until all have been died. */
export class Supervision {
  readonly deaths: { readonly at: Death['at']; readonly name: string }[] = [];
  /** What processes said went wrong beyond refusals. */
  readonly errors: string[] = [];
  readonly #order: (name: string) => Omit<Order, 'turn' | 'death'>;
  readonly #plan: Death[];
  readonly #planned: number;
  readonly #running = new Map<number, Running>();
  readonly #spares: Child[] = [];
  readonly #watching: Promise<void>[] = [];
  #count = 0;
  #failedStarts = 0;
  #released = false;
  #stopped = false;

  constructor(order: (name: string) => Omit<Order, 'turn' | 'death'>, plan: readonly Death[]) {
    this.#order = order;
    this.#plan = [...plan];
    this.#planned = plan.length;
  }

  /** The plan has been carried out. */
  get done(): boolean {
    return this.deaths.length === this.#planned;
  }

  async open(processes: number): Promise<void> {
    for (let slot = 0; slot < processes; slot++)
      this.#watching.push(this.#keep(slot).catch((problem) => void this.errors.push(String(problem))));
    while (this.#running.size < processes && this.errors.length === 0) await pause(10);
  }

  /** From now on processes die; those that run now, at any moment. */
  release(): void {
    this.#released = true;
    for (const running of this.#running.values()) {
      const death = this.#plan.find(({ at }) => at === 'random');
      if (death?.at !== 'random') continue;
      this.#plan.splice(this.#plan.indexOf(death), 1);
      running.death = death;
      this.#spares.push(spare());
      setTimeout(() => running.child.process.kill('SIGKILL'), death.afterMs);
    }
  }

  /** Where somebody answers, one after the other; undefined while nobody does. */
  url(turn: number): string | undefined {
    const up = [...this.#running.values()];
    return up[turn % Math.max(1, up.length)]?.url;
  }

  /** Lines that the processes answer to a word. */
  async ask(word: string): Promise<string | undefined> {
    const [first] = this.#running.values();
    if (first === undefined) return undefined;
    const before = first.child.lines.length;
    first.child.process.stdin?.write(`${word}\n`);
    for (let looks = 0; looks < 500; looks++) {
      const line = first.child.lines.slice(before).find((one) => one.startsWith(word));
      if (line !== undefined) return line;
      await pause(10);
    }
    return undefined;
  }

  /** Everybody ends as a server ends. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { child } of this.#running.values()) child.process.stdin?.end('stop\n');
    await Promise.all(this.#watching);
    for (const spare of this.#spares) spare.process.stdin?.end();
    await Promise.all(this.#spares.map((spare) => spare.ended));
  }

  /** Everybody is gone at once, whatever they do. */
  async abandon(): Promise<void> {
    this.#stopped = true;
    for (const child of [...this.#spares, ...[...this.#running.values()].map((one) => one.child)]) child.process.kill('SIGKILL');
    await Promise.allSettled(this.#watching);
  }

  async #keep(slot: number): Promise<void> {
    while (!this.#stopped) {
      const running = await this.#start(slot);
      const { child, name } = running;
      const code = await child.ended;
      this.#running.delete(slot);
      this.errors.push(...child.lines.filter((line) => line.startsWith('error')));
      if (child.process.signalCode === 'SIGKILL' && running.death !== undefined) this.deaths.push({ at: running.death.at, name });
      else if (running.url === '' && this.#failedStarts++ < failedStartsMax) this.#again(running, child);
      else if (!this.#stopped) throw new Error(`${name} ended with ${code}: ${child.lines.join('\n')}`);
    }
  }

  /** Without a store nothing can begin; whoever is in charge of the processes starts it again. */
  #again({ death, name }: Running, { said }: Child): void {
    said('open http').catch((problem) => this.errors.push(`error ${name} did not start: ${problem}`));
    if (death !== undefined) this.#plan.unshift(death);
  }

  async #start(slot: number): Promise<Running> {
    const death = this.#released ? this.#plan.shift() : undefined;
    const name = `p${++this.#count}`;
    const child = await this.#next();
    const named = death === undefined || death.at === 'random' ? {} : { death };
    child.process.stdin?.write(`${JSON.stringify({ ...this.#order(name), ...named, turn: this.#count })}\n`);
    // Some die on their first steps, before their door is open.
    const opened = await child.said('open http').catch(() => undefined);
    const running: Running = { child, name, url: opened?.slice('open '.length) ?? '', death };
    if (opened !== undefined) this.#running.set(slot, running);
    if (death?.at === 'random') setTimeout(() => child.process.kill('SIGKILL'), death.afterMs);
    return running;
  }

  /** A process that has read its program already, so that the next one is there at once. */
  async #next(): Promise<Child> {
    const child = this.#spares.shift() ?? spare();
    if (this.#released && !this.done && !this.#stopped) this.#spares.push(spare());
    await child.said('ready');
    return child;
  }
}

const failedStartsMax = 20;

function spare(): Child {
  const child = startChild('../../proof/kill-loop/server.child.ts', []);
  child.process.stdin?.on('error', () => undefined); // The dead do not listen.
  return child;
}

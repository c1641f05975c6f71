import type { ProcessClock } from '../runtime-api/src/ports.ts';

/** A clock that stands still until a test moves it. Reachable from tests and the demonstration only. */
export class PretendClock implements ProcessClock {
  #nowMs: number;
  #wakes: { readonly atMs: number; readonly call: () => void }[] = [];

  constructor(now: string) {
    this.#nowMs = Date.parse(now);
  }

  readonly now = (): number => this.#nowMs;

  readonly wake = (atMs: number, call: () => void): (() => void) => {
    const wake = { atMs, call };
    this.#wakes.push(wake);
    return () => {
      this.#wakes = this.#wakes.filter((one) => one !== wake);
    };
  };

  /** Moves on at once: whatever was to wake until then wakes now, in its order. */
  jumpTo(atMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, atMs);
    const due = this.#wakes.filter((wake) => wake.atMs <= this.#nowMs).sort((one, other) => one.atMs - other.atMs);
    this.#wakes = this.#wakes.filter((wake) => wake.atMs > this.#nowMs);
    for (const wake of due) wake.call();
  }
}

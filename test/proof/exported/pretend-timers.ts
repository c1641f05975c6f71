interface Waiting {
  readonly id: number;
  readonly at: number;
  readonly fire: () => void;
}

/** The clock of an actor, set by hand. Timers fire one at a time, the earliest first. */
export class PretendTimers {
  at: number;
  #waiting: Waiting[] = [];
  #last = 0;

  constructor(at: number) {
    this.at = at;
  }

  now = (): number => this.at;

  setTimeout = (fire: () => void, ms: number): number => {
    this.#last += 1;
    this.#waiting.push({ id: this.#last, at: this.at + ms, fire });
    return this.#last;
  };

  clearTimeout = (id: number): void => {
    this.#waiting = this.#waiting.filter((timer) => timer.id !== id);
  };

  /** The one that is due by now and has waited longest. */
  fireNext(): void {
    const [next] = this.#inOrder();
    if (!next || next.at > this.at) throw new Error(`nothing is due at ${new Date(this.at).toISOString()}`);
    this.clearTimeout(next.id);
    next.fire();
  }

  /** When something falls due, in order. */
  due = (): readonly string[] => this.#inOrder().map(({ at }) => new Date(at).toISOString());

  #inOrder = (): readonly Waiting[] => [...this.#waiting].sort((one, other) => one.at - other.at || one.id - other.id);
}

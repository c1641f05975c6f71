import { randomBytes } from 'node:crypto';
import { publishedDefinitions } from './definitions/published.ts';
import type { Live, Log, Mail, People, Ports, ProcessClock, Random, Work } from './ports.ts';
import { openNumbers } from './register/numbers.ts';
import { settler } from './settle/settle.ts';
import { openCases } from './store/cases.ts';
import { openJournal } from './store/journal.ts';
import type { Store } from './store/store.ts';
import { openTurns } from './turns.ts';
import { openWork } from './work.ts';

export interface Outside {
  readonly store: Store;
  readonly clock: ProcessClock;
  readonly mail: Mail;
  /** Given the definitions, because who holds a role depends on the procedure. */
  readonly people: People;
  readonly live: Live;
  readonly log: Log;
  readonly random?: Random;
  readonly publicUrl?: string;
  /** Hears how late each timer was. */
  readonly fired?: Work['fired'];
  readonly lostRace?: Work['lostRace'];
  /** Called when the turn of an event begins; what it answers, with the answer of the turn when that ends. */
  readonly turnBegins?: () => (answer: unknown) => void;
}

/** Random bytes of the system; its shares are for jitter alone. */
export const systemRandom: Random = { id: () => randomBytes(16).toString('hex'), share: Math.random };

/** The real parts, put together once a process. */
export function openPorts(
  outside: Outside,
): Ports & { readonly work: Work & { readonly onEffects: (listener: () => void) => () => void } } {
  const { store, clock, live, log, mail } = outside;
  const cases = openCases(store);
  const definitions = publishedDefinitions({ store, clock, log });
  return {
    clock,
    store,
    cases,
    journal: openJournal(store),
    definitions,
    settle: settler({ store, clock, cases }),
    numbers: openNumbers(store),
    people: outside.people,
    mail,
    live,
    log,
    random: outside.random ?? systemRandom,
    turns: openTurns(outside.turnBegins),
    work: openWork(outside),
    ...(outside.publicUrl === undefined ? {} : { publicUrl: outside.publicUrl }),
  };
}

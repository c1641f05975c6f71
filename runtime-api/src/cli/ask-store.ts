import { join } from 'node:path';
import { processClock } from '../clock.ts';
import { fileMail } from '../letters/mail.ts';
import { openPorts } from '../open-ports.ts';
import type { Desk } from '../people/desk.ts';
import { peoplePort } from '../people/people-port.ts';
import { askOwner, ownerOf } from '../store/embedded/ownership.ts';
import { peopleModels } from '../store/models/people-models.ts';
import { openStore } from '../store/store.ts';
import { type Ask, type OwnerAnswers, type OwnerCommand, runOwnerCommand } from './owner-commands.ts';
import type { Settings } from './settings.ts';

/** Runs one command on the store; see `withStore`. */
export const askStore = <Command extends OwnerCommand>(settings: Settings, command: Command): Promise<OwnerAnswers[Command['command']]> =>
  withStore(settings, (ask) => ask(command));

/**
 * Lets some work run commands on the store: through the lock socket of the server that owns the folder, else by opening it here. With MONGODB_URI
 * straight on the server: there is no owner. Opened here, no worker runs: letters and deadlines wait in the store for the next server.
 */
export async function withStore<Answer>(settings: Settings, work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  const folder = join(settings.home, 'store');
  if (settings.mongoUri === undefined && (await ownerOf(folder)))
    return await work(async <Command extends OwnerCommand>(command: Command) => {
      const owner = await askOwner(folder, command);
      if (!owner) throw new Error(`The server that owned the store in ${settings.home} has stopped in the middle. Try again.`);
      return owner.answer as OwnerAnswers[Command['command']]; // Our own process of the same build, over a socket in a folder of 0700.
    });
  const store = await openStore({ home: settings.home, ...(settings.mongoUri === undefined ? {} : { uri: settings.mongoUri }) });
  try {
    const clock = settings.clock ?? processClock();
    const desk: Desk = { store, clock, models: await peopleModels(store) };
    const ports = openPorts({
      store,
      clock,
      mail: fileMail({ folder: join(settings.home, 'letters') }),
      live: { tell: () => undefined },
      log: { info: () => undefined, warn: toErrors, error: toErrors },
      people: peoplePort(desk),
    });
    return await work(
      async <Command extends OwnerCommand>(command: Command) =>
        (await runOwnerCommand({ desk, ports }, command)) as OwnerAnswers[Command['command']],
    );
  } finally {
    await store.close();
  }
}

const toErrors = (facts: object, message: string): void => console.error(message, JSON.stringify(facts));

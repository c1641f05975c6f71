import { join } from 'node:path';
import { processClock } from '../clock.ts';
import type { Desk } from '../people/desk.ts';
import { askOwner } from '../store/embedded/ownership.ts';
import { peopleModels } from '../store/models/people-models.ts';
import { openStore } from '../store/store.ts';
import { type OwnerAnswers, type OwnerCommand, runOwnerCommand } from './owner-commands.ts';
import type { Settings } from './settings.ts';

/**
 * Runs a command on the store: through the lock socket of the server that owns the folder, else by opening it here. With MONGODB_URI straight on the
 * server: there is no owner.
 */
export async function askStore<Command extends OwnerCommand>(
  settings: Settings,
  command: Command,
): Promise<OwnerAnswers[Command['command']]> {
  const owner = settings.mongoUri === undefined ? await askOwner(join(settings.home, 'store'), command) : undefined;
  if (owner) return owner.answer as OwnerAnswers[Command['command']]; // Our own process of the same build, over a socket in a folder of 0700.
  const store = await openStore({ home: settings.home, ...(settings.mongoUri === undefined ? {} : { uri: settings.mongoUri }) });
  try {
    const desk: Desk = { store, clock: processClock(), models: await peopleModels(store) };
    return (await runOwnerCommand(desk, command)) as OwnerAnswers[Command['command']];
  } finally {
    await store.close();
  }
}

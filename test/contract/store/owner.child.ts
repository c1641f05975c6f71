import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

// Tries to own the folder, says how that went, and stays. As owner it answers commands.
const [folder = '', stay = 'stay'] = process.argv.slice(2);
try {
  const store = await openEmbedded(folder);
  store.lock.serve(async (request) => {
    if (request === 'fail') throw new Error('no such command');
    return { pid: process.pid, heard: request };
  });
  console.log(`owner ${process.pid}`);
  if (stay === 'stay') setInterval(() => {}, 60_000);
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message : String(error)}`);
}

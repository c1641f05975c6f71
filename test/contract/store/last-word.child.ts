import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

// One write, and nothing after its acknowledgement.
const [folder = '', name = ''] = process.argv.slice(2);
const store = await openEmbedded(folder);
await store.connection.collection('rows').insertOne({ _id: name } as never);
process.kill(process.pid, 'SIGKILL');

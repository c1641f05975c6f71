import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

// Writes until the disk takes no more, and says how that was told and what can be done all the same.
const [folder = ''] = process.argv.slice(2);
const store = await openEmbedded(folder);
const rows = store.connection.collection('rows');
let [kept, refused] = [0, ''];
while (refused === '') {
  await rows.insertOne({ _id: `r${kept}`, text: 'x'.repeat(3_000) } as never).then(
    () => {
      kept += 1;
    },
    (error: unknown) => {
      refused = String(error);
    },
  );
}
// What nobody listens to ends a process in the turn after.
await new Promise((later) => setImmediate(later));
console.log(`refused ${refused}, loses writes: ${store.losesWrites()}, read: ${await rows.countDocuments({})} of ${kept}`);
await store.close();

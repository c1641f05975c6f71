import { writeSync } from 'node:fs';
import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

// Writes until it is killed, and says each write that the store acknowledged, at once and past every buffer of this process.
const [folder = '', writers = '8'] = process.argv.slice(2);
const store = await openEmbedded(folder);
const rows = store.connection.collection('rows');
await rows.createIndex({ n: 1 });
const acknowledged = (line: string) => writeSync(1, `${line}\n`);
acknowledged(`begun ${process.pid}`);
await Promise.all(
  Array.from({ length: Number(writers) }, async (_, writer) => {
    const _id = `w${writer}`;
    const before = await rows.findOneAndUpdate(
      { _id } as never,
      { $setOnInsert: { n: 0, text: '' } },
      { upsert: true, returnDocument: 'after' },
    );
    for (let n = Number(before?.n); ; n++) {
      const changed = await rows.updateOne({ _id, n } as never, { $set: { n: n + 1, text: 'x'.repeat((n * 37) % 3000) } });
      if (changed.modifiedCount !== 1) throw new Error(`${_id} was not at ${n}`);
      acknowledged(`set ${_id} ${n + 1}`);
      if (n % 5 === 0) {
        await rows.insertOne({ _id: `${_id}:${n}`, n: -1 } as never);
        acknowledged(`new ${_id}:${n}`);
      }
    }
  }),
);

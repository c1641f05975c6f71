import { cp, lstat, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../runtime-api/src/store/store.ts';
import type { TestServer } from '../contract/http/running-server.ts';

/** A copy of everything that a server has written, once it rests; of its lock nothing: nobody owns the copy. */
export async function copiedHome({ home, idle }: Pick<TestServer, 'home' | 'idle'>): Promise<string> {
  await idle();
  const copy = await mkdtemp(join(tmpdir(), 'redress-copy-'));
  const isWritten = async (path: string) => {
    const file = await lstat(path);
    return file.isFile() || file.isDirectory();
  };
  await cp(home, copy, { recursive: true, filter: isWritten });
  return copy;
}

/** Somebody with access to the files writes another time into one line of a journal. */
export async function alterLine(home: string, line: { readonly organisation: string; readonly caseId: string; readonly revision: number }) {
  const { organisation, caseId, revision } = line;
  const store = await openStore({ home });
  const altered = await store.journal.updateOne(
    { organisation, _id: `${caseId}:${revision}` },
    { $set: { at: '2026-08-31T09:00:00.000Z' } },
  );
  await store.close();
  if (altered.matchedCount !== 1) throw new Error(`${caseId} has no line ${revision}`);
}

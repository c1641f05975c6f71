import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import mongoose from 'mongoose';

/**
 * Where a test keeps what its folder does not hold: on the server of MONGODB_URI a database of its own, named after the folder, so that whoever opens
 * the folder again finds it. Undefined where the embedded store in the folder is tested. Credentials in the address need an `authSource`.
 */
export function wireDatabase(home: string): string | undefined {
  const name = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 20);
  return process.env.MONGODB_URI?.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/test-${name}`);
}

/** Takes the folder away, and its database with it. */
export async function removeHome(home: string): Promise<void> {
  const uri = wireDatabase(home);
  if (uri !== undefined) {
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  }
  await rm(home, { recursive: true, force: true });
}

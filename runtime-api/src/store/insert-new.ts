import { isDuplicate } from './store-error.ts';

/** Inserts what is there once, whoever writes it: false if somebody else already did. */
export async function insertNew(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (problem) {
    if (!isDuplicate(problem)) throw problem;
    return false;
  }
}

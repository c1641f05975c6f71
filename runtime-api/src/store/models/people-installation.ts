import { storedSchema } from '../schema.ts';

/** One document, `set-up`: who claimed the set-up of this server, and whether it was done. */
export interface InstallationDocument {
  _id: string;
  organisation: string;
  claimedAt: number;
  doneAt?: string;
}

export const installationSchema = storedSchema('installations', {
  claimedAt: { type: Number, required: true },
  doneAt: String,
});

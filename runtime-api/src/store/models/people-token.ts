import { storedSchema } from '../schema.ts';
import type { RightName } from './people-person.ts';

/** A way in for a program, as a person or as a named service. `_id` is the hash of its secret. */
export interface TokenDocument {
  _id: string;
  organisation: string;
  name: string;
  person?: string;
  rights: RightName[];
  scope: ('read' | 'work' | 'start')[];
  createdAt: string;
  createdBy: string;
  endsAt: string;
  lastUsedAt?: string;
  expiresAt: string;
}

export const tokenSchema = storedSchema('tokens', {
  name: { type: String, required: true },
  person: String,
  rights: { type: [String], required: true },
  scope: { type: [String], required: true },
  createdAt: { type: String, required: true },
  createdBy: { type: String, required: true },
  endsAt: { type: String, required: true },
  lastUsedAt: String,
  expiresAt: { type: String, required: true },
});
tokenSchema.index({ organisation: 1, createdAt: 1 });
tokenSchema.index({ expiresAt: 1 }, { sparse: true });

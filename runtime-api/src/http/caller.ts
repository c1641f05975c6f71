import type { PersonDocument, RightName } from '../store/models/people-person.ts';
import type { TokenDocument } from '../store/models/people-token.ts';

/** Whoever asks, as session or token say it. The organisation comes from here and from nowhere else. */
export interface Caller {
  readonly organisation: string;
  /** Scope of `Idempotency-Key`: the person, or the token of a service. */
  readonly key: string;
  /** Absent for a named service. */
  readonly person?: PersonDocument;
  readonly rights: readonly RightName[];
  /** Some role of some procedure. */
  readonly holdsRole: boolean;
  readonly session?: { readonly id: string; readonly cookie: string; readonly idleEndsAt: string; readonly absoluteEndsAt: string };
  readonly token?: Pick<TokenDocument, '_id' | 'name' | 'scope' | 'person'>;
}

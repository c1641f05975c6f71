import type { JsonObject } from '@redress/engine';
import type { Draft } from './draft.ts';

/** What an edit does, as people would call it. */
export const fixActs = [
  'tell',
  'file',
  'ask',
  'exclude',
  'hide',
  'deadline',
  'longer',
  'shorter',
  'updates',
  'free',
  'owner',
  'outside',
  'task',
  'way',
  'redirect',
  'insert',
  'mark',
  'limit',
  'otherwise',
  'sender',
  'consent',
  'publish',
  'channels',
  'measure',
  'role',
  'policy',
  'retention',
  'competence',
  'restrict',
  'link',
  'remove',
] as const;
export type FixAct = (typeof fixActs)[number];

/** One named edit. `facts`: `state`, `to` (steps), `missing` (words), `role`, `field`, `event`. */
export interface Edit {
  readonly act: FixAct;
  readonly facts: JsonObject;
  /** Writes it; false where it cannot be done here. */
  readonly write: (draft: Draft) => boolean;
}

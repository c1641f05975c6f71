import type { Ports } from '../ports.ts';
import type { EffectDocument } from '../store/models/effect.ts';

/** How one attempt at an effect ended. What is thrown counts as `failed` and is tried again. */
export type Performed =
  | { readonly end: 'done'; readonly note?: string }
  /** The receiver has ended or moved on: noted, not an error. */
  | { readonly end: 'ignored'; readonly note: string }
  /** Not yet, and nobody's fault: the number is missing, mail is held, the receiver is busy. Costs no attempt. */
  | { readonly end: 'later'; readonly note: string; readonly waitMs: number }
  /** Try again with back-off, until the attempts are used up. */
  | { readonly end: 'failed'; readonly reason: string; readonly facts?: object }
  /** Trying again cannot help: an incident at once. */
  | { readonly end: 'hopeless'; readonly reason: string; readonly facts?: object };

export type Perform = (row: EffectDocument, ports: Ports) => Promise<Performed>;

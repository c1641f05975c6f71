import type { Calendars, Compiled } from '@redress/engine';

/** Everything outside that the road of a case needs, handed in: the real parts in main.ts, wrapped ones in tests that plant faults. */
export interface Ports {
  readonly clock: ProcessClock;
  readonly store: import('./store/store.ts').Store;
  readonly definitions: Definitions;
  readonly mail: Mail;
  readonly live: Live;
  readonly log: Log;
  readonly random: { readonly id: () => string };
}

/** The only clock: process time corrected by the store's. */
export interface ProcessClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once, not before `atMs`; the answer takes it back. */
  readonly wake: (atMs: number, call: () => void) => () => void;
}

/** Published versions never change: compiled ones are cached by organisation and hash. */
export interface Definitions {
  readonly of: (organisation: string, definition: { readonly id: string; readonly version: number; readonly hash: string }) => Promise<{ readonly compiled: Compiled; readonly calendars: Calendars }>;
  /** The version in force for new cases. */
  readonly current: (organisation: string, id: string) => Promise<{ readonly id: string; readonly version: number; readonly hash: string } | undefined>;
}

/** Where letters go. Without a mail server they are written as files and wait for a person. */
export interface Mail {
  readonly send: (message: OutgoingMessage) => Promise<{ readonly state: 'sent' | 'written'; readonly file?: string }>;
}
export interface OutgoingMessage {
  /** From the effect's key: a repeat is recognised by the receiver. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
}

/** A hint, may be lost: clients refill by revision. */
export interface Live {
  readonly tell: (message: LiveMessage) => void;
}
export interface LiveMessage {
  readonly organisation: string;
  readonly kind: 'case' | 'task' | 'people' | 'definition';
  readonly caseId?: string;
  readonly revision?: number;
}

export interface Log {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}

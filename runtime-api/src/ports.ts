import type { Calendars, CaseState, Compiled, Definition, Result } from '@redress/engine';
import type { CaseEvent } from './case-event.ts';
import type { Delivered } from './delivered.ts';
import type { Refusal } from './refusal.ts';
import type { Commit } from './store/commit.ts';
import type { CaseDocument } from './store/models/case.ts';
import type { Store } from './store/store.ts';

/** Everything outside that the road of a case needs, handed in: the real parts by open-ports.ts, wrapped ones in tests that plant faults. */
export interface Ports {
  readonly clock: ProcessClock;
  readonly store: Store;
  readonly cases: Cases;
  readonly journal: Journal;
  readonly definitions: Definitions;
  /** Copies what a commit left in its case; repeated by anyone after a crash. */
  readonly settle: (commit: Commit) => Promise<void>;
  readonly numbers: Numbers;
  readonly people: People;
  readonly mail: Mail;
  readonly live: Live;
  readonly log: Log;
  readonly random: Random;
  readonly turns: Turns;
  readonly work: Work;
  /** Where people reach the window, without a slash at the end; letters link to it. */
  readonly publicUrl?: string;
}

/** The only clock: process time corrected by the store's. */
export interface ProcessClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once, not before `atMs`; the answer takes it back. */
  readonly wake: (atMs: number, call: () => void) => () => void;
}

/** A case as this process knows it. */
export interface LoadedCase {
  readonly document: CaseDocument;
  readonly state: CaseState;
  /** From memory: a refusal is decided once more on a fresh read. */
  readonly cached: boolean;
  /** Ids of all its events, where this process wrote every one of them: another's commit makes the next compare-and-set fail, and that ends it. */
  readonly eventIds?: ReadonlySet<string>;
}

export interface Cases {
  readonly load: (
    which: { readonly organisation: string; readonly caseId: string },
    fresh: boolean,
  ) => Promise<Result<LoadedCase, Refusal>>;
  /** The compare-and-set; false if somebody was faster. Throws when the store does not answer: the result is unknown then. */
  readonly commit: (commit: Commit) => Promise<boolean>;
  /** The first write of a case; false if it exists. */
  readonly insert: (commit: Commit) => Promise<boolean>;
  /** The store took the copies along with this commit: nothing is left to settle. */
  readonly copied: (commit: Commit) => boolean;
  /** Everything up to this revision is copied: the next commit leaves it out. */
  readonly settled: (which: { readonly organisation: string; readonly caseId: string }, revision: number) => void;
  /** Forgets what is in memory. */
  readonly forget: (which: { readonly organisation: string; readonly caseId: string }) => void;
}

export interface Journal {
  /** The answer that this event got before, or the refusal if its id was used for something else; undefined if it is new. */
  readonly answerTo: (event: CaseEvent, loaded: LoadedCase) => Promise<Result<Delivered, Refusal> | undefined>;
}

export interface DefinitionReference {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** Published versions never change: compiled ones are cached by organisation and hash. */
export interface Definitions {
  readonly of: (organisation: string, definition: DefinitionReference) => Promise<Result<Runnable, Refusal>>;
  /** What can be had of a version that may not be able to run: its words at least. */
  readonly described: (organisation: string, definition: DefinitionReference) => Promise<Described>;
  /** The version in force for new cases, or the one named. */
  readonly current: (organisation: string, id: string, version?: number) => Promise<DefinitionReference | undefined>;
  /** The calendars changed: the next event sees the new ones. */
  readonly calendarsChanged: (organisation: string) => void;
}
export interface Described {
  /** Absent where the text is damaged or gone. */
  readonly definition?: Definition;
  readonly title: { readonly [language: string]: string };
}
export interface Runnable {
  readonly definition: Definition;
  readonly compiled: Compiled;
  readonly calendars: Calendars;
}

/** Register numbers, without gaps, the same for a case however often it is asked. */
export interface Numbers {
  /** `kind` is that of the definition; `at`, when the case was entered (UTC ISO), decides the year. */
  readonly take: (wanted: {
    readonly organisation: string;
    readonly kind: string;
    readonly caseId: string;
    readonly at: string;
  }) => Promise<string>;
}

/** Who is who, as far as letters need it. */
export interface People {
  /** Persons who hold a role of a procedure, as the version that the case goes by has it, and can sign in. */
  readonly holders: (organisation: string, definition: Pick<Definition, 'id' | 'roles'>, role: string) => Promise<readonly Recipient[]>;
  readonly person: (organisation: string, person: string) => Promise<Recipient | undefined>;
}
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  readonly email?: string;
}

/** `refused` for good: another attempt at this address would be refused as well. `answer` is what the server said. */
export type Sent =
  | { readonly state: 'sent' }
  | { readonly state: 'written'; readonly file?: string }
  | { readonly state: 'refused'; readonly answer: string };
/** Where letters go. Without a mail server they are written as files and wait for a person. */
export interface Mail {
  readonly send: (message: OutgoingMessage) => Promise<Sent>;
  /** Gives up what is on its way, and takes no more. */
  readonly close?: () => void;
}
export interface OutgoingMessage {
  /** The effect's key; the Message-ID is made from it, so that a repeat is recognised by the receiver. */
  readonly key: string;
  readonly organisationName: string;
  readonly to: string;
  /** Of the receiver. */
  readonly name?: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  /** UTC ISO. */
  readonly at: string;
}

/** A hint, may be lost: clients refill by revision. */
export interface Live {
  readonly tell: (message: LiveMessage) => void;
}
export interface LiveMessage {
  readonly organisation: string;
  readonly kind: 'case' | 'task' | 'people' | 'definition' | 'inbox';
  readonly caseId?: string;
  /** Whose draft was written. */
  readonly definition?: string;
  readonly revision?: number;
  /** `task`: queues (`<definition>/<role>`) and persons whose lists changed; `inbox`: the person. */
  readonly queues?: readonly string[];
  readonly persons?: readonly string[];
}

export interface Log {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}

export interface Random {
  /** Unguessable, 128 bits or more, safe in addresses. */
  readonly id: () => string;
  /** From 0 to below 1: jitter only. */
  readonly share: () => number;
}

/** Events of one case queue in a process: they would only lose races against each other. */
export interface Turns {
  readonly take: <Answer>(caseId: string, work: () => Promise<Answer>) => Promise<Answer>;
}

/** What the workers of this process want to know at once; the polls find it anyway. */
export interface Work {
  readonly committed: (commit: Commit) => void;
  readonly effectsWaiting: () => void;
  /** A timer was delivered so many milliseconds after it was due. */
  readonly fired: (lateMs: number) => void;
  /** A write lost its compare-and-set and is decided again. */
  readonly lostRace: () => void;
  /** Called with every commit of this process. */
  readonly watch: (watcher: (commit: Commit) => void) => () => void;
}

import type { Duration, Text } from '../definition/definition.ts';
import type { JsonObject } from '../json.ts';

/**
 * A rehearsal written down: who does what when, on a pretend clock. JSON; `parseScript` reads it from outside.
 *
 *     { "process": "starter", "at": "2026-03-02T09:00:00Z", "people": { "ada": ["complainant"], "hugo": ["handler"] }, "by": "ada",
 *       "input": { "description": "…", "contact": "ada@example.org" },
 *       "steps": [ { "send": "recorded", "by": "hugo", "values": { … } }, { "wait": { "workingDays": 2 } }, { "expect": { "steps": ["deciding"] } } ] }
 */
export interface Script {
  /** Plain words, or words in languages, of which a reader sees his own. */
  readonly title?: ScriptTitle;
  /** Id of the procedure that is rehearsed. */
  readonly process: string;
  /** When the clock begins and the case is entered, UTC ISO. */
  readonly at: string;
  /** Zone of the organisation's calendar, where whoever plays it brings no calendar: days end by it. */
  readonly timeZone?: string;
  /** When the complaint was received, if before; clocks count from here. */
  readonly receivedAt?: string;
  readonly channel?: string;
  /** Roles each person holds: `handler` in every procedure, `escalation:reviewer` in one. */
  readonly people: { readonly [person: string]: readonly string[] };
  /** Who starts the case; without anybody the system does. */
  readonly by?: string;
  readonly onBehalfOf?: string;
  /** Values of the start form. */
  readonly input: JsonObject;
  /** What becomes of letters: by letter (`closure`, `closure to provider`), by receiver (`* to provider`), or `*` for all others; sent where nothing is said. */
  readonly letters?: LetterFates;
  readonly steps: readonly ScriptStep[];
}

export type ScriptTitle = string | Text;

/** `bounced`: it came back. `print`: there is no address, somebody prints and posts it (`post`). */
export type LetterFate = 'sent' | 'bounced' | 'print';
export type LetterFates = { readonly [letter: string]: LetterFate };

/** One thing to do. `in` names the procedure of a sub-case; its newest case is meant. `note` is for readers. */
export type ScriptStep = { readonly note?: string; readonly in?: string } & (
  | SendStep
  | ({ readonly claim: string } & Doing)
  | ({ readonly release: string } & Doing)
  | ({ readonly assign: string; readonly to: string | null } & Doing)
  /** The print task of that letter is done: it is in the post. */
  | ({ readonly post: string } & Doing)
  | ({ readonly cancel: string } & Doing)
  /** The service that a step waits for answers, or gives up. */
  | { readonly answer: string; readonly output?: JsonObject; readonly refused?: string }
  | { readonly fail: string; readonly output?: JsonObject; readonly refused?: string }
  | { readonly wait: Duration & { readonly calendar?: string } }
  /** UTC ISO. */
  | { readonly waitUntil: string }
  /** Until that timer has come due, e.g. `recording.recordBy` or `clock.answer.due`. */
  | { readonly waitFor: string }
  | { readonly letters: LetterFates }
  | { readonly expect: Expectation }
);

/** An event of the definition. */
export interface SendStep extends Doing {
  readonly send: string;
  readonly values?: JsonObject;
  /** Step whose task it ends, where more than one could be meant. */
  readonly task?: string;
}

interface Doing {
  readonly by: string;
  readonly onBehalfOf?: string;
  /** Code with which this must be refused. */
  readonly refused?: string;
}

/** How it must stand; what is not named is not looked at. */
export interface Expectation {
  readonly status?: string;
  readonly outcome?: string;
  /** Active steps, all of them, in the order of the procedure. */
  readonly steps?: readonly string[];
  /** `step role` of the open tasks, all of them. */
  readonly tasks?: readonly string[];
  /** `letter to role` of the letters that became due since the last look at letters, all cases together, in order. */
  readonly letters?: readonly string[];
  /** Some fields with their values; null is empty. */
  readonly fields?: JsonObject;
  /** Some timers and when they come due, UTC ISO; null for one that is not armed. */
  readonly due?: { readonly [timer: string]: string | null };
  /** Clocks that have run out. */
  readonly overdue?: readonly string[];
  /** Some kinds of evidence filed so far. */
  readonly records?: readonly string[];
}

import type { Problem } from '@redress/engine';
import type { PeopleRefusal } from '../people/refusal.ts';
import type { Refusal as CaseRefusal } from '../refusal.ts';
import type { OpenRule } from '../standards/standing.ts';

/** Everything that can be answered instead of what was asked for. */
export type HttpRefusal =
  | CaseRefusal
  | PeopleRefusal
  /** The request is not in the shape that the route takes. */
  | { readonly code: 'request-invalid'; readonly problems: readonly Problem[] }
  | { readonly code: 'body-not-json' }
  | {
      readonly code: 'body-too-large';
      readonly limit: string;
      readonly most: number;
    }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'csrf-missing' }
  | { readonly code: 'origin-foreign'; readonly origin: string }
  | { readonly code: 'host-foreign'; readonly host: string }
  | {
      readonly code: 'right-missing';
      readonly operation: string;
      readonly rights: readonly string[];
    }
  | {
      readonly code: 'token-scope-missing';
      readonly operation: string;
      readonly scope: string;
    }
  /** Unknown here: of another organisation, or never there. */
  | { readonly code: 'not-found'; readonly what: string; readonly id: string }
  | { readonly code: 'method-unknown'; readonly method: string }
  | { readonly code: 'revision-missing' }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'still-working' }
  | { readonly code: 'cursor-invalid' }
  | { readonly code: 'too-many-requests'; readonly retryAfterSeconds: number }
  | {
      readonly code: 'on-behalf-not-allowed';
      readonly person: string;
      readonly because: 'right' | 'signs-in' | 'party';
    }
  | { readonly code: 'said-in-future'; readonly saidAt: string }
  | { readonly code: 'calendar-invalid'; readonly problems: readonly Problem[] }
  | { readonly code: 'calendar-not-found'; readonly calendar: string }
  | {
      readonly code: 'draft-state';
      readonly state: string;
      readonly needs: string;
    }
  | { readonly code: 'second-person-needed'; readonly person: string }
  /** Somebody still waits for an answer to what he said about the draft. */
  | { readonly code: 'comments-open'; readonly open: number }
  /** So many comments wait for an answer, or one has so many answers, that there is no room for more. */
  | { readonly code: 'comments-full'; readonly most: number }
  /** New cases take this very content already, and nothing else is to come. */
  | { readonly code: 'already-in-force'; readonly version: number }
  | { readonly code: 'findings'; readonly errors: number }
  /** Ends and deadlines that no scenario reaches and nobody gave a reason for; scenarios that do not go as they are written. */
  | { readonly code: 'gate-not-met'; readonly missing: readonly string[]; readonly failing: readonly string[] }
  /** Rules that must hold and fail, are not decided, or hold by what has lapsed; the first of them. */
  | { readonly code: 'standards-open'; readonly open: readonly OpenRule[] }
  /** What was approved is not what is published, or not by the rules of today. */
  | { readonly code: 'approval-void' }
  /** No rule of that name that could be waived, or attested, for this procedure. */
  | { readonly code: 'rule-unknown'; readonly rule: string }
  /** A period ends before it begins. */
  | { readonly code: 'period-reversed'; readonly from?: string; readonly to?: string }
  /** A file without a single byte. */
  | { readonly code: 'evidence-empty' }
  /** By its content, the file is none of those that are taken as evidence. */
  | { readonly code: 'evidence-type'; readonly name: string }
  /** No such file of this procedure; or nobody signed it for a day. */
  | { readonly code: 'evidence-unknown'; readonly file: string }
  | { readonly code: 'letter-state'; readonly state: string }
  | { readonly code: 'crowded' }
  | { readonly code: 'failed' };

/** Of whatever needs the procedure of a case: it may be gone, or unable to run. */
export const procedureBroken = ['definition-not-found', 'definition-not-runnable'] as const;

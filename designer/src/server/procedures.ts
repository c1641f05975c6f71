import type { Period } from '../calendar/usual-periods.ts';
import { ask } from './request.ts';
import type { Instant } from './shapes/basics.ts';
import type {
  DefinitionDocument,
  DefinitionView,
  DraftChanges,
  DraftComment,
  DraftComments,
  DraftFinding,
  DraftHistory,
  DraftView,
  Published,
  ReviewedDraft,
  RunningCases,
  VersionHistory,
} from './shapes/definitions.ts';
import type { OperationView } from './shapes/operation.ts';
import type { Attestations, ChangedStandards, DraftStandards, EvidenceFile, Waivers } from './shapes/standards.ts';

const at = (id: string) => `/definitions/${encodeURIComponent(id)}`;
/** Words nobody wrote are left out. */
const whyOf = (why: string) => (why.trim() === '' ? {} : { why: why.trim() });

/** The procedure and its versions; 404 while none was published. */
export const readProcedure = (id: string) => ask<DefinitionView>({ method: 'GET', path: at(id) });
export const readProcedureVersion = (id: string, version: number) =>
  ask<DefinitionDocument>({ method: 'GET', path: `${at(id)}/versions/${version}` });
export const readProcedureDraft = (id: string) => ask<DraftView>({ method: 'GET', path: `${at(id)}/draft` });
/** What others saved after a revision. */
export const readDraftChanges = (id: string, after: number) =>
  ask<DraftChanges>({ method: 'GET', path: `${at(id)}/draft/changes`, query: { after } });
/** Who changed what and when since the draft was begun. */
export const readDraftHistory = (id: string) => ask<DraftHistory>({ method: 'GET', path: `${at(id)}/draft/history` });
/** What a second person looked at last before it was sent back. */
export const readReviewedDraft = (id: string) => ask<ReviewedDraft>({ method: 'GET', path: `${at(id)}/draft/reviewed` });
/** The whole draft as it is after these entries. On revision 0 it is begun. */
export const saveProcedureDraft = (
  id: string,
  body: { readonly document: unknown; readonly layout?: unknown; readonly scenarios?: unknown; readonly entries?: readonly unknown[] },
  ifMatch: number,
) => ask<DraftView>({ method: 'PUT', path: `${at(id)}/draft`, body, ifMatch });

/** Asks a second person to look. From now on nobody draws. */
export const submitDraft = (id: string, why: string, ifMatch: number) =>
  ask<DraftView>({ method: 'POST', path: `${at(id)}/draft/submission`, body: whyOf(why), ifMatch });
/** Who drew takes it back, who reviews sends it back: it is drawn on. */
export const returnDraft = (id: string, why: string, ifMatch: number) =>
  ask<DraftView>({ method: 'POST', path: `${at(id)}/draft/return`, body: whyOf(why), ifMatch });
/** Whoever approves gives the password again. */
export const approveDraft = (id: string, password: string, ifMatch: number) =>
  ask<DraftView>({ method: 'POST', path: `${at(id)}/draft/approval`, body: { password }, ifMatch });
/** How the draft stands to the rules, as the server finds it. */
/** Versions in force with points that are open since rules changed, or were chosen, after they were published. */
export const listChangedStandards = () => ask<ChangedStandards>({ method: 'GET', path: '/standards/changed' });
export const readStandards = (id: string) => ask<DraftStandards>({ method: 'GET', path: `${at(id)}/draft/standards` });
/** Rules that somebody took off the procedure, newest first. */
export const readWaivers = (id: string) => ask<Waivers>({ method: 'GET', path: `${at(id)}/waivers` });
export const waiveRule = (id: string, body: { readonly rule: string; readonly reason: string; readonly until: string }) =>
  ask<Waivers>({ method: 'POST', path: `${at(id)}/waivers`, body });
export const withdrawWaiver = (id: string, waiver: string) =>
  ask<undefined>({ method: 'DELETE', path: `${at(id)}/waivers/${encodeURIComponent(waiver)}` });
/** How the cases of a version that were received in a period stand to the rules, by their journals. */
export const readOperation = (id: string, version: number, period: Period) =>
  ask<OperationView>({ method: 'GET', path: `${at(id)}/versions/${version}/operation`, query: { ...period } });
/** What people signed because no drawing proves it, newest first. */
export const readAttestations = (id: string) => ask<Attestations>({ method: 'GET', path: `${at(id)}/attestations` });
export const attestRule = (
  id: string,
  body: {
    readonly rule: string;
    readonly statement: string;
    readonly evidence: string;
    /** Ids of files that were sent. */
    readonly files: readonly string[];
    readonly validUntil: string;
  },
) => ask<Attestations>({ method: 'POST', path: `${at(id)}/attestations`, body });
/** A file that shows what is going to be signed; the server drops it where nobody signs for a day. */
export const sendEvidence = (id: string, file: File) =>
  ask<EvidenceFile>({ method: 'POST', path: `${at(id)}/evidence`, query: { name: file.name }, body: file });
/** Where a file can be downloaded. */
export const evidenceAddress = (id: string, file: string) => `/api/v1${at(id)}/evidence/${encodeURIComponent(file)}`;
/** New cases take it at once, or from a time in the future on. */
export const publishDraft = (id: string, body: { readonly validFrom?: Instant; readonly why?: string }, ifMatch: number) =>
  ask<Published>({ method: 'POST', path: `${at(id)}/publication`, body, ifMatch });
/** An earlier version is published anew, as the next one. */
export const republishDraft = (id: string, version: number, body: { readonly why: string; readonly validFrom?: Instant }) =>
  ask<Published>({ method: 'POST', path: `${at(id)}/versions/${version}/republication`, body });
/** No new cases from now on. */
export const retireProcedure = (id: string, why: string) => ask<undefined>({ method: 'POST', path: `${at(id)}/retirement`, body: { why } });
/** Who changed what for this version. */
export const readVersionHistory = (id: string, version: number) =>
  ask<VersionHistory>({ method: 'GET', path: `${at(id)}/versions/${version}/history` });
/** How many cases run on which version, and where they stand. */
export const readRunning = (id: string) => ask<RunningCases>({ method: 'GET', path: `${at(id)}/running` });

/** What was said about the draft, oldest first. */
export const readComments = (id: string) => ask<DraftComments>({ method: 'GET', path: `${at(id)}/draft/comments` });
export const addComment = (id: string, body: { readonly element: string; readonly text: string; readonly finding?: DraftFinding }) =>
  ask<DraftComment>({ method: 'POST', path: `${at(id)}/draft/comments`, body });
export const replyToComment = (id: string, comment: string, text: string) =>
  ask<DraftComment>({ method: 'POST', path: `${at(id)}/draft/comments/${encodeURIComponent(comment)}/replies`, body: { text } });
export const settleComment = (id: string, comment: string, resolved: boolean) =>
  ask<DraftComment>({ method: 'POST', path: `${at(id)}/draft/comments/${encodeURIComponent(comment)}/resolution`, body: { resolved } });

import type { Connection, Model } from 'mongoose';
import { type CaseDocument, caseSchema } from './case.ts';
import {
  type CalendarDocument,
  calendarSchema,
  type DefinitionDraftDocument,
  type DefinitionVersionDocument,
  definitionDraftSchema,
  definitionVersionSchema,
} from './definition.ts';
import { type DraftCommentDocument, draftCommentSchema } from './draft-comment.ts';
import { type EffectDocument, effectSchema } from './effect.ts';
import { type EvidenceDocument, type EvidencePieceDocument, evidencePieceSchema, evidenceSchema } from './evidence.ts';
import { type ContentsDocument, contentsSchema, type JournalLine, journalSchema } from './journal.ts';
import { type InboxDocument, inboxSchema, type LetterDocument, letterSchema } from './letter.ts';
import { type OrganisationDocument, organisationSchema } from './organisation.ts';
import {
  type BusinessKeyDocument,
  businessKeySchema,
  type CounterDocument,
  counterSchema,
  type RegisterDocument,
  registerSchema,
} from './register.ts';
import { type SigningKeyDocument, signingKeySchema } from './signing-key.ts';
import { type AttestationDocument, attestationSchema, type WaiverDocument, waiverSchema } from './standards.ts';
import { type TaskDocument, taskSchema } from './task.ts';

/** The collections on the road of a case. Those of people and sessions are made beside their code by `Store.model`. */
export interface Models {
  readonly cases: Model<CaseDocument>;
  readonly journal: Model<JournalLine & { readonly writtenAt?: string }>;
  readonly contents: Model<ContentsDocument>;
  readonly effects: Model<EffectDocument>;
  readonly tasks: Model<TaskDocument>;
  readonly letters: Model<LetterDocument>;
  readonly inbox: Model<InboxDocument>;
  readonly register: Model<RegisterDocument>;
  readonly counters: Model<CounterDocument>;
  readonly businessKeys: Model<BusinessKeyDocument>;
  readonly definitionVersions: Model<DefinitionVersionDocument>;
  readonly definitionDrafts: Model<DefinitionDraftDocument>;
  readonly draftComments: Model<DraftCommentDocument>;
  readonly waivers: Model<WaiverDocument>;
  readonly attestations: Model<AttestationDocument>;
  readonly signingKeys: Model<SigningKeyDocument>;
  readonly evidence: Model<EvidenceDocument>;
  readonly evidencePieces: Model<EvidencePieceDocument>;
  readonly calendars: Model<CalendarDocument>;
  readonly organisations: Model<OrganisationDocument>;
}

export function modelsOf(connection: Connection): Models {
  return {
    cases: connection.model<CaseDocument>('Case', caseSchema),
    journal: connection.model<JournalLine & { readonly writtenAt?: string }>('Journal', journalSchema),
    contents: connection.model<ContentsDocument>('Contents', contentsSchema),
    effects: connection.model<EffectDocument>('Effect', effectSchema),
    tasks: connection.model<TaskDocument>('Task', taskSchema),
    letters: connection.model<LetterDocument>('Letter', letterSchema),
    inbox: connection.model<InboxDocument>('Inbox', inboxSchema),
    register: connection.model<RegisterDocument>('Register', registerSchema),
    counters: connection.model<CounterDocument>('Counter', counterSchema),
    businessKeys: connection.model<BusinessKeyDocument>('BusinessKey', businessKeySchema),
    definitionVersions: connection.model<DefinitionVersionDocument>('DefinitionVersion', definitionVersionSchema),
    definitionDrafts: connection.model<DefinitionDraftDocument>('DefinitionDraft', definitionDraftSchema),
    draftComments: connection.model<DraftCommentDocument>('DraftComment', draftCommentSchema),
    waivers: connection.model<WaiverDocument>('Waiver', waiverSchema),
    attestations: connection.model<AttestationDocument>('Attestation', attestationSchema),
    signingKeys: connection.model<SigningKeyDocument>('SigningKey', signingKeySchema),
    evidence: connection.model<EvidenceDocument>('Evidence', evidenceSchema),
    evidencePieces: connection.model<EvidencePieceDocument>('EvidencePiece', evidencePieceSchema),
    calendars: connection.model<CalendarDocument>('Calendar', calendarSchema),
    organisations: connection.model<OrganisationDocument>('Organisation', organisationSchema),
  };
}

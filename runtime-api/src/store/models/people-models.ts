import type { Model } from 'mongoose';
import type { Store } from '../store.ts';
import { type AttemptDocument, attemptSchema } from './people-attempt.ts';
import { type CodeDocument, codeSchema } from './people-code.ts';
import { type CredentialDocument, credentialSchema } from './people-credential.ts';
import { type FormDraftDocument, formDraftSchema } from './people-form-draft.ts';
import { type InstallationDocument, installationSchema } from './people-installation.ts';
import { type KeptAnswerDocument, keptAnswerSchema } from './people-kept-answer.ts';
import { type LogLineDocument, logLineSchema } from './people-log-line.ts';
import { type PersonDocument, personSchema } from './people-person.ts';
import { type SessionDocument, sessionSchema } from './people-session.ts';
import { type SignInNameDocument, signInNameSchema } from './people-sign-in-name.ts';
import { type TokenDocument, tokenSchema } from './people-token.ts';

/** What is written before any organisation is known: set-up codes, sign-in names, attempts. */
export const installation = '*';

/** Everything kept about people and their ways in, on one connection. */
export interface PeopleModels {
  readonly persons: Model<PersonDocument>;
  readonly credentials: Model<CredentialDocument>;
  readonly signInNames: Model<SignInNameDocument>;
  readonly sessions: Model<SessionDocument>;
  readonly tokens: Model<TokenDocument>;
  readonly codes: Model<CodeDocument>;
  readonly attempts: Model<AttemptDocument>;
  readonly installations: Model<InstallationDocument>;
  readonly peopleLog: Model<LogLineDocument>;
  readonly formDrafts: Model<FormDraftDocument>;
  readonly keptAnswers: Model<KeptAnswerDocument>;
}

/** Opens them on the store, with their indexes. */
export const peopleModels = async (store: Store): Promise<PeopleModels> => ({
  persons: await store.model<PersonDocument>('Person', personSchema),
  credentials: await store.model<CredentialDocument>('Credential', credentialSchema),
  signInNames: await store.model<SignInNameDocument>('SignInName', signInNameSchema),
  sessions: await store.model<SessionDocument>('Session', sessionSchema),
  tokens: await store.model<TokenDocument>('Token', tokenSchema),
  codes: await store.model<CodeDocument>('Code', codeSchema),
  attempts: await store.model<AttemptDocument>('Attempt', attemptSchema),
  installations: await store.model<InstallationDocument>('Installation', installationSchema),
  peopleLog: await store.model<LogLineDocument>('LogLine', logLineSchema),
  formDrafts: await store.model<FormDraftDocument>('FormDraft', formDraftSchema),
  keptAnswers: await store.model<KeptAnswerDocument>('KeptAnswer', keptAnswerSchema),
});

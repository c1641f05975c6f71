import { plain, storedSchema } from '../schema.ts';

export type RightName = 'handler' | 'team-lead' | 'process-owner' | 'compliance' | 'management' | 'administrator';
export type PartyWord = 'organisation' | 'complainant' | 'provider' | 'customer';
export type LanguageCode = 'en' | 'fa' | 'pl';

/** Somebody the organisation knows: staff who sign in, and people outside it who do not. */
export interface PersonDocument {
  _id: string;
  organisation: string;
  name: string;
  email?: string;
  party: PartyWord;
  organisationName?: string;
  signIn: 'active' | 'invited' | 'none' | 'disabled';
  rights: RightName[];
  assignments: { definition: string; roles: string[] }[];
  /** `<definition>/<role>` of the assignments: by this the holders of a role are found. */
  holds: string[];
  /** "I handle complaints here too": handler, team lead and every role of every procedure, while it stands. */
  handlesComplaints: boolean;
  language: LanguageCode;
  theme: 'light' | 'dark' | 'system';
  shortcuts: boolean;
  /** The designer shows technical names too; never chosen: no. */
  expert?: boolean;
  /** Folded name and e-mail, one word each: what pickers search. */
  searchWords: string[];
  revision: number;
  createdAt: string;
  updatedAt: string;
}

export const personSchema = storedSchema('persons', {
  name: { type: String, required: true },
  email: String,
  party: { type: String, required: true },
  organisationName: String,
  signIn: { type: String, required: true },
  rights: { type: [String], required: true },
  assignments: { type: plain, required: true },
  holds: { type: [String], required: true },
  handlesComplaints: { type: Boolean, required: true },
  language: { type: String, required: true },
  theme: { type: String, required: true },
  shortcuts: { type: Boolean, required: true },
  expert: Boolean,
  searchWords: { type: [String], required: true },
  revision: { type: Number, required: true },
  createdAt: { type: String, required: true },
  updatedAt: { type: String, required: true },
});
personSchema.index({ organisation: 1, name: 1, _id: 1 });
personSchema.index({ organisation: 1, searchWords: 1 });
personSchema.index({ organisation: 1, holds: 1 });
personSchema.index({ organisation: 1, handlesComplaints: 1 });

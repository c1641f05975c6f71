import type { Instant } from './basics.ts';
import type { PersonName } from './people.ts';

/** A rule that keeps a draft from being approved and published. */
export interface OpenRule {
  readonly rule: string;
  readonly clause?: string;
  readonly verdict: 'fails' | 'possible' | 'not-decided' | 'waiver-lapsed' | 'attestation-lapsed';
  /** Address of the first element where it breaks. */
  readonly element: string;
}
/** How the draft stands to the rules, as the server finds it. */
export interface DraftStandards {
  readonly revision: number;
  readonly hash: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly holding: number;
  readonly checkable: number;
  /** Of the laws that the organisation chose, which are counted apart. */
  readonly laws?: { readonly holding: number; readonly checkable: number };
  readonly met: boolean;
  readonly open: readonly OpenRule[];
}
/** Of a version that rules changed for since it was published: how many of their points are open. */
export interface ChangedVersion {
  readonly definition: string;
  readonly version: number;
  readonly open: number;
  /** Of a version that new cases do not take: how many still run on it. */
  readonly running?: number;
}
export interface ChangedStandards {
  readonly rows: readonly ChangedVersion[];
}
/** A rule that somebody took off the procedure until a day. */
export interface Waiver {
  readonly id: string;
  readonly rule: string;
  readonly clause?: string;
  readonly reason: string;
  readonly until: string;
  readonly person?: PersonName;
  readonly at: Instant;
  readonly state: 'valid' | 'lapsed' | 'withdrawn';
  readonly withdrawn?: { readonly person?: PersonName; readonly at: Instant };
}
export interface Waivers {
  readonly rows: readonly Waiver[];
}
/** A file that shows what is signed. */
export interface EvidenceFile {
  readonly id: string;
  readonly name: string;
  /** Media type, as the server found it. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}
/** What a person signed because no drawing proves it. */
export interface Attestation {
  readonly id: string;
  readonly rule: string;
  readonly clause?: string;
  readonly statement: string;
  /** Where the evidence is, in words. */
  readonly evidence: string;
  readonly files: readonly EvidenceFile[];
  /** The last day on which it counts. */
  readonly validUntil: string;
  readonly person?: PersonName;
  readonly at: Instant;
  readonly state: 'valid' | 'lapsed';
}
export interface Attestations {
  readonly rows: readonly Attestation[];
}

import type { Instant, Text, Values } from './basics.ts';
import type { PersonName } from './people.ts';
import type { FormView } from './work.ts';

export type DefinitionState = 'draft' | 'submitted' | 'approved' | 'published' | 'retired';

/** A procedure: what is in force, and what is being drawn. */
export interface DefinitionRow {
  readonly id: string;
  readonly title: Text;
  readonly kind: string;
  /** Version in force for new cases. */
  readonly current?: number;
  /** `shipped with version x`, or the names of the two people who published it. */
  readonly shippedWith?: string;
  readonly publishedAt?: Instant;
  /** From when new cases take it, where that was later than its publication. */
  readonly validFrom?: Instant;
  readonly retired: boolean;
  /** When, by whom and why it was retired. */
  readonly retiredAt?: Instant;
  readonly retiredBy?: PersonName;
  readonly retiredWhy?: string;
  readonly draft?: {
    readonly state: DefinitionState;
    readonly updatedAt: Instant;
    readonly by?: PersonName;
    readonly revision: number;
  };
  /** It cannot run: its text was damaged, or this product refuses it. */
  readonly broken?: true;
  /** Whether the reader may start a case of it, for himself or on behalf of somebody. */
  readonly mayStart: boolean;
  /** Procedures that its cases wait for, by id. */
  readonly waitsFor?: readonly string[];
  readonly roles: readonly {
    readonly id: string;
    readonly title: Text;
    readonly party: string;
    readonly heldBy?: string;
    readonly holders: readonly PersonName[];
  }[];
}

/** What is being drawn. */
export interface DraftView {
  readonly id: string;
  readonly revision: number;
  readonly state: DefinitionState;
  readonly document: Values;
  /** Where the steps stand and what is noted beside them. */
  readonly layout: Values;
  /** What tries it out, and why something is not tried. */
  readonly scenarios: Values;
  readonly updatedAt: Instant;
  readonly updatedBy?: PersonName;
  readonly submittedBy?: PersonName;
  readonly submittedAt?: Instant;
  /** The words it was submitted with. */
  readonly why?: string;
  readonly approvedBy?: PersonName;
  readonly approvedAt?: Instant;
  /** Of the procedure as it was submitted. */
  readonly hash?: string;
  /** Everybody who edited since the last publication: none of them may approve. */
  readonly editors: readonly PersonName[];
  /** The version it was begun on. */
  readonly basedOn?: number;
  /** Last time it was sent back or taken back; gone once it is submitted again. */
  readonly returned?: { readonly by?: PersonName; readonly at: Instant; readonly why?: string };
  /** What a second person looked at and sent back last; what it was then is read apart. */
  readonly reviewed?: { readonly by?: PersonName; readonly at: Instant };
  /** Comments that nobody resolved. */
  readonly openComments: number;
}

/** The draft as it was when a second person sent it back. */
export interface ReviewedDraft {
  readonly by?: PersonName;
  readonly at: Instant;
  readonly document: Values;
  readonly layout: Values;
}

/** As auditors grade what they find. */
export type Grade = 'observation' | 'minor' | 'major';
/** What an officer finds wrong: the clause as rules name it, `10002/7.8`. */
export interface DraftFinding {
  readonly grade: Grade;
  readonly clause: string;
}

/** What somebody said about an element of a draft. */
export interface DraftComment {
  readonly id: string;
  /** As in the address of a page: a step, a way, a part, or nothing for the procedure itself. */
  readonly element: string;
  /** Of a finding: what the element was called when it was raised. */
  readonly called?: { readonly name?: Text; readonly way?: Text };
  readonly person?: PersonName;
  readonly at: Instant;
  readonly text: string;
  readonly finding?: DraftFinding;
  readonly replies: readonly { readonly person?: PersonName; readonly at: Instant; readonly text: string }[];
  readonly resolved?: { readonly person?: PersonName; readonly at: Instant };
}
/** What was said, and where the draft is on its way. */
export interface DraftComments {
  readonly state: DefinitionState;
  readonly rows: readonly DraftComment[];
}

/** What was saved after a revision; not `complete`, the whole draft is to be read. */
export interface DraftChanges {
  readonly revision: number;
  readonly complete: boolean;
  readonly changes: readonly {
    readonly revision: number;
    readonly at: Instant;
    readonly person?: PersonName;
    readonly entries: readonly unknown[];
  }[];
}

/** Who changed what and when since the draft was begun, oldest first; a save without lines wrote the whole draft. Not `complete`: the oldest are not kept. */
export interface DraftHistory {
  readonly revision: number;
  readonly complete: boolean;
  readonly saves: readonly {
    readonly revision: number;
    readonly at: Instant;
    readonly person?: PersonName;
    readonly lines: readonly DraftLine[];
  }[];
}
export type VersionFinding = DraftComment & { readonly finding: DraftFinding };
/** The same of a version, with what was said about it while it was drawn, and what officers found in its review. */
export interface VersionHistory extends DraftHistory {
  readonly comments: readonly DraftComment[];
  readonly findings: readonly VersionFinding[];
}
export interface DraftLine {
  readonly act: 'edit' | 'undo' | 'redo';
  /** A sentence of the window that made it; another version of the window may not know it. */
  readonly words: Values;
  readonly elements: readonly string[];
}

/** One version of a procedure: who made it, when and why, and whether new cases take it. */
export interface VersionRow {
  readonly version: number;
  readonly hash: string;
  readonly state: DefinitionState;
  readonly publishedAt?: Instant;
  readonly publishedBy?: PersonName;
  readonly submittedBy?: PersonName;
  readonly approvedBy?: PersonName;
  readonly approvedAt?: Instant;
  readonly shippedWith?: string;
  readonly why?: string;
  /** New cases take it from then on; absent: since it was published. */
  readonly validFrom?: Instant;
  /** When, by whom and why it was retired. */
  readonly retiredAt?: Instant;
  readonly retiredBy?: PersonName;
  readonly retiredWhy?: string;
  /** New cases take it now. */
  readonly inForce: boolean;
  /** It is the content of this earlier version, published anew. */
  readonly restores?: number;
  /** Of its review, for those who may read them; absent where none was kept. */
  readonly findings?: Readonly<Record<Grade, number>>;
}
/** One procedure and its versions, newest first. */
export type DefinitionView = DefinitionRow & { readonly versions: readonly VersionRow[] };

/** What was published. */
export interface Published {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly validFrom?: Instant;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'error' | 'warning';
    readonly at: string;
    readonly facts: Values;
  }[];
}

/** Active cases by version and by innermost step; versions without any are left out. `capped`: there are more, they were not all counted. */
export interface RunningCases {
  readonly versions: readonly {
    readonly version: number;
    readonly cases: number;
    readonly steps: readonly { readonly step: string; readonly cases: number }[];
  }[];
  readonly capped: boolean;
}

/** The document itself, as published. */
export interface DefinitionDocument {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly document: Values;
  /** Where its steps stood and what was noted beside them; empty where nothing was kept. */
  readonly layout: Values;
  /** What tries it out, and why something is not tried. */
  readonly scenarios: Values;
}

/** What the page "New complaint" draws: the procedure's start form, empty. */
export interface StartView {
  readonly definition: string;
  readonly version: number;
  readonly title: Text;
  readonly summary?: Text;
  readonly channels: readonly {
    readonly value: string;
    readonly title: Text;
  }[];
  readonly form: FormView;
  /** The reader may start it in his own name; else only on behalf of somebody of `parties`. */
  readonly inOwnName: boolean;
  readonly onBehalfOf: readonly string[];
}

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
  readonly retired: boolean;
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
  readonly approvedBy?: PersonName;
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
export interface DraftLine {
  readonly act: 'edit' | 'undo' | 'redo';
  /** A sentence of the window that made it; another version of the window may not know it. */
  readonly words: Values;
  readonly elements: readonly string[];
}

/** The document itself, as published. */
export interface DefinitionDocument {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly document: Values;
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

/** A document of ours, as it is to be stored. */
export interface OwnDocument {
  readonly _id: string;
  readonly organisation: string;
}

/** One document in place of an earlier revision of itself, and rows of other collections that belong to it. */
export interface Together {
  readonly collection: string;
  /** Revision that the store must still hold; 0 for a new document. */
  readonly expected: number;
  readonly document: OwnDocument & { readonly revision: number };
  readonly rows: readonly {
    readonly collection: string;
    readonly document: OwnDocument;
    /** In place of what stands under its id; else that stays. */
    readonly replaces: boolean;
  }[];
}

/** All of it or none, with one wait for the disk. False: another revision stands there, and nothing was written. */
export type WriteAtOnce = (together: Together) => Promise<boolean>;

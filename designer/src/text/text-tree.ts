import type { Clause } from '@redress/definitions';

/** A procedure in sentences: sections with headings, each with its place in the draft. */
export interface TextSection {
  /** Fragment of the address: where the table of contents leads. */
  readonly id: string;
  readonly heading: string;
  /** `2.1`; parts that are no steps have none. */
  readonly number?: string;
  /** What it is, in a word: task, decision, stage. */
  readonly kind?: string;
  /** Address in the draft, as in `?at=`. */
  readonly at?: string;
  readonly lines: readonly TextLine[];
  readonly sections: readonly TextSection[];
}

export interface TextLine {
  readonly words: string;
  /** Lines below it: the fields of a form, the ways out of a step. */
  readonly items?: readonly TextLine[];
  /** What follows the words and is in no language that anybody has named: it is shown as it is written. */
  readonly written?: string;
  /** What the line is evidence for. */
  readonly clauses?: readonly Clause[];
}

/** A sentence, or nothing where there is nothing to say. */
export const lineOf = (words: string, items?: readonly TextLine[]): TextLine => ({
  words,
  ...(items && items.length > 0 ? { items } : {}),
});

export const sectionId = (at: string): string => `text-${at.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`;

import type { CaseDocument } from './models/case.ts';
import type { EffectDocument } from './models/effect.ts';
import type { ContentsDocument, JournalLine } from './models/journal.ts';
import type { TaskDocument } from './models/task.ts';

/** What one commit leaves in its case until it is copied to the collections. */
export interface UnsettledStep {
  readonly line: JournalLine;
  readonly contents: ContentsDocument;
  /** Task rows that this step changed. */
  readonly tasks: readonly TaskDocument[];
}

/** Completing "print and post" is the sending of its letter. */
export const isPosted = ({ kind, state }: TaskDocument): boolean => kind === 'print' && state === 'done';
/** "I sent it: how, when" of a letter that was written to a file. */
export const isNoted = ({ line }: UnsettledStep): boolean => line.type === 'letter.sent';

/** Work for the workers: a new effect, or one that people decided about. */
export type UnsettledEffect =
  | { readonly revision: number; readonly put: EffectDocument }
  /** Try it again, with a new budget. */
  | { readonly revision: number; readonly revive: string; readonly at: string }
  /** Do not do it; whoever waits for it is told that it failed. */
  | { readonly revision: number; readonly skip: string; readonly at: string }
  /** A person did it, and has told the case. */
  | { readonly revision: number; readonly close: string; readonly at: string };

export interface Unsettled {
  readonly steps: readonly UnsettledStep[];
  readonly effects: readonly UnsettledEffect[];
}

export const nothingUnsettled: Unsettled = { steps: [], effects: [] };

/** Written by us as JSON text: nothing queries inside, and names with dots stay what they are. */
export const storedUnsettled = (unsettled: Unsettled): CaseDocument['unsettled'] => ({
  journal: unsettled.steps.map((step) => JSON.stringify(step)),
  effects: unsettled.effects.map((effect) => JSON.stringify(effect)),
});

export const unsettledOf = (document: Pick<CaseDocument, 'unsettled'>): Unsettled => ({
  steps: document.unsettled.journal.map((text) => JSON.parse(text) as UnsettledStep),
  effects: document.unsettled.effects.map((text) => JSON.parse(text) as UnsettledEffect),
});

/** What is left when everything up to a revision is known to be copied. */
export const unsettledAfter = (unsettled: Unsettled, revision: number): Unsettled =>
  unsettled.steps.length === 0 && unsettled.effects.length === 0
    ? nothingUnsettled
    : {
        steps: unsettled.steps.filter((step) => step.line.revision > revision),
        effects: unsettled.effects.filter((effect) => effect.revision > revision),
      };

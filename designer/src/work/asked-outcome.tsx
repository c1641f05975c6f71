import { late } from '../shell/late.tsx';

/** The question before an outcome, with what it asks for: fetched with the reader's first touch, so that it opens at once. */
export const AskedOutcome = late(async () => (await import('./outcome-dialog.tsx')).OutcomeDialog, null);
export const maybeAsked = [AskedOutcome];

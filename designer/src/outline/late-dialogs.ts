import { late } from '../shell/late.tsx';

/** What is asked before an edit: fetched with the reader's first touch, so that it opens at once. */
export const NewStepDialog = late(async () => (await import('./new-step-dialog.tsx')).NewStepDialog, null);
export const ChooseStepDialog = late(async () => (await import('./choose-step-dialog.tsx')).ChooseStepDialog, null);
export const FindDialog = late(async () => (await import('../map/find-dialog.tsx')).FindDialog, null);
export const outlineAsks = [NewStepDialog, ChooseStepDialog];
export const mapAsks = [...outlineAsks, FindDialog];

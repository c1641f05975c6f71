import type { DraftView } from '../server/shapes/definitions.ts';

/** Whether somebody drew or submitted what is published next: who did approves it not, and waives nothing of it. */
export const drewIn = ({ editors, submittedBy }: Pick<DraftView, 'editors' | 'submittedBy'>, person: string | undefined): boolean =>
  person !== undefined && [...editors, submittedBy].some((one) => one?.id === person);

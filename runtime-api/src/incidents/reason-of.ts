import type { Refusal } from '../refusal.ts';

/** The word for why an event of a case failed. That its own procedure cannot run is told apart from a procedure that it should begin. */
export function reasonOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'definition-not-found':
      return 'procedure-missing';
    case 'definition-not-runnable':
      return `procedure-${refusal.because}`;
    case 'step-failed':
      return refusal.reason;
    default:
      return refusal.code;
  }
}

import type { CaseIncident } from './models/case.ts';

/** Cases where something failed and waits for a decision. */
export const withIncidents = (organisation: string) => ({ organisation, failedAt: { $gt: '' } });

/** When it last failed there: one time a case, so that a list by it comes page by page, each case once. */
export const lastFailure = (incidents: readonly CaseIncident[]): string | undefined =>
  incidents.map(({ at }) => at).reduce<string | undefined>((last, at) => (last === undefined || at > last ? at : last), undefined);

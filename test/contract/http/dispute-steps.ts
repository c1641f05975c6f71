import type { Done } from './complaint-office.ts';

/** Said by the complainant, recorded for her. */
export const forAda: Done = { as: 'Hugo', for: 'Ada' };
const willing = { voluntary: true, processUnderstood: true, possibleOutcomes: true, legalEffect: true, costs: true, rightToWithdraw: true };
export const consent: Done = { ...forAda, values: willing };
export const admitted = [
  ['referred', { as: 'Carla' }],
  ['bothConsent', consent],
  ['admit', { as: 'Hugo', for: 'Office of the ombudsman' }],
  ['logged', { as: 'Carla' }],
] as const;
export const mediated = [...admitted, ['ready', { as: 'Carla' }], ['submit', { as: 'Nina' }]] as const;
export const unsettled = [...mediated, ['noSettlement', { as: 'Hugo', for: 'Felix' }]] as const;
export const advised = [...unsettled, ['recommend', { as: 'Hugo', for: 'Evald', values: { recommendation: 'Pay 5,000' } }]] as const;
export const ruled = [
  ...advised,
  ['orgReject', { as: 'Nina' }],
  ['bothConsentBinding', consent],
  ['rule', { as: 'Hela', for: 'Adam', values: { award: 'Pay 7,000' } }],
] as const;

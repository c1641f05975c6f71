import type { JsonObject } from '@redress/engine';

/** What people write on the forms of the starter process. */
export const lodging: JsonObject = { description: 'The parcel came late', contact: 'ada@example.org', complainantName: 'Ada' };
export const recording: JsonObject = {
  description: 'The parcel came late',
  productOrService: 'parcel',
  remedyRequested: 'my money back',
  receivedAt: '2026-03-02',
  channel: 'phone',
  complainantName: 'Ada',
  contact: 'ada@example.org',
  severity: 2,
  safetyImplication: false,
  complexity: 2,
  impact: 1,
  needForImmediateAction: false,
};
export const examination: JsonObject = { facts: 'It came on Friday', evidenceList: ['tracking page'], findings: 'Late by three days' };
export const decision: JsonObject = {
  decision: 'upheld',
  reasons: 'We promised Tuesday',
  remedy: 'money back',
  remedyDueDate: '2026-03-20',
};

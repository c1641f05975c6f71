import type { RightName } from '../../../runtime-api/src/store/models/people-person.ts';

/** The rights in the application as tables of tests name them. */
export const rightLetters: Readonly<Record<string, RightName>> = {
  h: 'handler',
  t: 'team-lead',
  p: 'process-owner',
  c: 'compliance',
  m: 'management',
  a: 'administrator',
};

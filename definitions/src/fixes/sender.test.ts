import { expect, test } from '@jest/globals';
import { edited, put } from '../../../test/tools/rule-trial.ts';
import { statusCanBeAsked } from '../rules/iso-10002/7.3-a.ts';
import { packs } from '../rules/packs.ts';
import { fixesFor } from './fixes.ts';

test('a way that only somebody else may take is given to whoever should, and none is added beside it', () => {
  const definition = edited('starter', put('/events/statusRequest/by', ['handler']));
  const [fix] = fixesFor(definition, statusCanBeAsked, { packs, findingsOf: () => [] });
  expect(fix?.acts.map(({ act }) => act)).toEqual(['sender']);
  expect(Object.keys(fix?.definition.events ?? {})).toEqual(Object.keys(definition.events));
});

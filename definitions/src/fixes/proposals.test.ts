import { expect, test } from '@jest/globals';
import { edited, put } from '../../../test/tools/rule-trial.ts';
import { everyWaitHasADeadline } from '../rules/iso-10002/4.15-a.ts';
import { statusCanBeAsked } from '../rules/iso-10002/7.3-a.ts';
import { packs } from '../rules/packs.ts';
import { fixesFor } from './fixes.ts';

test('a deadline that may leave the case where it is leads on whatever conditions answer', () => {
  const onlyIf = { type: 'if', params: { field: 'severity', is: '>=', value: 3 } };
  const definition = edited(
    'starter',
    put('#awaitingAnswer/after/answerBy', [
      { target: '#closingUnresolved', guard: onlyIf },
      { actions: [{ type: 'letter', params: { letter: 'overdue', to: ['topManagement'] } }] },
    ]),
  );
  const [fix] = fixesFor(definition, everyWaitHasADeadline, { packs, findingsOf: () => [] });
  expect(fix?.acts.map(({ act }) => act)).toEqual(['redirect']);
});

test('a way that only somebody else may take is given to whoever should, and none is added beside it', () => {
  const definition = edited('starter', put('/events/statusRequest/by', ['handler']));
  const [fix] = fixesFor(definition, statusCanBeAsked, { packs, findingsOf: () => [] });
  expect(fix?.acts.map(({ act }) => act)).toEqual(['sender']);
  expect(Object.keys(fix?.definition.events ?? {})).toEqual(Object.keys(definition.events));
});

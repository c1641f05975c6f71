import { expect, test } from '@jest/globals';
import { edited, put, verdictOn } from '../../../test/tools/rule-trial.ts';
import { nobodyIsTurnedAwayUnheard } from '../rules/iso-10002/7.6-d.ts';
import { oneCanSayYes } from '../rules/iso-10002/7.9-d.ts';
import { closingIsRecorded } from '../rules/iso-10002/7.9-f.ts';
import { closingLeadsToTheEnd } from '../rules/structure/s-8.ts';

// Where a reading of the formulas by the letter says something else: what these drawings mean is written down here.

const title = { en: 'On', fa: 'ادامه', pl: 'Dalej' };
const passing = { id: 'passing', meta: { title, public: title }, always: [{ target: '#resolved' }] };

test('a decision on the way from a closing step to the end is no way back', () => {
  const definition = edited('starter', (draft) => {
    put('/machine/states/passing', passing)(draft);
    put('#closing/on/close/0/target', '#passing')(draft);
  });
  expect(verdictOn(closingLeadsToTheEnd, definition)).toBe('holds');
});

test.each(['ended', 'abandoned', 'retired'])('a complaint that ends as %s is closed unresolved, whatever the word', (word) => {
  const definition = edited('starter', (draft) => {
    put('#unresolved/tags', [`outcome:${word}`])(draft);
    put('#recording/on/recorded/0/target', '#unresolved')(draft);
  });
  expect(verdictOn(nobodyIsTurnedAwayUnheard, definition)).toBe('fails');
  expect(verdictOn(closingIsRecorded, definition)).toBe('fails');
});

test('what is not written between may not be so and otherwise: nobody comes to a button that is used up; what may be added meanwhile leads there', () => {
  const onlyIf = (field: string) =>
    edited('starter', (draft) => {
      put('#reviewing/on/reviewed/0/target', '#awaitingAnswer')(draft);
      put('#implementing/after/remedyBy/0/guard', { type: 'if', params: { field, is: 'filled' } })(draft);
    });
  expect(verdictOn(oneCanSayYes, onlyIf('channel'))).toBe('holds');
  expect(verdictOn(oneCanSayYes, onlyIf('statement'))).toBe('possible');
});

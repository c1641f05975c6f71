import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { explore } from '@redress/engine';
import { cut, edited } from '../../../test/tools/rule-trial.ts';
import { examine } from '../check/check.ts';
import { statusCanBeAsked } from '../rules/iso-10002/7.3-a.ts';
import { iso10002 } from '../rules/iso-10002/pack.ts';
import { iso10003 } from '../rules/iso-10003/pack.ts';
import { Before } from './before.ts';

const isNoWorse = (was: Definition, now: Definition): boolean => {
  const of = (definition: Definition) => examine(explore({ definition }));
  const before = new Before(() => of(was), { packs: [iso10002, iso10003], findingsOf: () => [] });
  return before.isNoWorse(of(now), statusCanBeAsked);
};

const stayingEmpty = cut('#referral/after/referBy/0/actions/2');

test('what holds as it is drawn may stay so', () => {
  const definition = edited('external-dispute', stayingEmpty);
  expect(isNoWorse(definition, definition)).toBe(true);
});

test('what holds as it is drawn may not become what fails for good, though it was open before', () => {
  const filesNothing = edited('external-dispute', (draft) => {
    stayingEmpty(draft);
    cut('/forms/referral/records')(draft);
  });
  expect(isNoWorse(edited('external-dispute', stayingEmpty), filesNothing)).toBe(false);
  expect(isNoWorse(filesNothing, filesNothing)).toBe(true);
  expect(isNoWorse(filesNothing, edited('external-dispute', stayingEmpty))).toBe(true);
});

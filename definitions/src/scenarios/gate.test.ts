import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Gate, gateOf, playScenarios, readScenarios } from '@redress/engine';
import { calendars, readProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { shippedScenarios } from '../shipped-scenarios.ts';

/** What no scenario of the shipped processes reaches yet. It only ever gets shorter: what is reached or has a reason goes from here. */
const notYet: Readonly<Record<string, readonly string[]>> = {
  starter: [
    'awaitingAnswer/after/answerBy/0',
    'implementing/after/remedyBy/0',
    'implementing/after/remedyBy/1',
    'reviewing/after/reviewBy/0',
    'closing/after/closeBy/0',
  ],
  complaint: [
    'end:redirected',
    'acknowledging/after/acknowledgeBy/0',
    'interimAction/after/actBy/0',
    'awaitingInfo/after/infoBy/0',
    'responding/after/sendBy/0',
    'awaitingComplainant/after/answerBy/0',
    'reminded/after/lastAnswerBy/0',
    'implementing/after/remedyBy/0',
    'implementing/after/remedyBy/1',
    'reviewing/after/reviewBy/0',
    'external/after/externalBy/0',
    'surveying/after/surveyOpen/0',
    'closing/after/closeBy/0',
  ],
  escalation: [
    'end:withdrawn',
    'l2Info/after/infoBy/0',
    'l2Response/after/sendBy/0',
    'l2Awaiting/after/answerBy/0',
    'deadlock/after/sendBy/0',
    'l3Response/after/sendBy/0',
    'l3Awaiting/after/answerBy/0',
  ],
  dispute: [
    'end:unresolved',
    'end:withdrawn',
    'referral/after/referBy/0',
    'consent/after/consentBy/0',
    'screening/after/screenBy/0',
    'noticeReceived/after/logBy/0',
    'evaluating/after/evaluateBy/0',
    'positioning/after/positionBy/0',
    'directSettlement/after/reflection/0',
    'facilitation/after/mediateBy/0',
    'settlement/after/reflection/0',
    'advisory/after/adviseBy/0',
    'recommendation/after/recommendationBy/0',
    'determinativeOffer/after/consentBy/0',
    'determination/after/ruleBy/0',
    'award/after/awardBy/0',
    'awardReview/after/awardReviewBy/0',
    'implementing/after/implementBy/0',
    'implementing/after/implementBy/1',
    'implementationOverdue/after/lateImplementBy/0',
    'verifying/after/verifyBy/0',
    'closingFile/after/closeBy/0',
    'notPursued/after/closeBy/0',
    'notResolved/after/closeBy/0',
  ],
};
const definitions = ['starter', 'complaint', 'escalation', 'external-dispute'].map(readProcess);

function gateOfShipped(id: string): Gate {
  const definition = definitions.find((one) => one.id === id);
  if (!definition) throw new Error(`There is no process ${id}`);
  const scenarios = readScenarios(shippedScenarios[id]);
  return gateOf(definition, { played: playScenarios({ definitions, calendars, tools: { schemas } }, scenarios), gaps: scenarios.gaps });
}

test.each(definitions.map(({ id }) => id))('%s is tried out as far as publishing asks, but for what is listed', (id) => {
  const { goals, scenarios, stray } = gateOfShipped(id);
  expect(scenarios.filter(({ ok }) => !ok)).toEqual([]);
  expect(stray).toEqual([]);
  expect(goals.flatMap(({ what, state }) => (state === 'missing' ? [what] : []))).toEqual(notYet[id]);
});

test('every scenario that lies there comes with the product', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));
  const titles = new Set(Object.values(shippedScenarios).flatMap(({ scripts }) => Object.values(scripts)));
  expect(titles.size).toBe(files.length);
});

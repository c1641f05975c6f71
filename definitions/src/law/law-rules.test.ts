import { describe, expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { edited, put } from '../../../test/tools/rule-trial.ts';
import { check } from '../check/check.ts';
import type { Checked } from '../check/verdict.ts';
import { calendarDays } from './law-pack.ts';
import { lawPacks } from './law-packs.ts';
import { lawRules, lawWords } from './law-rules.ts';

const judged = (definition: Definition): ReadonlyMap<string, Checked> =>
  new Map(check({ definition }, { packs: lawPacks.map(lawRules) }).map((each) => [each.rule, each]));
const days = (definition: Definition, rule: string): unknown[] => {
  const { verdict, failures = [] } = judged(definition).get(rule) ?? {};
  return [verdict, failures[0]?.facts.days, failures[0]?.path.at(-1)?.day];
};
const withDelays = (name: string, lengths: Readonly<Record<string, number>>): Definition =>
  edited(name, (draft) => {
    for (const [delay, length] of Object.entries(lengths)) put(`/delays/${delay}/days`, length)(draft);
  });

describe('a limit of a law is kept, broken by one deadline that is too long, and no concern of other procedures', () => {
  test.each([
    ['law:pl-financial/answer-30', { examineBy: 40 }, 48],
    ['law:pl-financial/answer-60', { examineBy: 60 }, 68],
    ['law:iran/standards-20', { examineBy: 20 }, 28],
  ])('%s', (rule, lengths, slowest) => {
    expect(days(readProcess('starter'), rule)).toEqual(['holds', undefined, undefined]);
    expect(days(withDelays('starter', lengths), rule)).toEqual(['fails', slowest, slowest]);
    expect(judged(readProcess('external-dispute')).has(rule)).toBe(false);
  });

  test('ten days of public bodies: eighteen of the starter are too many', () => {
    expect(days(readProcess('starter'), 'law:iran/public-10')).toEqual(['fails', 18, 18]);
    expect(days(withDelays('starter', { examineBy: 2 }), 'law:iran/public-10')).toEqual(['holds', undefined, undefined]);
  });

  test('a dispute: admitted in time, but three methods one after another do not fit into ninety days', () => {
    const dispute = readProcess('external-dispute');
    expect(days(dispute, 'law:eu-adr/admissibility-21')[0]).toBe('holds');
    expect(days(withDelays('external-dispute', { screenBy: 22 }), 'law:eu-adr/admissibility-21').slice(0, 2)).toEqual(['fails', 22]);
    expect(days(dispute, 'law:eu-adr/outcome-90').slice(0, 2)).toEqual(['fails', 198]);
    const short = withDelays('external-dispute', { mediateBy: 5, adviseBy: 5, ruleBy: 10, awardReviewBy: 5 });
    expect(days(short, 'law:eu-adr/outcome-90')[0]).toBe('holds');
    expect(judged(readProcess('starter')).has('law:eu-adr/outcome-90')).toBe(false);
  });
});

test('what the screening still has to ask is time of the screening, and so is a second look', () => {
  const asking = edited('external-dispute', (draft) => {
    put('/events/ask', { label: { en: 'Ask' } })(draft);
    put('/events/told', { label: { en: 'Tell' } })(draft);
    put('#screening/on/ask', [{ target: '#asked' }])(draft);
    put('#opening/states/asked', {
      id: 'asked',
      tags: ['stage:information-request'],
      meta: { title: { en: 'Asked' }, owner: 'providerDesk', maxVisits: 1 },
      invoke: { src: 'task', input: { role: 'complainant', form: 'statement' } },
      on: { told: [{ target: '#screening' }] },
      after: { consentBy: [{ target: '#screening' }] },
    })(draft);
  });
  expect(days(asking, 'law:eu-adr/admissibility-21').slice(0, 2)).toEqual(['fails', 56]);
});

test('our complaint process answers within sixty days, but says too late that it takes longer than thirty', () => {
  const complaint = readProcess('complaint');
  expect(days(complaint, 'law:pl-financial/answer-60')[0]).toBe('holds');
  expect(days(complaint, 'law:pl-financial/answer-30')).toEqual(['possible', 49, 49]);
});

test('business days count at their longest, with two weekend days for every five begun', () => {
  expect(calendarDays({ days: 15, unit: 'business' })).toBe(21);
  expect(calendarDays({ days: 20, unit: 'business' })).toBe(28);
  expect(calendarDays({ days: 30, unit: 'calendar' })).toBe(30);
});

test('every law says from when it is if that is known, in three languages what it asks, and that no lawyer verified it', () => {
  for (const law of lawPacks) {
    expect([law.validFrom ?? '2026-01-01', law.verifiedBy]).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), undefined]);
    const words = lawWords(law);
    for (const { rule } of lawRules(law).rules)
      for (const language of ['en', 'fa', 'pl']) expect(words.get(rule.id)?.requirement[language]).toMatch(/\S/);
  }
});

import { describe, expect, test } from '@jest/globals';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { breach, edited, put, verdictOn } from '../../../test/tools/rule-trial.ts';
import type { Rule } from '../check/rule.ts';
import { lawPacks } from './law-packs.ts';
import { lawPoints } from './law-rules.ts';

const ruleOf = (id: string): Rule => {
  const found = lawPacks.flatMap(lawPoints).find(({ rule }) => rule.id === id);
  if (!found) throw new Error(`no such rule: ${id}`);
  return found.rule;
};
const lastDeadline = '#ownerDeciding/after/ownerDecidesBy/0/target';

describe.each(['law:pl-financial/silence-accepted', 'law:pl-consumer/silence-accepted'])('silence that means acceptance: %s', (id) => {
  const rule = ruleOf(id);

  test('holds where the last deadline leads to the remedy', () => {
    expect(verdictOn(rule, edited('complaint', put(lastDeadline, '#implementing')))).toBe('holds');
  });

  test('fails where it leads to the offer of going outside, as it is', () => {
    const { verdict, at, path } = breach(rule, readProcess('complaint'));
    expect([verdict, at]).toEqual(['fails', 'closedUnresolved']);
    expect(path.slice(-3)).toEqual(['ownerDecidesBy → externalOffer', 'decline → closingUnresolved', 'close → closedUnresolved']);
  });

  test('does not concern a dispute', () => {
    expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
  });
});

describe('silence that means refusal', () => {
  const rule = ruleOf('law:eu-adr-2028/silence-refusal');
  const positionBy = '#positioning/after/positionBy/0/target';
  const ended = edited('external-dispute', put(positionBy, '#notPursued'));

  test('holds where the dispute is not pursued, and the complainant hears of it', () => {
    expect(verdictOn(rule, ended)).toBe('holds');
  });

  test('fails where a mediator is called all the same', () => {
    expect(breach(rule, readProcess('external-dispute'))).toMatchObject({
      verdict: 'fails',
      at: 'facilitation',
    });
  });

  test('does not concern a complaint', () => {
    expect(verdictOn(rule, 'complaint')).toBe('not concerned');
  });
});

test('whoever is merely late breaks the limit and no rule on silence', () => {
  const silent = lawPacks.flatMap((law) =>
    lawPoints(law)
      .filter(({ rule }) => rule.id.includes('/silence-'))
      .map(() => law.id),
  );
  expect(silent).toEqual(['pl-financial', 'pl-consumer', 'eu-adr-2028']);
});

import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { investigatedBeforeDecision as rule } from './7.6-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when an urgent case goes straight to the decision`, () => {
  const definition = edited('complaint', put('#interimAction/on/interimDone/0/target', '#deciding'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'deciding',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing', 'urgent → interimAction', 'interimDone → deciding'],
  });
});

test(`${rule.id} fails when the decision may be taken beside the investigation: what begins at once is not earlier`, () => {
  const track = (id: string, stage: string) => ({
    initial: id,
    states: { [id]: { tags: [`stage:${stage}`], on: { [`${id}Done`]: [{ target: `#${id}Over` }] } }, [`${id}Over`]: { type: 'final' } },
  });
  const by = { label: { en: 'x' }, by: ['clerk'] };
  const beside = (first: object) =>
    smallDefinition(
      {
        initial: 'first',
        states: steps({
          first: { ...first, on: { go: [{ target: '#both' }] } },
          both: {
            type: 'parallel',
            states: { one: track('look', 'investigation'), two: track('decide', 'decision') },
            onDone: [{ target: '#over' }],
          },
          over: end('resolved'),
        }),
      },
      { kind: 'complaint', events: { go: by, lookDone: by, decideDone: by } },
    );
  expect(breach(rule, beside({}))).toEqual({ verdict: 'fails', at: 'decide', path: ['start → first', 'go → look'] });
  expect(verdictOn(rule, beside({ tags: ['stage:investigation'] }))).toBe('holds');
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});

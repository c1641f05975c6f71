import { expect, test } from '@jest/globals';
import { type Definition, parseDefinition } from '@redress/engine';
import { everyAnswer } from '../../test/tools/every-answer.ts';
import { check, contractsAmong, drawSkeleton, isOpen, packs, type Severity, type SkeletonAnswers, shippedProcesses } from './index.ts';

const read = (json: unknown): Definition => {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
};
const shipped = shippedProcesses.map(read);
const contract = contractsAmong((id) => shipped.find((one) => one.id === id));
const open = (definition: Definition, severities: readonly Severity[] = ['must']): readonly string[] =>
  check({ definition }, { packs, contractOf: contract })
    .filter(({ severity, verdict }) => severities.includes(severity) && isOpen(verdict))
    .map(({ rule }) => rule);

test.each(shipped.map((definition) => [definition.id, definition] as const))('nothing that must hold is open in %s', (_, definition) => {
  expect(open(definition)).toEqual([]);
});

/** What should hold, and waits for what only the organisation knows: its policy, its targets, whether it asks complainants; and what it answered with no. */
const leftOpen = ({ representative, again }: SkeletonAnswers): readonly string[] => [
  ...(representative ? [] : ['10002/4.5-B']),
  '10002/5.3-A',
  '10002/6.2-A',
  ...(again ? [] : ['10002/7.9-G']),
  '10002/8.3-A',
];

test('nor in a draft that begins with four questions, whatever is answered; what should hold is open only where nobody but the organisation can say it', () => {
  const wrong = everyAnswer().flatMap((answers) => {
    const found = open(read({ ...drawSkeleton(answers), id: 'drawn' }), ['must', 'should']);
    return JSON.stringify(found.toSorted()) === JSON.stringify(leftOpen(answers)) ? [] : [{ answers, found }];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

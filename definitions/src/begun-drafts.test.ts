import { expect, test } from '@jest/globals';
import { type Definition, parseDefinition } from '@redress/engine';
import { everyAnswer } from '../../test/tools/every-answer.ts';
import { check, contractOf, contractsAmong, drawSkeleton, isOpen, packs, shippedProcesses } from './index.ts';

const read = (json: unknown): Definition => {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
};
const shipped = shippedProcesses.map(read);
const contract = contractsAmong((id, others) => {
  const definition = shipped.find((one) => one.id === id);
  return definition && contractOf({ definition }, others);
});
/** Rules that must hold and do not: what would keep a draft from being published. */
const open = (definition: Definition): readonly string[] =>
  check({ definition }, { packs, contractOf: contract })
    .filter(({ severity, verdict }) => severity === 'must' && isOpen(verdict))
    .map(({ rule }) => rule);

test.each(shipped.map((definition) => [definition.id, definition] as const))('nothing that must hold is open in %s', (_, definition) => {
  expect(open(definition)).toEqual([]);
});

test('nor in a draft that begins with four questions, whatever is answered', () => {
  const wrong = everyAnswer().flatMap((answers) => {
    const found = open(read({ ...drawSkeleton(answers), id: 'drawn' }));
    return found.length > 0 ? [{ answers, found }] : [];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

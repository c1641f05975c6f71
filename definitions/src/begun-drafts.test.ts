import { describe, expect, test } from '@jest/globals';
import { type Definition, parseDefinition } from '@redress/engine';
import { everyAnswer } from '../../test/tools/every-answer.ts';
import { check, contractOf, contractsAmong, drawSkeleton, isOpen, packs, shippedProcesses, templates } from './index.ts';

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

describe('what is still open in the templates, and nothing else', () => {
  const left: Readonly<Record<string, readonly string[]>> = {
    shop: [],
    /** Consent of the patient and a meeting are awaited beside the eight weeks. */
    hospital: ['10002/4.15-B'],
    /** Not repaired yet. The law takes silence of the bank for a yes, from wherever the case rests: ends are reached without an answer, and terms come to more than eight weeks. */
    bank: ['10002/4.15-B', '10002/7.2-A', '10002/7.4-A', '10002/7.6-D', '10002/7.7-A', '10002/7.9-B', '10002/7.9-E', '10002/7.9-M'],
  };
  test.each(templates.map(read).map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
    expect(open(definition)).toEqual(left[id]);
  });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileFeel } from '../../feel/compile-feel.ts';
import { scopeFunctions, scopeObjects } from '../../feel/scope.ts';
import { reservedWords } from './find-names.ts';

/** What an expression says with the field in every place a name can stand. */
const uses = [
  'ID',
  'ID = 3',
  '[ID, ID]',
  'if ID > 0 then ID else -ID',
  'ID in [1..4]',
  'for x in ID return x',
  '{ a: ID }.a',
  'ID between 0 and ID',
  'count([ID])',
  'some ID in [ID] satisfies ID = 3',
  '{ ID: 4 }.ID',
];
const answers = (id: string): readonly unknown[] =>
  uses.map((use) => {
    const compiled = compileFeel(use.replaceAll('ID', id), { fields: new Set([id]) });
    if (!compiled.ok) return 'refused';
    const outcome = compiled.run({
      fields: { [id]: 3 },
      case: {},
      event: {},
      result: null,
      clock: {},
      step: {},
      at: '2026-03-02T09:00:00.000Z',
    });
    return outcome.ok ? outcome.value : outcome.refusal.reason;
  });
const usual = answers('plain');

test('every reserved word of FEEL is one: as a field it would be misread', () => {
  const usable = [...reservedWords].filter(
    (word) =>
      ![...scopeObjects, ...scopeFunctions].some((name) => name === word) && JSON.stringify(answers(word)) === JSON.stringify(usual),
  );
  expect(usable).toEqual(['not']);
});

test('every other id is understood as a field, also those that begin like a word or are called like a type', () => {
  const tricky = [
    'inForce',
    'notOurs',
    'forMe',
    'andSo',
    'orElse',
    'ifX',
    'thenX',
    'elsewhere',
    'someone',
    'everyOne',
    'betweenUs',
    'nullable',
    'trueish',
    'returns',
    'functional',
    'external1',
    'satisfied',
  ];
  const types = [
    'date',
    'time',
    'duration',
    'days',
    'years',
    'months',
    'list',
    'context',
    'range',
    'string',
    'number',
    'of',
    'item',
    'e',
    'pi',
  ];
  for (const id of [...tricky, ...types]) expect([id, answers(id)]).toEqual([id, usual]);
});

test('random ids are understood as fields', () => {
  const id = fc
    .stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/)
    .filter((word) => !reservedWords.has(word) && word !== 'x' && word !== 'a' && word !== 'count');
  fc.assert(
    fc.property(id, (word) => expect(answers(word)).toEqual(usual)),
    { seed: 20261122, numRuns: 60 },
  );
});

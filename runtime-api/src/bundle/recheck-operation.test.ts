import { expect, test } from '@jest/globals';
import { Operation, packs } from '@redress/definitions';
import { explore } from '@redress/engine';
import { shipped } from '../../../test/tools/pretend-case.ts';
import { recordOf } from '../../../test/tools/record-of.ts';
import { sampleFacts, sampleKey } from '../../../test/tools/sample-bundle.ts';
import { complain } from '../../../test/tools/starter-case.ts';
import { bundleOf } from './bundle.ts';
import type { Manifest, OperationInBundle } from './manifest.ts';
import { operationOf } from './operation.ts';
import { recheckOperation } from './recheck-operation.ts';

const { definition } = shipped('starter');
const complaint = complain();
complaint.wait(); // Nobody records it in time.
const late = recordOf(complaint);
const { rules } = new Operation(explore({ definition }), { packs }).judge(late);

const facts = sampleFacts();
const signed = bundleOf(facts, sampleKey()).find(({ name }) => name === 'manifest.json');
const manifest: Manifest = JSON.parse(Buffer.from(signed?.bytes ?? []).toString('utf8'));
const [sampled] = manifest.sample.cases;
if (!sampled) throw new Error('no case');
const ofLate: Manifest = {
  ...manifest,
  sample: { ...manifest.sample, cases: [{ ...sampled, case: late.id, startedAt: late.receivedAt }] },
};

/** What is wrong with a bundle that tells this of the late case. */
function faults(
  line: (found: number | undefined) => number | undefined,
  more: Partial<OperationInBundle> = {},
): readonly (string | undefined)[] {
  const none = { kept: 0, open: 0, measure: {}, verdict: 'broken', notNamed: 0 } as const;
  const broken = rules.flatMap(({ rule, verdict, revision }): OperationInBundle['rules'] => {
    const told = line(revision);
    return verdict === 'broken' && told !== undefined ? [{ ...none, rule, broken: 1, violations: [{ case: late.id, line: told }] }] : [];
  });
  const operation: OperationInBundle = { ...operationOf(facts), rules: broken, ...more };
  return recheckOperation(ofLate, { definition, operation, journals: new Map([[late.id, late.lines]]) }, { packs }).map(({ at }) => at);
}

test('a case breaks what its enclosed journal shows, at the line that does', () => {
  expect(rules.filter(({ verdict }) => verdict === 'broken').length).toBeGreaterThan(0);
  expect(faults((found) => found)).toEqual([]);
});

test('what is hushed up, or told of another line, is found', () => {
  expect(faults(() => undefined)).toContainEqual(expect.stringMatching(/^10002\/4\.3-B line 2 /));
  expect(faults(() => 1)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^10002\/4\.3-B line 1 /), expect.stringMatching(/^10002\/4\.3-B line 2 /)]),
  );
});

test('where older cases were left out, one of the sample may be among them', () => {
  expect(faults(() => undefined, { capped: true })).toEqual([]);
});

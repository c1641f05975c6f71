import { describe, expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { edited, put } from '../../../test/tools/rule-trial.ts';
import { packs } from '../rules/packs.ts';
import { check } from './check.ts';
import { type Contract, contractOf } from './contracts.ts';

const contract = (definition: Definition): Contract => contractOf({ definition });

describe('what a procedure promises to whoever starts it', () => {
  const escalation = contract(readProcess('escalation'));

  test('its outcomes, its time at the worst, and what can be done all the while', () => {
    expect([...escalation.ends.keys()].sort()).toEqual(['resolved', 'unresolved', 'withdrawn']);
    expect(escalation.days).toBe(65);
    expect([...escalation.offers].sort()).toEqual(['add-info by complainant', 'status-request by complainant', 'withdraw by complainant']);
    expect(contract(readProcess('external-dispute')).days).toBe(326);
  });

  test('what every run to an outcome has told and done, and nothing that only some have', () => {
    expect([...(escalation.ends.get('resolved')?.doings ?? [])]).toContain('accept by complainant');
    expect([...(escalation.ends.get('withdrawn')?.doings ?? [])]).toContain('withdraw by complainant');
    const told = escalation.ends.get('unresolved')?.told.get('complainant');
    expect([...(told ?? [])]).toEqual(expect.arrayContaining(['external-route']));
    expect([...(told ?? [])]).not.toContain('final-position');
  });

  test('a withdrawal is one, whether it was said here or further in', () => {
    const further = edited('complaint', put('/kind', 'escalation'));
    const withdrawn = contractOf({ definition: further }, (id) => (id === 'escalation' ? escalation : undefined)).ends.get('withdrawn');
    expect([...(withdrawn?.doings ?? [])]).toContain('withdraw by complainant');
  });

  test('who does what further in is known as far as it goes', () => {
    const outer = contractOf({ definition: edited('complaint', put('/id', 'outer')) }, (id) =>
      id === 'escalation' ? escalation : undefined,
    );
    const reviewers = outer.tasks.filter(({ step }) => step.stages.has('internal-review')).flatMap(({ roles }) => roles);
    expect(reviewers).toEqual(expect.arrayContaining(['reviewer', 'seniorManager']));
  });

  test('one that may wait for ever takes for ever', () => {
    const endless = edited('escalation', (draft) => put('#deadlock/after', {})(draft));
    expect(contract(endless).days).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('what a row says of the end of a sub-procedure is a claim', () => {
  const open = (escalation: Definition): readonly string[] =>
    check(
      { definition: readProcess('complaint') },
      {
        packs,
        contractOf: (id) => contract(id === 'escalation' ? escalation : readProcess('external-dispute')),
      },
    )
      .filter(({ verdict }) => verdict === 'fails' || verdict === 'possible')
      .map(({ rule }) => rule);

  test('it counts where the sub-procedure bears it out', () => {
    expect(open(readProcess('escalation'))).toEqual([]);
  });

  test('it counts no more once the review can end as resolved although nobody accepted', () => {
    const silent = edited('escalation', put('#l3Awaiting/after/answerBy/0/target', '#satisfied'));
    expect(open(silent)).toContain('10002/7.9-B');
  });
});

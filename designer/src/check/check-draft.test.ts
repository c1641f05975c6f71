import { describe, expect, test } from '@jest/globals';
import { shippedProcesses, templates } from '@redress/definitions';
import { threeLevels } from '../../../test/tools/three-levels.ts';
import { copyOf, fieldsOf } from '../model/loose-json.ts';
import type { Nested } from '../server/nested.ts';
import { checkingDrafts } from './check-draft.ts';
import type { CheckAnswer } from './checked-draft.ts';
import { financialLaw, noLaws } from './pretend-rule.ts';

const shipped = (id: string): object => shippedProcesses.find((process) => fieldsOf(process).id === id) ?? {};
const starter = shipped('starter');
const nested: readonly Nested[] = ['escalation', 'dispute'].map((id) => ({ id, version: 1, document: shipped(id) }));
const ruleIn = ({ rules }: CheckAnswer, rule: string) => rules.find((one) => one.rule === rule);

/** The starter whose letters do not say that the complaint has arrived. */
const silent = (): object =>
  JSON.parse(JSON.stringify(starter), (key, value) =>
    key === 'tells' && Array.isArray(value) ? value.map((word) => (word === 'receipt' ? 'survey' : word)) : value,
  );

describe('a draft against the rules', () => {
  test('the starter as it is shipped has nothing open that must not be', () => {
    const answer = checkingDrafts()({ definition: starter, nested, laws: noLaws });
    const open = answer.rules.filter(({ verdict, severity }) => severity === 'must' && (verdict === 'fails' || verdict === 'not-decided'));
    expect(open.map(({ rule }) => rule)).toEqual([]);
    expect(answer.packs.map(({ id }) => id)).toEqual(expect.arrayContaining(['structure', 'iso-10002']));
  });

  test('a letter that says nothing breaks the clause, and the run says which letters went out and what they told', () => {
    const rule = ruleIn(checkingDrafts()({ definition: silent(), nested, laws: noLaws }), '10002/7.4-A');
    expect(rule).toMatchObject({ verdict: 'fails', clause: '10002/7.4', isAboutTelling: true, proved: 'definition' });
    const [failure] = rule?.failures ?? [];
    expect(failure?.path[0]).toMatchObject({ kind: 'start', day: 0 });
    expect(failure?.path.flatMap(({ letters }) => letters).length).toBeGreaterThan(0);
    expect(failure?.path.flatMap(({ told }) => told)).not.toContain('receipt');
  });

  test('a letter that came back and was not sent again is not among those that the run says went out', () => {
    const again = '{"type":"letter","params":{"letter":"undelivered"}},{"type":"letter","params":{"letter":"acknowledgement"}}';
    const drawn = JSON.stringify(shipped('complaint'));
    expect(drawn).toContain(again);
    const complaint = fieldsOf(JSON.parse(drawn.replace(again, '{"type":"letter","params":{"letter":"undelivered"}}')));
    const rule = ruleIn(checkingDrafts()({ definition: complaint, nested, laws: noLaws }), '10002/7.4-A');
    const path = rule?.failures[0]?.path ?? [];
    expect(path.map(({ kind }) => kind)).toContain('failed');
    expect(path.flatMap(({ told }) => told)).not.toContain('receipt');
  });

  test('what changes in letters, forms and public texts alone is checked on what is known, with the same answer', () => {
    const check = checkingDrafts();
    check({ definition: starter, nested, laws: noLaws });
    const { publishes: _, kpis: __, ...unpublished } = fieldsOf(silent());
    for (const definition of [silent(), unpublished, { ...fieldsOf(starter), forms: copyOf(fieldsOf(fieldsOf(starter).forms)) }, starter])
      expect(check({ definition: fieldsOf(definition), nested, laws: noLaws })).toEqual(
        checkingDrafts()({ definition: fieldsOf(definition), nested, laws: noLaws }),
      );
  });

  test('a procedure that it starts is known by its published version, else as it comes with the product; where it is neither, the rule says so', () => {
    const check = checkingDrafts();
    const waitingFor = (name: string): object => JSON.parse(JSON.stringify(shipped('complaint')).replaceAll('"escalation"', `"${name}"`));
    const waits = (name: string, of: readonly Nested[]) => ruleIn(check({ definition: waitingFor(name), nested: of, laws: noLaws }), 'S-7');
    expect(waits('another', [])).toMatchObject({ verdict: 'not-decided', bound: 'unknown another' });
    expect(waits('escalation', [])?.verdict).toBe('holds');
    const slow: object = JSON.parse(JSON.stringify(shipped('escalation')), (key, value) => (key === 'days' ? value * 7 : value));
    expect(waits('escalation', [{ id: 'escalation', version: 1, document: slow }])?.verdict).toBe('fails');
    expect(waits('escalation', nested)?.verdict).toBe('holds');
  });

  test('what a procedure starts that the draft starts counts as well, also after it was published anew', () => {
    const check = checkingDrafts();
    const saidIn = (accepted: boolean, version: number) => {
      const { outer, level, inner } = threeLevels({ accepted });
      const started = [level, inner].map((document) => ({ id: document.id, version, document }));
      return ruleIn(check({ definition: outer, nested: started, laws: noLaws }), '10002/7.9-B')?.verdict;
    };
    expect([saidIn(true, 1), saidIn(false, 2), saidIn(true, 3)]).toEqual(['holds', 'fails', 'holds']);
  });

  test('laws that the organisation chose are checked as well, from the day on which they are in force, and say where they are written', () => {
    const answer = checkingDrafts()({ definition: starter, nested, laws: financialLaw });
    expect(answer.packs.at(-1)).toEqual({ id: 'law:pl-financial', version: '3' });
    expect(ruleIn(answer, 'law:pl-financial/silence-accepted')).toMatchObject({
      verdict: 'fails',
      law: { id: 'pl-financial', source: { reference: 'art. 6, 7, 8' }, confidence: 'partly' },
    });
    expect(ruleIn(answer, 'law:pl-financial/silence-accepted')?.law).not.toHaveProperty('verifiedBy');
    const before = checkingDrafts()({ definition: starter, nested, laws: { ...financialLaw, day: '2015-10-10' } });
    expect(before.rules.filter(({ law }) => law)).toEqual([]);
  });

  test('what is no procedure has no verdicts', () => {
    expect(checkingDrafts()({ definition: { id: 'x' }, nested, laws: noLaws })).toEqual({ rules: [], packs: [] });
  });

  test('everything that it says goes over to the page', () => {
    for (const definition of templates) {
      const answer = checkingDrafts()({ definition: fieldsOf(definition), nested, laws: noLaws });
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    }
  });
});

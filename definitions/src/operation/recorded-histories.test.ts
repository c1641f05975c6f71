import { expect, test } from '@jest/globals';
import { advance, begin, type CaseState, explore } from '@redress/engine';
import { type History, keptDefinition, recorded } from '../../../test/histories/history.ts';
import { deepFrozen } from '../../../test/tools/pretend-case.ts';
import { recordLine } from '../../../test/tools/record-of.ts';
import { checkGraph } from '../check/check.ts';
import { packs } from '../rules/packs.ts';
import type { CaseRecord, RecordLine } from './case-record.ts';
import { Operation } from './operation.ts';

const histories = recorded();
const options = { packs };

/** By these somebody sets aside what the drawing proves. */
const setsAside = ['moved', 'early', 'skipped', 'cancelled'];

test('each procedure has a way for what its cases did long ago; a rule that the drawing proves broke only where somebody set it aside', () => {
  const judged = [...new Set(histories.map(({ definition }) => definition))].flatMap((hash) => {
    const graph = explore(keptDefinition(hash));
    const operation = new Operation(graph, options);
    const proved = new Set(checkGraph(graph, options).flatMap(({ rule, verdict }) => (verdict === 'holds' ? [rule] : [])));
    return histories
      .filter(({ definition }) => definition === hash)
      .map((history) => ({ history, proved, ...operation.judge(recordOf(history)) }));
  });
  expect(judged.filter(({ deviations }) => deviations.some(({ kind }) => kind === 'astray'))).toEqual([]);
  const broken = judged.flatMap(({ history: { process, seed }, proved, rules, deviations }) =>
    rules
      .filter(({ rule, verdict }) => verdict === 'broken' && proved.has(rule))
      .map(({ rule }) => ({ case: `${process} ${seed}`, rule, setAside: deviations.some(({ kind }) => setsAside.includes(kind)) })),
  );
  expect(broken).toEqual([{ case: 'complaint 1', rule: '10002/7.8-C', setAside: true }]);
  const kept = new Set(judged.flatMap(({ rules }) => rules.flatMap(({ rule, verdict }) => (verdict === 'kept' ? [rule] : []))));
  expect(kept.size).toBeGreaterThan(40);
});

/** The journal of a recorded case, entered at once as a drawing takes it to be: refused events leave no line. */
function recordOf({ definition, start, calendars, steps }: History): CaseRecord {
  const compiled = keptDefinition(definition);
  const begun = begin(compiled, deepFrozen({ ...start, calendars }));
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  const lines: RecordLine[] = [recordLine(start.event, begun.value)];
  let state: CaseState = JSON.parse(JSON.stringify(begun.value.state));
  for (const { event } of steps) {
    const step = advance(compiled, deepFrozen(state), deepFrozen(event), calendars);
    if (!step.ok) continue;
    lines.push(recordLine(event, step.value));
    state = JSON.parse(JSON.stringify(step.value.state));
  }
  return { id: start.caseId, receivedAt: start.event.at, lines };
}

import { expect, test } from '@jest/globals';
import { furtherProcesses, shippedProcesses, shippedScenarios, templateScenarios, templates } from '@redress/definitions';
import { compile, type Definition, gateOf, parseDefinition, playScenarios, readScenarios } from '@redress/engine';
import { calendars } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { copiedProcedure, copiedScenarios } from './copied-procedure.ts';

test.each([...shippedProcesses, ...furtherProcesses].map((process) => [String(fieldsOf(process).id), process]))(
  'a copy of %s is a procedure of its own: another id and name, the rest as it was, without a fault',
  (_, process) => {
    const copy = copiedProcedure(fieldsOf(process), { id: 'another', title: 'Inna', language: 'pl' });
    const { id, title, published, ...rest } = fieldsOf(copy);
    const { id: _id, title: before, published: _published, ...restBefore } = fieldsOf(process);
    expect([id, published]).toEqual(['another', undefined]);
    expect(title).toEqual({ ...fieldsOf(before), pl: 'Inna' });
    expect(JSON.stringify(rest)).toBe(JSON.stringify(restBefore));
    const parsed = parseDefinition(copy);
    expect(parsed.ok && compile(parsed.value, { schemas }).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test('a reader whose language the procedure does not have names it in its first', () => {
  const copy = copiedProcedure({ id: 'a', languages: ['en'], title: { en: 'A' } }, { id: 'b', title: 'B', language: 'fa' });
  expect(copy).toEqual({ id: 'b', languages: ['en'], title: { en: 'B' } });
});

test('what tried out the other procedure tries out the copy, under its id', () => {
  const script = (id: string) => ({
    process: id,
    people: { rita: [`${id}:reviewer`, 'handler'] },
    steps: [
      { send: 'reviewed', by: 'rita', in: id },
      { wait: { days: 1 }, in: 'escalation' },
    ],
  });
  const copy = copiedScenarios(
    { scripts: { late: script('complaint'), from: script('escalation'), odd: 7 }, gaps: { 'end:lost': 'Never.' } },
    { from: 'complaint', to: 'returns' },
  );
  expect(copy).toEqual({ scripts: { late: script('returns'), odd: 7 }, gaps: { 'end:lost': 'Never.' } });
});

test.each([...shippedProcesses, ...furtherProcesses, ...templates].map((process) => [String(fieldsOf(process).id), process] as const))(
  'a copy of %s with what tries it out can be published as it is',
  (from, process) => {
    const copy = copiedProcedure(fieldsOf(process), { id: 'another', title: 'Another', language: 'en' }) as Definition;
    const scenarios = readScenarios(copiedScenarios({ ...shippedScenarios, ...templateScenarios }[from] ?? {}, { from, to: 'another' }));
    const definitions = [copy, ...(shippedProcesses as unknown as readonly Definition[])];
    const gate = gateOf(copy, { played: playScenarios({ definitions, calendars, tools: { schemas } }, scenarios), gaps: scenarios.gaps });
    expect(gate.scenarios.filter(({ ok }) => !ok)).toEqual([]);
    expect(gate.goals.filter(({ state }) => state === 'missing').map(({ what }) => what)).toEqual([]);
  },
);

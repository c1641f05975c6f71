import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { furtherProcesses, shippedProcesses, shippedScenarios, templateScenarios, templates } from '@redress/definitions';
import { besideOf, type Definition, exportModule, parseDefinition } from '@redress/engine';
import { calendars, compiledOf } from '../tools/pretend-case.ts';
import { BuiltModules } from './exported/built-modules.ts';
import { type Comparison, compare } from './exported/compare.ts';

const read = (json: unknown): Definition => {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
};
const shipped = [...shippedProcesses, ...furtherProcesses].map(read);
const definitions = [...shipped, ...templates.map(read)];
const scenarios = Object.entries({ ...shippedScenarios, ...templateScenarios }).flatMap(([process, { scripts }]) =>
  Object.entries(scripts).map(([name, script]) => [process, name, script] as const),
);
const texts = Object.fromEntries(definitions.map((definition) => [definition.id, exportModule(compiledOf(definition))]));

/** Modules with one thing gone wrong in them: procedure, what is there, what is there instead. */
const faults = {
  savesNothing: ['starter', '{ type: "save" }', '{ type: "beginRound" }'],
  comesOnce: ['starter', /raise\(\{.*?\}, \{.*?\}\)/g, '{ type: "beginRound" }'],
  comparesTheOtherWay: ['complaint', 'left >= right', 'left < right'],
  countsNoVisits: ['complaint', '[...Object.entries(visits), [step,', '[...Object.entries(visits), ["",'],
  isNeverLate: ['starter', 'return Math.max(0, ports.due(', 'return 1 + Math.max(0, ports.due('],
} as const;

let modules: BuiltModules;
let told: string;
beforeAll(async () => {
  const faulty = Object.entries(faults).map(([name, [process, what, instead]]) => [name, texts[process]?.replaceAll(what, instead)]);
  modules = await BuiltModules.of({ ...texts, ...Object.fromEntries(faulty) });
  told = await modules.compile();
}, 60_000);
afterAll(() => modules.remove());

test('every module type-checks as strictly as TypeScript can', () => {
  expect(told).toBe('');
});

function played(process: string, json: unknown, moduleOf?: (process: string) => string): Promise<Comparison> {
  const own = definitions.find(({ id }) => id === process);
  if (!own) throw new Error(`no procedure ${process}`);
  return compare({ process, json, definitions: besideOf(own, shipped), calendars, modules, ...(moduleOf && { moduleOf }) });
}

test.each(scenarios)(
  '%s, %s: after every event the exported module is where the engine is and holds the same',
  async (process, _name, json) => {
    const { events, ...others } = await played(process, json);
    expect(others).toEqual({ problems: [] });
    expect(events).toBeGreaterThan(0);
  },
);

test.each(Object.entries(faults))('a module in which %s is found out', async (fault, [process, what]) => {
  expect(texts[process]?.replaceAll(what, '')).not.toBe(texts[process]);
  const compared: Comparison[] = [];
  for (const [about, , json] of scenarios.filter(([about]) => about === process)) {
    compared.push(await played(about, json, (id) => (id === process ? fault : id)));
  }
  expect(compared.filter(({ apart }) => apart).length).toBeGreaterThan(0);
});

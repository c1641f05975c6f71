import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Gate, gateOf, playScenarios, readScenarios } from '@redress/engine';
import { calendars, everyProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { shippedScenarios } from '../shipped-scenarios.ts';

const definitions = everyProcess();

function gateOfShipped(id: string): Gate {
  const definition = definitions.find((one) => one.id === id);
  if (!definition) throw new Error(`There is no process ${id}`);
  const scenarios = readScenarios(shippedScenarios[id]);
  return gateOf(definition, { played: playScenarios({ definitions, calendars, tools: { schemas } }, scenarios), gaps: scenarios.gaps });
}

test.each(definitions.map(({ id }) => id))('%s is tried out as far as publishing asks', (id) => {
  const { goals, scenarios, stray } = gateOfShipped(id);
  expect(scenarios.filter(({ ok }) => !ok)).toEqual([]);
  expect(stray).toEqual([]);
  expect(goals.flatMap(({ what, state }) => (state === 'missing' ? [what] : []))).toEqual([]);
});

test('every scenario that lies there comes with the product', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));
  const titles = new Set(Object.values(shippedScenarios).flatMap(({ scripts }) => Object.values(scripts)));
  expect(titles.size).toBe(files.length);
});

import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Definition, gateOf, parseDefinition, playScenarios, readScenarios } from '@redress/engine';
import { schemas } from '../../test/tools/schema-tool.ts';
import { threeOffices } from '../../test/tools/three-offices.ts';
import { templateScenarios } from './template-scenarios.ts';
import { templates } from './templates.ts';

const definitions = templates.map((json): Definition => {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
});
const everywhere = threeOffices.flatMap(([place, calendars]) =>
  definitions.map((definition) => [definition.id, place, definition, calendars] as const),
);

test.each(everywhere)('%s is tried out as far as publishing asks: %s', (id, _place, definition, calendars) => {
  const scenarios = readScenarios(templateScenarios[id]);
  const played = playScenarios({ definitions: [definition], calendars, tools: { schemas } }, scenarios);
  const { met, goals, scenarios: tried, stray } = gateOf(definition, { played, gaps: scenarios.gaps });
  expect(tried.filter(({ ok }) => !ok)).toEqual([]);
  expect(goals.flatMap(({ what, state }) => (state === 'missing' ? [what] : []))).toEqual([]);
  expect(stray).toEqual([]);
  expect(met).toBe(true);
});

test('a reason is written only for what no scenario reaches', () => {
  const needless = definitions.flatMap((definition) => {
    const scenarios = readScenarios(templateScenarios[definition.id]);
    return threeOffices.flatMap(([, calendars]) => {
      const played = playScenarios({ definitions: [definition], calendars, tools: { schemas } }, scenarios);
      return gateOf(definition, { played, gaps: scenarios.gaps }).goals.filter(
        ({ state, reason }) => state === 'reached' && reason !== undefined,
      );
    });
  });
  expect(needless).toEqual([]);
});

test('each has a title in every language, and every scenario that lies there comes with its template', () => {
  const files = readdirSync(new URL('templates/scenarios/', import.meta.url)).filter((name) => name.endsWith('.json'));
  const scripts = Object.values(templateScenarios).flatMap((of) => Object.values(of.scripts));
  expect(new Set(scripts).size).toBe(files.length);
  for (const script of scripts)
    expect(script).toHaveProperty('title', { en: expect.any(String), fa: expect.stringMatching(/[آ-ی]/), pl: expect.any(String) });
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseScript, rehearse } from '@redress/engine';
import { calendars, everyProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { threeOffices } from '../../../test/tools/three-offices.ts';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const definitions = everyProcess();

const everywhere = threeOffices.flatMap(([place, counted]) => names.map((name) => [name, place, counted] as const));

test.each(everywhere)('%s goes as it is written: %s', (name, _place, calendars) => {
  const script = parseScript(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!script.ok) throw new Error(JSON.stringify(script.refusal, undefined, 1));
  const rehearsal = rehearse({ definitions, calendars, tools: { schemas } }, script.value);
  expect(rehearsal.problems).toEqual([]);
});

test('the starter counts its first deadline and its promised answer by the working week of the office', () => {
  const read = parseScript(JSON.parse(readFileSync(new URL('starter-resolved.json', folder), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const due = { 'recording.recordBy': '2026-03-03T09:00:00Z', 'clock.answer.due': '2026-03-30T22:00:00Z' };
  const script = { ...read.value, steps: [{ expect: { due } }] };
  expect(rehearse({ definitions, calendars, tools: { schemas } }, script).problems).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shippedScenarios } from '@redress/definitions';
import { gapReasons } from '../../tools/gap-reasons.ts';
import { root } from '../../tools/source-files.ts';
import { redress } from './run-command.ts';

const starter = JSON.parse(readFileSync(join(root, 'definitions/src/processes/starter.json'), 'utf8'));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-rehearse-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, json: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(json));
  return join(folder, name);
};
const scripts: Readonly<Record<string, unknown>> = { resolved: shippedScenarios.starter?.scripts.resolved };
const { gaps } = gapReasons(starter);

test('the scenarios beside a definition are played, and the gate is told: met, with what reaches what', async () => {
  const file = written('starter.json', starter);
  written('starter.scenarios.json', { scripts, gaps });
  const told = await redress(folder, 'rehearse', file);
  expect(told.text).toContain('as written  resolved: Decided in the complainant');
  expect(told.text).toMatch(/reached {2}end:\w+ {2}by .*resolved/);
  expect(told.text).toContain('excused  reviewing/after/reviewBy/0  because: Tried out elsewhere.');
  expect(told.text.split('\n').at(-1)).toBe('Tried out: every outcome and every deadline is reached or has a reason.');
  expect(told.code).toBe(0);
  expect((await redress(folder, 'rehearse', file, '--json')).json).toMatchObject({ met: true, stray: [] });
});

test('inside an export, too; what is missing has exit code 1 and is named', async () => {
  const { 'reviewing/after/reviewBy/0': _, ...fewer } = gaps;
  const steps = [{ expect: { steps: ['elsewhere'] } }, { send: 'recorded', by: 'ada' }, { send: 'recordd', by: 'hugo' }];
  const late = { ...Object(scripts.resolved), steps };
  const file = written('export.json', { definition: starter, layout: {}, scenarios: { scripts: { ...scripts, late }, gaps: fewer } });
  const told = await redress(folder, 'rehearse', file);
  expect(told.code).toBe(1);
  expect(told.text).toContain('missing  reviewing/after/reviewBy/0');
  expect(told.text).toContain('NOT as written  late');
  expect(told.text).toContain('  not-as-expected at /steps/0: steps: expected elsewhere, found recording\n');
  expect(told.text).toContain('  refused at /steps/1: recorded was refused\n    because that is for handler\n');
  expect(told.text).toContain(
    '  refused at /steps/2: recordd was refused\n    because the procedure knows no such event; accepted here: recorded, ',
  );
  const { json } = await redress(folder, 'rehearse', file, '--json');
  expect(json.goals.filter(({ state }: { state: string }) => state === 'missing')).toMatchObject([{ what: 'reviewing/after/reviewBy/0' }]);
});

test('without scenarios, or with a file that is none, it says so', async () => {
  expect(await redress(folder, 'rehearse', written('alone.json', starter))).toMatchObject({
    code: 66,
    text: expect.stringContaining('alone.scenarios.json'),
  });
  const file = written('odd.json', starter);
  writeFileSync(join(folder, 'odd.scenarios.json'), '{');
  expect(await redress(folder, 'rehearse', file)).toMatchObject({ code: 1, text: expect.stringContaining('is not JSON') });
  written('odd.scenarios.json', { scripts: { x: 7 } });
  expect(await redress(folder, 'rehearse', file)).toMatchObject({ code: 1, text: expect.stringContaining('NOT as written  x') });
  expect((await redress(folder, 'rehearse', '--help')).text).toContain('scenarios.json');
});

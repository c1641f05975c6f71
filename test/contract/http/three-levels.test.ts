import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isOpen, shippedProcesses } from '@redress/definitions';
import type { Definition } from '@redress/engine';
import { checkingDrafts } from '../../../designer/src/check/check-draft.ts';
import { gapReasons } from '../../tools/gap-reasons.ts';
import { threeLevels } from '../../tools/three-levels.ts';
import { redress } from '../cli/run-command.ts';
import { match, openWorld, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { password } from './world.ts';

let world: World;
let folder = '';
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
  folder = mkdtempSync(join(tmpdir(), 'redress-nest-'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.server.close();
});

type Found = { readonly rule: string; readonly verdict: string; readonly element?: string };
const sorted = (found: readonly Found[]): readonly string[] =>
  found.map(({ rule, verdict, element = '' }) => `${rule} ${verdict} ${element}`).toSorted();

/** Published although rules are open in it: compliance has signed for each. */
async function publishedWaived(document: Definition): Promise<void> {
  const path = `/definitions/${document.id}`;
  const saved = await world.owner.put(`${path}/draft`, { document, scenarios: gapReasons(document) }, match(0));
  expect(saved.status).toBeLessThan(300);
  const until = new Date(world.server.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  for (const { rule } of (await world.owner.get(`${path}/draft/standards`)).body.open)
    expect((await world.compliance.post(`${path}/waivers`, { rule, reason: 'The innermost is looked at', until })).status).toBe(200);
  const submitted = await world.owner.post(`${path}/draft/submission`, undefined, match(saved.body.revision));
  const approved = await world.compliance.post(`${path}/draft/approval`, { password }, match(submitted.body.revision));
  expect(await world.owner.post(`${path}/publication`, undefined, match(approved.body.revision))).toMatchObject({ status: 200 });
}

/** Musts that are open, as the server finds them in the draft, as the command line does in the files, and as the page does beside what is in force. */
async function openEverywhere(draft: Definition, beside: readonly Definition[]): Promise<readonly (readonly string[])[]> {
  const path = `/definitions/${draft.id}`;
  const saved = await world.owner.put(`${path}/draft`, { document: draft }, match(0));
  expect(saved.status).toBeLessThan(300);
  const server: readonly Found[] = (await world.owner.get(`${path}/draft/standards`)).body.open;

  const files = [draft, ...beside].map((definition) => {
    const file = join(folder, `${definition.id}.json`);
    writeFileSync(file, JSON.stringify(definition));
    return file;
  });
  const told: readonly (Found & { file: string; severity: string })[] = (await redress(folder, '--json', 'check', ...files)).json;
  const command = told.filter(({ file, severity, verdict }) => file === files[0] && severity === 'must' && isOpen(verdict as never));

  const nested = beside.map((document) => ({ id: document.id, version: 1, document }));
  const page = checkingDrafts()({ definition: draft, nested, laws: { chosen: [], day: '2026-03-02' } }).rules.filter(
    ({ severity, verdict }) => severity === 'must' && isOpen(verdict),
  );
  return [
    sorted(server),
    sorted(command.filter(({ rule }, at) => command.findIndex((one) => one.rule === rule) === at)),
    sorted(page.map(({ rule, verdict, failures }) => ({ rule, verdict, element: failures[0]?.element ?? '' }))),
  ];
}

test('of a procedure, one that it starts, and one that this starts, in which it is not the complainant who accepts, all say the same', async () => {
  const { outer, level, inner } = threeLevels({ accepted: false });
  for (const one of [inner, level]) await publishedWaived(one);
  const [server = [], command, page] = await openEverywhere(outer, [level, inner]);
  expect(server.map((one) => one.split(' ')[0])).toEqual(['10002/7.9-B']);
  expect([command, page]).toEqual([server, server]);
});

test('of a draft whose sub-procedure is nowhere in force they say what those say that come with the product', async () => {
  const complaint = shippedProcesses.find((one) => (one as Definition).id === 'complaint') as Definition;
  const [server, command, page] = await openEverywhere({ ...complaint, id: 'unstarted' }, []);
  expect([server, command, page]).toEqual([[], [], []]);
});

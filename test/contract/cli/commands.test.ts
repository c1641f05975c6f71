import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refuse } from '@redress/engine';
import { readProcess } from '../../tools/pretend-case.ts';
import { root } from '../../tools/source-files.ts';
import { redress, redressWith } from './run-command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const starterFile = join(root, 'definitions/src/processes/starter.json');

test('the help says what there is, with examples, exit codes and settings; each command has its own', async () => {
  const told = await redress(folder, '--help');
  expect(told.code).toBe(0);
  for (const word of [
    'start',
    'check',
    'rehearse',
    'import',
    'organisation',
    'verify',
    '--json',
    'Exit codes',
    'REDRESS_HOME',
    'MONGODB_URI',
  ])
    expect(told.text).toContain(word);
  expect(await redress(folder, 'import', '--help')).toMatchObject({ code: 0, text: expect.stringContaining('"receivedAt": { "column"') });
  expect((await redress(folder, 'verify', '--help')).text).toContain('lease-expired');
});

test('wrong use is told and has its exit code', async () => {
  expect(await redress(folder, 'verfy')).toMatchObject({ code: 64, text: expect.stringContaining("unknown command 'verfy'") });
  expect(await redress(folder, 'check')).toMatchObject({ code: 64, text: expect.stringContaining("missing required argument 'file'") });
  expect(await redress(folder, 'organisation', 'add', ' ')).toMatchObject({ code: 64, text: 'An organisation needs a name.' });
  expect(await redress(folder, 'organisation', 'add', 'x'.repeat(201))).toMatchObject({
    code: 64,
    text: 'The name of an organisation has at most 200 characters.',
  });
  const wrong = refuse({ code: 'setting-invalid' as const, setting: 'PORT', needs: 'a number' });
  expect(await redressWith(wrong, ['verify', '--json'])).toMatchObject({ code: 78, json: { setting: 'PORT' } });
});

describe('rehearse', () => {
  const script = {
    process: 'starter',
    at: '2026-03-02T09:00:00Z',
    people: { ada: ['complainant'] },
    by: 'ada',
    input: { description: 'It leaks', contact: 'ada@example.org' },
    steps: [
      { wait: { workingDays: 2 } },
      { expect: { steps: ['examining'], letters: ['overdue to processOwner', 'acknowledgement to complainant'] } },
    ],
  };

  test('a script that goes as written', async () => {
    const told = await redress(folder, 'rehearse', starterFile, written('day.json', script));
    expect(told.text.split('\n')).toEqual([
      '2026-03-02T09:00Z  starter begins by ada (complainant): recording',
      '2026-03-02T09:00Z  case.numbered (in recording)',
      '2026-03-03T09:00Z  recording.recordBy comes due: recording → examining',
      'Letters:',
      '2026-03-03T09:00Z  overdue to processOwner, sent',
      '2026-03-03T09:00Z  acknowledgement to complainant, sent',
      'starter: active',
      'Letters: 2. The clock stands at 2026-03-04T09:00:00.000Z.',
      'It went as written.',
    ]);
    expect(told.code).toBe(0);
    expect((await redress(folder, 'rehearse', starterFile, join(folder, 'day.json'), '--json')).json).toMatchObject({ ok: true });
  });

  const scenarios = join(root, 'definitions/src/scenarios');
  /** Files of the processes whose name is not their id. */
  const files: Readonly<Record<string, string>> = { dispute: 'external-dispute', code: 'code-of-conduct' };
  test.each(readdirSync(scenarios).filter((name) => name.endsWith('.json')))('the shipped %s goes as it is written', async (name) => {
    const [id = ''] = name.split('-');
    const process = join(root, `definitions/src/processes/${files[id] ?? id}.json`);
    const told = await redress(folder, 'rehearse', process, join(scenarios, name));
    expect(told.text.split('\n').at(-1)).toBe('It went as written.');
    expect(told.code).toBe(0);
  });

  test('one that does not says where, and one that is no script what is wrong', async () => {
    const other = { ...script, steps: [{ expect: { steps: ['deciding'] } }] };
    const told = await redress(folder, 'rehearse', starterFile, written('other.json', other));
    expect(told.code).toBe(1);
    expect(told.text).toContain('not-as-expected at /steps/0: steps: expected deciding, found recording');
    const wrong = { ...script, input: { description: 5 } };
    const begun = await redress(folder, 'rehearse', starterFile, written('wrong.json', wrong));
    expect(begun.text).toContain(
      'case-not-begun at /: no case of starter can begin with these answers\n  because field description: type {',
    );
    expect(begun.text.split('\n').at(-1)).toMatch(/^It did not go as written\. Problems: \d+\.$/);
    const process = readProcess('starter');
    const broken = written('broken.json', { ...process, roles: { ...process.roles, complainant: undefined } });
    expect((await redress(folder, 'rehearse', broken, join(folder, 'day.json'))).text).toMatch(
      /^does-not-compile at \/.*\n {2}unknown-role at \//m,
    );
    const none = await redress(folder, 'rehearse', starterFile, written('none.json', { ...script, steps: [{ jump: 1 }] }));
    expect(none).toMatchObject({
      code: 1,
      text: expect.stringMatching(/is not a script:\n {2}script-step at \/steps\/0: does nothing known; one of: send, /),
    });
  });
});

test('a fresh clone with what npm ci builds and installs runs `npm exec --no -- redress`', async () => {
  const clone = join(folder, 'clone');
  const run = (program: string, words: readonly string[], cwd: string) => {
    const done = spawnSync(program, words, { cwd, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    return { ...done, told: `${done.stdout}${done.stderr}` };
  };
  expect(run('git', ['clone', '--quiet', '--local', root, clone], folder)).toMatchObject({ status: 0 });
  // Installed packages are shared; our own are those of the clone, with the build beside their sources, as `npm ci` leaves them.
  const modules = join(clone, 'node_modules');
  mkdirSync(join(modules, '@redress'), { recursive: true });
  mkdirSync(join(modules, '.bin'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@redress' && name !== '.bin') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of ['engine', 'definitions', 'runtime-api']) {
    cpSync(join(root, name, 'dist'), join(clone, name, 'dist'), { recursive: true });
    symlinkSync(join('..', '..', name), join(modules, '@redress', name));
  }
  symlinkSync('../@redress/runtime-api/bin/redress.js', join(modules, '.bin', 'redress'));

  const help = run('npm', ['exec', '--no', '--', 'redress', '--help'], clone);
  expect(help.told).toContain('Complaint procedures that run');
  expect(help.status).toBe(0);
  const check = run('npm', ['exec', '--no', '--', 'redress', 'check', 'definitions/src/processes/complaint.json', '--json'], clone);
  expect(JSON.parse(check.stdout)).toEqual([]);
  expect(check.status).toBe(0);
  rmSync(join(clone, 'runtime-api', 'dist'), { recursive: true });
  expect(run('npm', ['exec', '--no', '--', 'redress', 'verify'], clone)).toMatchObject({
    status: 69,
    stderr: expect.stringContaining('Redress is not built yet. Run: npm run prepare'),
  });
}, 120_000);

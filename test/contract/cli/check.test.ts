import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { root } from '../../tools/source-files.ts';
import { redress } from './run-command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string): string => join(root, `definitions/src/processes/${name}.json`);
// biome-ignore lint/suspicious/noExplicitAny: a test edits JSON as a person would.
const edited = (name: string, edit: (draft: any) => void): string => {
  const draft = JSON.parse(readFileSync(fileOf(name), 'utf8'));
  edit(draft);
  const file = join(folder, `${name}-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, JSON.stringify(draft));
  return file;
};

describe('a shipped procedure', () => {
  test.each(['starter', 'complaint', 'escalation', 'external-dispute'])('%s: nothing is open', async (name) => {
    const told = await redress(folder, 'check', fileOf(name));
    expect(told).toMatchObject({ code: 0, text: expect.stringContaining(`${name}.json can run`) });
    expect(told.text).toMatch(/Guidance implemented: (\d+) of \1 checkable points/);
    expect(told.text).not.toMatch(/complian|certif/i);
    expect((await redress(folder, '--json', 'check', fileOf(name))).json).toEqual([]);
  });

  test('with --all every rule of its kind is told, by pack if wished', async () => {
    const { json } = await redress(folder, 'check', fileOf('starter'), '--all', '--json', '--packs', 'iso-10002');
    expect(json.length).toBeGreaterThan(60);
    expect(new Set(json.map((each: { rule: string }) => each.rule.split('/')[0]))).toEqual(new Set(['10002']));
    expect(new Set(json.map((each: { verdict: string }) => each.verdict))).toEqual(new Set(['holds', 'needs-person']));
    expect(await redress(folder, 'check', fileOf('starter'), '--packs', 'iso-9001')).toMatchObject({
      code: 64,
      text: expect.stringContaining('iso-10002'),
    });
  });
});

test('what breaks a clause is told with the run that breaks it, day by day, and the exit code is 1', async () => {
  const file = edited('complaint', (draft) => {
    draft.machine.states.reception.states.intake.on.register[0].target = '#assessing';
  });
  const told = await redress(folder, 'check', file);
  expect(told.code).toBe(1);
  expect(told.text).toContain('10002/7.4-A');
  const { json } = await redress(folder, 'check', file, '--json');
  expect(json).toContainEqual(
    expect.objectContaining({
      file,
      rule: '10002/7.4-A',
      clause: '10002/7.4',
      verdict: 'fails',
      severity: 'must',
      element: 'investigating',
      counterexample: [
        { step: 'intake', event: 'start', day: 0, rows: [] },
        { step: 'assessing', event: 'register', day: 0, rows: ['/machine/states/reception/states/intake/on/register/0'] },
        { step: 'investigating', event: 'assessBy', day: 4, rows: ['/machine/states/assessment/states/assessing/after/assessBy/0'] },
      ],
    }),
  );
});

test('what only should hold leaves the exit code at 0', async () => {
  const file = edited('complaint', (draft) => {
    delete draft.kpis.satisfaction;
  });
  expect((await redress(folder, 'check', file, '--json')).json).toMatchObject([
    { rule: '10002/6.2-A', severity: 'should', verdict: 'fails' },
  ]);
  expect((await redress(folder, 'check', file)).code).toBe(0);
});

test('files checked together know each other before they know the shipped ones', async () => {
  const slow = edited('escalation', (draft) => {
    draft.delays.reviewBy.days = 40;
  });
  expect((await redress(folder, 'check', fileOf('complaint'), '--json')).json).toEqual([]);
  const { json, code } = await redress(folder, 'check', fileOf('complaint'), slow, '--json');
  expect(code).toBe(1);
  expect(json).toContainEqual(
    expect.objectContaining({
      file: fileOf('complaint'),
      rule: 'S-7',
      element: 'reviewing',
      facts: expect.objectContaining({ process: 'escalation' }),
    }),
  );
});

test('a definition that cannot run is told place by place', async () => {
  const file = edited('starter', (draft) => {
    draft.machine.states.recording.on.recorded[0].target = '#examinig';
  });
  const told = await redress(folder, 'check', file);
  expect(told.code).toBe(1);
  expect(told.text).toContain('at /machine/states/recording/on/recorded/0');
  expect(told.text).toContain('examinig');
  expect((await redress(folder, 'check', file, '--json')).json[0]).toMatchObject({
    severity: 'must',
    verdict: 'fails',
    element: expect.stringContaining('/recorded/0'),
  });
});

test('a definition that cannot run is held against the rules all the same, as long as its ways are clear', async () => {
  const file = edited('starter', (draft) => {
    delete draft.machine.states.implementing.after;
  });
  const told = await redress(folder, 'check', file);
  expect(told).toMatchObject({ code: 1, text: expect.stringContaining('starter') });
  expect(told.text).toMatch(/cannot run: 1 error\.\nGuidance implemented: /);
  expect(told.text).toMatch(/^error +due-without-deadline at \/machine/m);
  const { json } = await redress(folder, 'check', file, '--json');
  expect(json).toContainEqual(expect.objectContaining({ rule: 'due-without-deadline', severity: 'must' }));
  expect(json).toContainEqual(expect.objectContaining({ rule: '10002/4.15-A', verdict: 'fails', element: 'implementing' }));
});

test('what lacks is told in the words of the rules, although a field of the same name is called otherwise', async () => {
  const file = edited('complaint', (draft) => {
    delete draft.letters.acknowledgement.blocks.at(-1).tells;
    delete draft.forms.closure.records;
  });
  const { json } = await redress(folder, 'check', file, '--json', '--packs', 'structure');
  const [first, second] = json.filter(({ rule }: { rule: string }) => rule === 'S-6');
  expect(first.message).toContain('marked as “acknowledgement” but lacks what this asks for: contact.');
  expect(second.message).toContain('marked as “closure” but lacks what this asks for: closure record.');
});

test('no file, and no JSON', async () => {
  expect(await redress(folder, 'check', 'none.json')).toMatchObject({ code: 66, text: expect.stringContaining('Cannot read none.json') });
  const text = join(folder, 'text.json');
  writeFileSync(text, 'hello');
  expect(await redress(folder, 'check', text)).toMatchObject({ code: 1, text: expect.stringContaining('is not JSON') });
});

test('a file that is no JSON keeps nobody from hearing of the others, and a byte order mark is no fault', async () => {
  const [text, marked] = [join(folder, 'no.json'), join(folder, 'marked.json')];
  writeFileSync(text, '{');
  writeFileSync(marked, `\uFEFF${readFileSync(fileOf('starter'), 'utf8')}`);
  const broken = edited('starter', (draft) => {
    delete draft.machine.states.deciding.after;
  });
  const { code, json } = await redress(folder, 'check', text, marked, broken, '--json');
  expect(code).toBe(1);
  expect(json[0]).toMatchObject({ file: text, rule: 'not-json', verdict: 'fails', severity: 'must' });
  expect(json.filter(({ file }: { file: string }) => file === marked)).toEqual([]);
  expect(json).toContainEqual(expect.objectContaining({ file: broken, rule: '10002/4.15-A' }));
});

describe('procedures that start each other', () => {
  test('an end of the other that nobody takes, and a circle of procedures', async () => {
    const deaf = edited('complaint', (draft) => {
      draft.machine.states.review.states.reviewing.invoke.onDone.pop();
    });
    expect((await redress(folder, 'check', deaf, '--json')).json).toContainEqual(
      expect.objectContaining({
        rule: 'child-outcome-without-row',
        severity: 'must',
        facts: { definition: 'escalation', outcome: 'unresolved' },
      }),
    );
    const round = edited('escalation', (draft) => {
      const { level2 } = draft.machine.states.secondLevel.states;
      level2.invoke = { src: 'case', input: { definition: 'complaint' }, onDone: [{ target: '#l2Response' }] };
      delete level2.on;
    });
    const { code, json } = await redress(folder, 'check', fileOf('complaint'), round, '--json');
    expect(code).toBe(1);
    expect(json).toContainEqual(expect.objectContaining({ file: fileOf('complaint'), rule: 'child-cycle' }));
  });

  test('one that cannot run promises nothing, whatever the shipped one of that name would', async () => {
    const broken = edited('escalation', (draft) => {
      draft.machine.initial = 'nowhere';
    });
    const { json } = await redress(folder, 'check', fileOf('complaint'), broken, '--json');
    expect(json).toContainEqual(expect.objectContaining({ file: fileOf('complaint'), rule: 'S-7', verdict: 'not-decided' }));
  });

  test('of two files with one id the first is started, and the second says so', async () => {
    const slow = edited('escalation', (draft) => {
      draft.delays.reviewBy.days = 40;
    });
    const { json } = await redress(folder, 'check', fileOf('escalation'), slow, fileOf('complaint'), '--json');
    expect(json.map(({ file, rule, severity }: { file: string; rule: string; severity: string }) => [file, rule, severity])).toEqual([
      [slow, 'id-in-two-files', 'advice'],
    ]);
  });
});

describe('laws', () => {
  test('limits of a law that was asked for are told like others, and that no lawyer verified it', async () => {
    const told = await redress(folder, 'check', fileOf('complaint'), '--law', 'pl-financial');
    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('law:pl-financial/answer-30: The slowest run takes 49 days') });
    expect(told.text.trim().split('\n').at(-1)).toContain('pl-financial (from 2015-10-11) is unverified');
    expect((await redress(folder, 'check', fileOf('starter'), '--law', 'eu-psd2')).code).toBe(0);
  });

  test('a law that takes silence for a yes has one rule more, which the starter breaks', async () => {
    const told = await redress(folder, 'check', fileOf('starter'), '--law', 'pl-financial');
    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('law:pl-financial/silence-accepted: Our time can run out') });
    expect(told.text).not.toContain('law:pl-financial/answer');
    expect(told.text).toMatch(
      /Guidance implemented: \d+ of \d+ checkable points \(.*\); laws, not verified by a lawyer: 2 of 3; rule packs/,
    );
  });

  test('an unknown law is wrong use, and the known ones are listed', async () => {
    expect(await redress(folder, 'check', fileOf('starter'), '--law', 'pl-financial,moon')).toMatchObject({
      code: 64,
      text: expect.stringContaining('pl-financial, pl-consumer, eu-psd2, eu-adr, eu-adr-2028, iran'),
    });
  });
});

test('a rule that must hold and is not decided does not pass', async () => {
  const file = edited('complaint', (draft) => {
    Object.assign(draft, JSON.parse(JSON.stringify(draft).replaceAll('"definition":"escalation"', '"definition":"elsewhere"')));
  });
  const { code, json } = await redress(folder, 'check', file, '--json');
  const musts = json.filter((each: { severity: string }) => each.severity === 'must');
  expect(musts.map((each: { verdict: string }) => each.verdict)).toContain('not-decided');
  expect(code).toBe(1);
});

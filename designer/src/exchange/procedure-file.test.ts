import { expect, test } from '@jest/globals';
import { shippedProcesses, shippedScenarios } from '@redress/definitions';
import type { ConditionReader } from '../conditions/way-conditions.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { copiedProcedure, copiedScenarios } from '../procedures/copied-procedure.ts';
import { madeFile } from './made-file.ts';
import { procedureFile, readProcedureFile } from './procedure-file.ts';

const layout = { steps: { recording: { x: 40, y: 80 }, closing: { x: -3.5, y: 0, collapsed: true } }, odd: [null, { kept: true }] };
const drawn = (change: (definition: object) => object = (same) => same): DesignDocument => {
  const starter = shippedProcesses.find((process) => fieldsOf(process).id === 'starter');
  const opened = openDocument(change(Object(starter)), layout, shippedScenarios.starter);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
};

/** Files for machines are the same for every reader. */
const nobody: ConditionReader = { say: (id) => id, text: () => '', language: 'en', timeZone: 'UTC' };

test('what is saved opens again as it was: procedure, picture, scenarios, and what nobody understands', () => {
  const document = drawn((definition) => ({ ...definition, futurePart: { kept: [1, 'ی'] } }));
  const read = readProcedureFile(procedureFile(document));
  expect(read).toEqual({ ok: true, value: { document, kept: [] } });
  expect(JSON.stringify(read.ok && read.value.document)).toBe(JSON.stringify(document));
});

test('under another code only code and name are other; its scenarios are its own', () => {
  const read = readProcedureFile(procedureFile(drawn()));
  if (!read.ok) throw new Error(read.refusal.code);
  const { definition, scenarios } = read.value.document;
  const begun = copiedProcedure(definition, { id: 'other', title: 'Other', language: 'en' });
  const { title, ...rest } = fieldsOf(drawn().definition);
  expect(begun).toEqual({ ...rest, id: 'other', title: { ...fieldsOf(title), en: 'Other' } });
  const scripts = Object.values(fieldsOf(fieldsOf(copiedScenarios(scenarios, { from: 'starter', to: 'other' })).scripts));
  expect(scripts.map((script) => fieldsOf(script).process)).toEqual(scripts.map(() => 'other'));
});

test('saved for XState, it opens again as the same procedure', async () => {
  const file = await madeFile(drawn(), 'xstate', nobody);
  const read = readProcedureFile(file?.text ?? '');
  expect(read.ok && read.value).toEqual({ document: { definition: drawn().definition, layout: {}, scenarios: {} }, kept: [] });
  expect(file?.name).toBe('starter.xstate.json');
});

test('a module is made of what can run, and of nothing else', async () => {
  expect(await madeFile(drawn(), 'module', nobody)).toMatchObject({ name: 'starter.ts', text: expect.stringContaining('createMachine(') });
  const broken = drawn((definition) => ({ ...definition, roles: {} }));
  expect([await madeFile(broken, 'module', nobody), await madeFile(broken, 'xstate', nobody)]).toEqual([undefined, undefined]);
  expect((await madeFile(broken, 'procedure', nobody))?.name).toBe('starter.redress.json');
});

test('a bare definition opens, and a machine of another tool with what is not understood in it', () => {
  expect(readProcedureFile(JSON.stringify(drawn().definition))).toMatchObject({ ok: true, value: { document: { layout: {} }, kept: [] } });
  const machine = { id: 'door', initial: 'shut', states: { shut: { on: { OPEN: 'wide' }, entry: 'ring' }, wide: {} } };
  expect(readProcedureFile(JSON.stringify(machine))).toMatchObject({
    ok: true,
    value: {
      document: { definition: { machine: { states: { shut: { entry: [{ type: 'ring' }] } } } } },
      kept: [{ code: 'foreign', at: '/machine/states/shut/entry/0', facts: { name: 'ring' } }],
    },
  });
});

const well = `${'{"states":{"a":'.repeat(200)}{}${'}}'.repeat(200)}`;
test.each([
  ['half a file', '{\n  "redress": 1,\n  "definition": {', { code: 'not-json' }],
  [
    'a picture that declares entities',
    '<svg xmlns="http://www.w3.org/2000/svg"><!ENTITY x "y"></svg>',
    { code: 'picture-declares', line: 1 },
  ],
  ['a number', '42', { code: 'not-procedure' }],
  ['a list', '[]', { code: 'not-procedure' }],
  ['a definition without steps', '{ "redress": 1, "definition": { "machine": {} } }', { code: 'not-procedure' }],
  ['a file of tomorrow', '{ "redress": 2, "definition": {} }', { code: 'newer', format: '2' }],
  [
    'a prototype',
    '{ "machine": { "states": { "a": { "__proto__": {} } } } }',
    { code: 'unsafe-key', key: '__proto__', at: '/machine/states/a/__proto__' },
  ],
  [
    'a prototype in the layout',
    '{ "definition": { "machine": { "states": {} } }, "layout": { "__proto__": 1 } }',
    { code: 'unsafe-key', at: '/__proto__' },
  ],
  ['a well', well, { code: 'limit', most: 100 }],
  [
    'a long list',
    JSON.stringify({ machine: { states: {} }, languages: Array(3_000).fill('en') }),
    { code: 'limit', at: '/languages', most: 2_000 },
  ],
])('%s is refused, and one is told what and where', (_what, text, problem) => {
  expect(readProcedureFile(text)).toMatchObject({ ok: false, refusal: problem });
});

import { expect, test } from '@jest/globals';
import { compile, parseDefinition } from '@redress/engine';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { emptyProcedure, procedureId } from './empty-procedure.ts';

test('an id is made of the letters of the name that every system can write, and is never taken twice', () => {
  expect(procedureId('Zwroty łóżek i stołów', [])).toBe('zwrotyLozekIStolow');
  expect(procedureId('مرجوعی', [])).toBe('procedure');
  expect(procedureId('مرجوعی', ['procedure', 'procedure2'])).toBe('procedure3');
  expect(procedureId('2026 Returns', ['returns'])).toBe('returns2');
  for (const name of ['!!!', 'constructor', 'A'.repeat(200)]) expect(procedureId(name, [])).toMatch(/^[a-z][a-zA-Z0-9]{0,47}$/);
});

test('what a new procedure begins with is a definition without a fault', () => {
  const words = { id: 'returns', title: 'Zwroty', language: 'pl', receive: 'Przyjmij', handler: 'Prowadzący', complainant: 'Skarżący' };
  const parsed = parseDefinition(emptyProcedure(words));
  expect(parsed).toMatchObject({ ok: true });
  if (parsed.ok) expect(compile(parsed.value, { schemas }).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { schemas } from './pretend-definitions.ts';

const opened = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
if (!opened.ok) throw new Error('no starter');
const starter = opened.value;
const edit = (from: DesignDocument, ...commands: readonly Command[]): DesignDocument => {
  const done = perform(from, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
};
const refused = (from: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(from, [command]);
  return done.ok ? undefined : done.refusal;
};
const measure = ({ definition }: DesignDocument) => fieldsOf(fieldsOf(definition.kpis)['ack-on-time']);
const errors = (from: DesignDocument) => findingsOf(from, { schemas }).filter(({ severity }) => severity === 'error');

test('a measure is counted over another time and keeps its target; in another unit the target goes', () => {
  expect(measure(starter)).toMatchObject({ unit: 'share', atLeast: 0.95 });
  const yearly = edit(starter, { name: 'kpi.count', payload: { kpi: 'ack-on-time', per: 'year' } });
  expect(measure(yearly)).toEqual({ ...measure(starter), per: 'year' });
  const inDays = edit(yearly, { name: 'kpi.count', payload: { kpi: 'ack-on-time', unit: 'days' } });
  expect(measure(inDays)).toEqual({ unit: 'days', per: 'year' });
  expect(errors(inDays)).toEqual([]);
  expect(refused(inDays, { name: 'kpi.count', payload: { kpi: 'ack-on-time', unit: 'days' } })).toEqual({ code: 'nothing-to-do' });
  expect(refused(starter, { name: 'kpi.count', payload: { kpi: 'valueOf', unit: 'days' } })).toMatchObject({ code: 'no-such-place' });
});

test('a measure gets our own name and loses it with its last words', () => {
  const named = edit(starter, { name: 'kpi.title', payload: { kpi: 'ack-on-time', language: 'fa', words: 'پاسخ به‌هنگام' } });
  expect(measure(named).title).toEqual({ fa: 'پاسخ به‌هنگام' });
  const bare = edit(named, { name: 'kpi.title', payload: { kpi: 'ack-on-time', language: 'fa', words: '' } });
  expect(bare.definition).toEqual(starter.definition);
});

test('what the procedure is for, where its policy is read, and by which calendar it counts', () => {
  const told = edit(
    starter,
    { name: 'summary.set', payload: { language: 'pl', words: 'Krótko.' } },
    { name: 'policy.url', payload: { url: 'https://example.org/policy' } },
    { name: 'calendar.set', payload: { calendar: 'night' } },
  );
  expect(told.definition).toMatchObject({
    summary: { ...fieldsOf(starter.definition.summary), pl: 'Krótko.' },
    policy: { id: 'complaints-policy', version: '1', url: 'https://example.org/policy' },
    calendar: 'night',
  });
  expect(errors(told)).toEqual([]);
  const nothing = edit(
    told,
    ...['en', 'fa', 'pl'].map((language) => ({ name: 'summary.set', payload: { language, words: '' } }) as const),
    { name: 'policy.url', payload: {} },
  );
  expect('summary' in nothing.definition).toBe(false);
  expect(nothing.definition.policy).toEqual(starter.definition.policy);
  const without = edit(starter, { name: 'policy.set', payload: {} });
  expect(refused(without, { name: 'policy.url', payload: { url: 'https://example.org' } })).toMatchObject({ code: 'no-such-place' });
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { placesOf } from './places.ts';
import { schemas } from './pretend-definitions.ts';
import { rowAt } from './rows.ts';

const document = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
if (!document.ok) throw new Error('no starter');
const starter = document.value;
const edit = (from: DesignDocument, ...commands: readonly Command[]): DesignDocument => {
  const done = perform(from, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
};
const refused = (from: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(from, [command]);
  return done.ok ? undefined : done.refusal;
};
const step = (from: DesignDocument, id: string) => fieldsOf(placesOf(from.definition).get(id)?.state);
const errors = (from: DesignDocument) => findingsOf(from, { schemas }).filter(({ severity }) => severity === 'error');

test('a step is marked as evidence and no longer, and marks that nobody knows stay where they are', () => {
  const marked = edit(
    starter,
    { name: 'tags.set', payload: { step: 'examining', tags: ['mark:ours'] } },
    { name: 'tag.add', payload: { step: 'examining', tag: 'stage:investigation' } },
    { name: 'tag.add', payload: { step: 'examining', tag: 'stage:decision' } },
    { name: 'tag.remove', payload: { step: 'examining', tag: 'stage:investigation' } },
  );
  expect(step(marked, 'examining').tags).toEqual(['mark:ours', 'stage:decision']);
  expect(refused(marked, { name: 'tag.add', payload: { step: 'examining', tag: 'stage:decision' } })).toEqual({ code: 'nothing-to-do' });
  const bare = edit(
    marked,
    { name: 'tag.remove', payload: { step: 'examining', tag: 'mark:ours' } },
    { name: 'tag.remove', payload: { step: 'examining', tag: 'stage:decision' } },
  );
  expect(step(bare, 'examining')).not.toHaveProperty('tags');
});

test('an end has one result; a step has none', () => {
  const changed = edit(starter, { name: 'outcome.set', payload: { step: 'redirected', outcome: 'unresolved' } });
  expect(step(changed, 'redirected').tags).toEqual(['outcome:unresolved']);
  expect(errors(changed)).toEqual([]);
  expect(refused(starter, { name: 'outcome.set', payload: { step: 'examining', outcome: 'resolved' } })).toMatchObject({
    code: 'not-here',
  });
});

test('what a way means and whose consent it stores is taken back without a trace', () => {
  const row = 'examining/on/examined/0';
  const at = (from: DesignDocument) => rowAt(from.definition, placesOf(from.definition), row)?.row;
  const said = edit(
    starter,
    { name: 'row.act', payload: { row, act: 'accept' } },
    { name: 'row.consent', payload: { row, parties: ['complainant', 'organisation'] } },
    { name: 'row.binding', payload: { row, binding: true } },
  );
  expect(at(said)?.meta).toEqual({ act: 'accept', consent: ['complainant', 'organisation'], binding: true });
  expect(errors(said)).toEqual([]);
  const back = edit(
    said,
    { name: 'row.act', payload: { row } },
    { name: 'row.consent', payload: { row, parties: [] } },
    { name: 'row.binding', payload: { row, binding: false } },
  );
  expect(at(back)).toEqual(at(starter));
});

test('the procedure says which standard it follows, what it publishes, keeps and measures, and still compiles', () => {
  const profiled = edit(
    starter,
    { name: 'channels.set', payload: { channels: ['shop', 'phone'] } },
    { name: 'publish.set', payload: { word: 'remedies', how: 'generated' } },
    { name: 'publish.set', payload: { word: 'objectives', how: 'nothing' } },
    { name: 'retention.set', payload: { period: 'P18M' } },
    { name: 'kpi.add', payload: { kpi: 'remedy-on-time', unit: 'share', per: 'month' } },
    { name: 'kpi.target', payload: { kpi: 'remedy-on-time', side: 'atMost', value: 0.5 } },
    { name: 'kpi.target', payload: { kpi: 'remedy-on-time', side: 'atLeast', value: 0.9 } },
    { name: 'links.set', payload: { links: ['dispute'] } },
    { name: 'policy.set', payload: { policy: { id: 'complaints', version: '2' } } },
  );
  const { channels, publishes, retention, kpis, links, policy } = profiled.definition;
  expect({ channels, links, policy }).toEqual({
    channels: ['shop', 'phone'],
    links: ['dispute'],
    policy: { id: 'complaints', version: '2' },
  });
  expect(fieldsOf(publishes)).toMatchObject({ remedies: 'generated' });
  expect(fieldsOf(publishes)).not.toHaveProperty('objectives');
  expect(JSON.stringify(retention)).toBe('{"period":"P18M","from":"closed","then":"anonymise"}');
  expect(fieldsOf(kpis)['remedy-on-time']).toEqual({ unit: 'share', per: 'month', atLeast: 0.9 });
  expect(errors(profiled)).toEqual([]);
});

test('a text of our own that is made and emptied again is a gap that is found, never lost', () => {
  const own = edit(starter, { name: 'publish.set', payload: { word: 'steps', how: 'own' } });
  expect(new Set(errors(own).map(({ field }) => field.join('/')))).toEqual(new Set(['publishes/steps']));
  const written = edit(own, { name: 'publish.text', payload: { word: 'steps', language: 'fa', words: 'گام‌ها' } });
  expect(fieldsOf(written.definition.publishes).steps).toEqual({ fa: 'گام‌ها' });
});

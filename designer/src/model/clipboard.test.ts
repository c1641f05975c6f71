import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { copyPiece } from './clipboard-copy.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { schemas } from './pretend-definitions.ts';
import { treeOf } from './tree.ts';

const opened = (definition: unknown, layout: unknown = {}): DesignDocument => {
  const document = openDocument(definition, layout);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const shipped = (id: string) => opened(shippedProcesses.find((process) => fieldsOf(process).id === id));
/** A procedure of somebody else that holds nothing yet but its one end. */
const empty = (more: object = {}) =>
  opened({
    format: 1,
    id: 'shop',
    kind: 'general',
    title: { en: 'Shop' },
    languages: ['en', 'fa', 'pl'],
    roles: {},
    data: {},
    forms: {},
    events: {},
    delays: {},
    clocks: {},
    letters: {},
    machine: { initial: 'over', states: { over: { id: 'over', type: 'final', tags: ['outcome:ended'], meta: { title: { en: 'Over' } } } } },
    ...more,
  });
const errorsOf = (document: DesignDocument) => findingsOf(document, { schemas }).filter(({ severity }) => severity === 'error');
const paste = (document: DesignDocument, text: string, into = '') => {
  const edit = perform(document, [{ name: 'clipboard.paste', payload: { text, into } }]);
  if (!edit.ok) throw new Error(JSON.stringify(edit.refusal));
  return edit.value;
};
const topOf = (document: DesignDocument) => treeOf(document.definition).elements.map(({ id }) => id);

test.each(['starter', 'complaint', 'escalation', 'dispute'])(
  'all of %s goes into another procedure with everything it needs, and that compiles as the source does',
  (id) => {
    const source = shipped(id);
    expect(errorsOf(source)).toEqual([]);
    expect(errorsOf(empty())).toEqual([]);
    const { document, patches } = paste(empty(), copyPiece(source, topOf(source)));
    expect(errorsOf(document)).toEqual([]);
    expect(patches.length).toBeGreaterThan(10);
    expect(treeOf(document.definition).byId.size).toBe(treeOf(source.definition).byId.size + 1);
  },
);

test.each(['starter', 'complaint', 'escalation', 'dispute'])(
  'all of %s goes once more into itself: steps get new names, what is the same stays one, rows stay inside the piece',
  (id) => {
    const source = shipped(id);
    const { document, chosen } = paste(source, copyPiece(source, topOf(source)));
    expect(errorsOf(document)).toEqual([]);
    for (const section of ['roles', 'forms', 'data', 'events', 'delays', 'letters'])
      expect([section, Object.keys(fieldsOf(document.definition[section]))]).toEqual([
        section,
        Object.keys(fieldsOf(source.definition[section])),
      ]);
    const old = treeOf(source.definition).byId;
    const tree = treeOf(document.definition);
    expect(tree.byId.size).toBe(2 * old.size);
    for (const element of (chosen ?? []).map((each) => tree.byId.get(each)))
      for (const row of element?.rows ?? []) expect(row.to.filter((to) => old.has(to))).toEqual([]);
  },
);

test('a name that means something else over there is given anew, wherever the piece says it', () => {
  const source = shipped('starter');
  const other = empty({
    roles: { handler: { title: { en: 'Cashier' }, party: 'organisation' } },
    data: { facts: { title: { en: 'Number of facts' }, schema: { type: 'integer' } } },
    forms: { examination: { title: { en: 'Sight test' }, sections: [{ fields: [{ field: 'facts' }] }] } },
  });
  const { document } = paste(other, copyPiece(source, ['examining']));
  const tree = treeOf(document.definition);
  expect(tree.byId.get('examining')).toMatchObject({ role: 'handler2', form: 'examination2' });
  const form = fieldsOf(fieldsOf(document.definition.forms).examination2);
  expect(JSON.stringify(form.sections)).toContain('"field":"facts2"');
  expect(fieldsOf(fieldsOf(document.definition.roles).handler).title).toEqual({ en: 'Cashier' });
  expect(JSON.stringify(fieldsOf(document.definition.letters).acknowledgement)).toContain('{clock.answer.due}');
});

test('a row that led out of the piece is open over there, even where a step happens to have that name', () => {
  const source = shipped('starter');
  const other = perform(empty(), [{ name: 'step.add', payload: { kind: 'task', title: { en: 'Deciding' } } }]);
  if (!other.ok) throw new Error('no step');
  const { document } = paste(other.value.document, copyPiece(source, ['examining']));
  const tree = treeOf(document.definition);
  expect(tree.byId.has('deciding')).toBe(true);
  expect(tree.byId.get('examining')?.rows.filter(({ via }) => via === 'on')).toMatchObject([{ leads: 'open', to: [] }]);
});

test('within one procedure a row that leads out of the piece leads where it led', () => {
  const source = shipped('starter');
  const { document, chosen } = paste(source, copyPiece(source, ['examining']));
  expect(chosen).toEqual(['examining2']);
  expect(treeOf(document.definition).byId.get('examining2')?.rows[0]?.to).toEqual(['deciding']);
});

test('text that is no piece changes nothing', () => {
  for (const text of [
    '',
    'hello',
    '{}',
    '{"redress":"piece","format":1}',
    '{"redress":"piece","format":1,"steps":{"a":{"__proto__":{}}},"needs":{}}',
    '{"redress":"piece","format":1,"steps":{"":{}},"needs":{}}',
  ])
    expect(perform(empty(), [{ name: 'clipboard.paste', payload: { text } }])).toEqual({ ok: false, refusal: { code: 'not-ours' } });
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import { fieldsOf } from './loose-json.ts';
import { arbitraryDefinition, seed } from './pretend-definitions.ts';
import { type TreeElement, treeOf } from './tree.ts';

const shipped = (id: string): object => fieldsOf(shippedProcesses.find((process) => fieldsOf(process).id === id));
const element = (definition: object, id: string): TreeElement => {
  const found = treeOf(definition).byId.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test('the complaint reads as stages with steps, ends last, and says where a case begins', () => {
  const { elements, start } = treeOf(shipped('complaint'));
  expect(elements.filter(({ kind }) => kind === 'stage')).toHaveLength(9);
  expect(elements.filter(({ kind }) => kind === 'outcome').map(({ outcome }) => outcome)).toEqual([
    'resolved',
    'unresolved',
    'withdrawn',
    'misdirected',
  ]);
  expect(elements.find(({ isStart }) => isStart)?.id).toBe(start);
  expect(elements[0]?.children.map(({ id, isStart }) => [id, isStart])).toEqual([
    ['intake', true],
    ['acknowledging', false],
  ]);
});

test('a step says who works, who answers for it, and where its rows lead, in the order of the definition', () => {
  const assessing = element(shipped('complaint'), 'assessing');
  expect(assessing).toMatchObject({ kind: 'task', role: 'handler', owner: 'handler', parent: 'assessment', depth: 1 });
  expect(assessing.rows.map(({ address, number, leads, to }) => [address, number, leads, to])).toEqual([
    ['assessing/on/assessed/0', 1, 'on', ['interimAction']],
    ['assessing/on/assessed/1', 2, 'on', ['investigating']],
    ...assessing.rows.slice(2).map(({ address, number, leads, to }) => [address, number, leads, to]),
  ]);
  expect(assessing.rows[1]?.isOtherwise).toBe(true);
  expect(assessing.rows.find(({ via, leads }) => via === 'after' && leads === 'on')).toMatchObject({
    address: 'assessing/after/assessBy/0',
  });
});

test('a wait for the complainant is answered for by its stage or whom it names', () => {
  expect(element(shipped('starter'), 'awaitingAnswer')).toMatchObject({ kind: 'wait', role: 'complainant', owner: 'processOwner' });
});

test('a step that calls something says what', () => {
  expect(element(shipped('complaint'), 'reviewing')).toMatchObject({ kind: 'sub', calls: 'escalation' });
  expect(element(shipped('complaint'), 'acknowledging')).toMatchObject({ kind: 'letter', calls: 'acknowledgement' });
});

test('what may happen at any time is inherited by every step, with its own address', () => {
  const { inherited } = element(shipped('starter'), 'deciding');
  expect(inherited.map(({ address }) => address)).toEqual([
    '/on/withdraw/0',
    '/on/statusRequest/0',
    '/on/addInfo/0',
    '/on/clock.answer.warn/0',
    '/on/clock.answer.due/0',
  ]);
  expect(inherited[1]?.leads).toBe('stays');
});

test('a row to a step that is not there is open and says what it missed', () => {
  const tree = treeOf({
    machine: { states: { a: { on: { yes: [{ target: '#gone', actions: [{}] }], no: [{}], stay: { actions: [{}] } } } } },
  });
  expect(tree.elements[0]?.rows.map(({ leads, missing }) => [leads, missing])).toEqual([
    ['open', ['gone']],
    ['open', []],
    ['stays', []],
  ]);
});

test('a step without a name is passed over: nothing can name it, and the empty name is the procedure itself', () => {
  const nameless = { machine: { states: { '': { states: { inner: {} } }, known: {} } } };
  expect([...treeOf(nameless).byId.keys()]).toEqual(['known']);
});

test(`no draft is too odd to be read (seed ${seed})`, () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      for (const row of [...treeOf(definition).byId.values()].flatMap(({ rows }) => rows))
        expect([row.leads, row.to.length + row.missing.length > 0 || row.leads !== 'on']).toEqual([row.leads, true]);
    }),
    { numRuns: 300, seed },
  );
});

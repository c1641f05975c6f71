import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { copyPiece, copyWays } from './clipboard-copy.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { fieldsOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { treeOf } from './tree.ts';

const shipped = (id: string): DesignDocument => {
  const document = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === id));
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const paste = (document: DesignDocument, text: string, onto: string) =>
  perform(document, [{ name: 'clipboard.paste', payload: { text, onto } }]);
const waysOf = (document: DesignDocument, step: string) => treeOf(document.definition).byId.get(step)?.rows ?? [];
/** A step of the complaint with an outcome and a deadline, and another one that has neither of them. */
function twoSteps(document: DesignDocument) {
  const steps = [...treeOf(document.definition).byId.values()].filter(({ kind }) => kind === 'task');
  const from = steps.find(({ rows }) => rows.some(({ via }) => via === 'on') && rows.some(({ via }) => via === 'after'));
  const named = new Set(from?.rows.map(({ name }) => name));
  const onto = steps.find(({ id, rows }) => id !== from?.id && rows.every(({ name }) => !named.has(name)));
  if (!from || !onto) throw new Error('no such steps');
  return { from, onto };
}

test('ways go onto another step behind its own, and lead where they led', () => {
  const document = shipped('complaint');
  const { from, onto } = twoSteps(document);
  const done = paste(
    document,
    copyWays(
      document,
      from.rows.map(({ address }) => address),
    ),
    onto.id,
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const ways = waysOf(done.value.document, onto.id);
  expect(ways).toHaveLength(onto.rows.length + from.rows.length);
  const told = (rows: typeof ways) => rows.map(({ via, name, to }) => `${via} ${name} ${to.join(' ')}`).toSorted();
  expect(told(ways)).toEqual(told([...onto.rows, ...from.rows]));
  expect(done.value.chosen).toHaveLength(from.rows.length);
  for (const address of done.value.chosen ?? []) expect(ways.map((row) => row.address)).toContain(address);
});

test('into another procedure they bring the words and lengths of time that they name, and lead nowhere', () => {
  const source = shipped('complaint');
  const { from } = twoSteps(source);
  const target = shipped('starter');
  const step = [...treeOf(target.definition).byId.values()].find(({ kind }) => kind === 'task');
  const done = paste(
    target,
    copyWays(
      source,
      from.rows.map(({ address }) => address),
    ),
    step?.id ?? '',
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const fresh = waysOf(done.value.document, step?.id ?? '').filter(({ address }) => done.value.chosen?.includes(address));
  expect(fresh).toHaveLength(from.rows.length);
  const before = treeOf(target.definition).byId;
  for (const { to } of fresh) expect(to.filter((id) => before.has(id))).toEqual([]);
  for (const { via, name } of fresh)
    if (via !== 'invoke/onDone') expect(fieldsOf(done.value.document.definition[via === 'on' ? 'events' : 'delays'])).toHaveProperty(name);
});

test('an end takes no ways, and steps do not go onto a step', () => {
  const document = shipped('complaint');
  const { from, onto } = twoSteps(document);
  const end = [...treeOf(document.definition).byId.values()].find(({ kind }) => kind === 'outcome');
  const ways = copyWays(
    document,
    from.rows.map(({ address }) => address),
  );
  expect(paste(document, ways, end?.id ?? '')).toMatchObject({ ok: false, refusal: { code: 'not-here' } });
  expect(paste(document, ways, 'nowhere')).toMatchObject({ ok: false });
  const piece = perform(document, [
    { name: 'clipboard.paste', payload: { text: copyPiece(document, [from.id]), into: onto.parent, onto: onto.id } },
  ]);
  expect(piece.ok && treeOf(piece.value.document.definition).byId.get(piece.value.chosen?.[0] ?? '')?.parent).toBe(onto.parent);
});

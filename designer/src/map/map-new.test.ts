import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import { copyPiece } from '../model/clipboard-copy.ts';
import type { Command } from '../model/command.ts';
import { openDocument, type Spot } from '../model/document.ts';
import { type Editor, openEditor } from '../model/editor.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { seed } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import { droppedCommands } from './map-moves.ts';
import { newPlaces } from './map-new.ts';
import { overlaps } from './map-place.ts';
import { planOf } from './map-plan.ts';

type Spots = Readonly<Record<string, Spot>>;

function drawing(process: unknown): Editor {
  const opened = openDocument(process);
  if (!opened.ok) throw new Error('it cannot be opened');
  return openEditor(opened.value, { now: () => 0, name: 'w' });
}
const spotsOf = (editor: Editor): Spots => fieldsOf(editor.store.getState().document.layout).steps as Spots;
function seenIn(editor: Editor) {
  const { document } = editor.store.getState();
  const tree = treeOf(document.definition);
  const plan = planOf(tree, document.layout);
  return { document, tree, plan, ids: [...tree.byId.keys()], rects: new Map(plan.boxes.map(({ id }) => [id, plan.rectOf(id)])) };
}
function place(editor: Editor, { id, by }: { readonly id: string; readonly by: { readonly x: number; readonly y: number } }): void {
  const { plan, document } = seenIn(editor);
  const { x, y } = plan.rectOf(id) ?? { x: 0, y: 0 };
  editor.transact(droppedCommands(plan, document.layout, [{ id, at: { x: x + by.x, y: y + by.y } }]));
}
function placeNew(editor: Editor): Spots {
  const { tree, document } = seenIn(editor);
  const spots = newPlaces(tree, document.layout);
  const count = Object.keys(spots).length;
  if (count > 0) editor.transact([{ name: 'layout.set', payload: { spots } }], { id: 'edit.layout-place', facts: { count } });
  return spots;
}
/** Boxes beside each other that touch. */
function touching(editor: Editor): readonly string[] {
  const { boxes } = seenIn(editor).plan;
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (one.parent === other.parent && overlaps(one, other) ? [`${one.id} ${other.id}`] : [])),
  );
}

const throws = fc.array(fc.tuple(fc.nat(6), fc.nat(), fc.nat(), fc.integer({ min: -400, max: 900 })), { minLength: 4, maxLength: 14 });

test(`what somebody placed never moves when new steps are placed, and nothing lies over anything, in stages and tracks (seed ${seed})`, () => {
  let placedNew = 0;
  fc.assert(
    fc.property(fc.nat(shippedProcesses.length - 1), throws, (which, thrown) => {
      const editor = drawing(shippedProcesses[which]);
      for (const [what, one, other, far] of thrown) {
        const { document, ids, plan } = seenIn(editor);
        const id = ids[one % ids.length] ?? '';
        const into = plan.boxes.filter(({ kind, folded }) => kind === 'stage' && !folded)[other % 5]?.id ?? '';
        const title = { en: `New ${one % 9}` };
        const edits: readonly (readonly Command[])[] = [
          [{ name: 'step.add', payload: { kind: 'task', title, into } }],
          [{ name: 'step.add', payload: { kind: 'stage', title, into: other % 2 === 0 ? into : '' } }],
          [{ name: 'tracks.make', payload: { step: id, title, other: title } }],
          [{ name: 'clipboard.paste', payload: { text: copyPiece(document, [id]), into } }],
          [{ name: 'layout.set', payload: { spots: { [id]: { collapsed: other % 2 === 0 } } } }],
        ];
        if (what < edits.length) editor.transact(edits[what] ?? []);
        else if (plan.rectOf(id)) place(editor, { id, by: { x: far, y: other % 300 } });
      }
      const before = seenIn(editor);
      const stood = spotsOf(editor) ?? {};
      const spots = placeNew(editor);
      const after = seenIn(editor);
      for (const [id, { x, y }] of Object.entries(stood))
        if (x !== undefined && y !== undefined) expect([id, spotsOf(editor)[id]]).toEqual([id, stood[id]]);
      const moved = [...before.rects].filter(([id, rect]) => id in stood && JSON.stringify(rect) !== JSON.stringify(after.rects.get(id)));
      expect(moved).toEqual([]);
      expect(touching(editor)).toEqual([]);
      expect(newPlaces(after.tree, after.document.layout)).toEqual({});
      if (Object.keys(spots).length === 0) return;
      placedNew += 1;
      editor.undo();
      expect(seenIn(editor).document.layout).toEqual(before.document.layout);
    }),
    { seed, numRuns: 100, endOnFailure: true },
  );
  expect(placedNew).toBeGreaterThan(60);
});

test('a new stage between two that somebody placed moves neither, and stays where it was placed when another comes before it', () => {
  const editor = drawing(shippedProcesses.map(fieldsOf).find(({ id }) => id === 'complaint'));
  place(editor, { id: 'inquiry', by: { x: 0, y: 8 } });
  const before = seenIn(editor).rects;
  const add = (en: string, into: string) => editor.perform({ name: 'step.add', payload: { kind: 'stage', title: { en }, into } });
  expect(add('Mediation', '').ok).toBe(true);
  for (const id of ['reception', 'assessment', 'inquiry', 'verdict'])
    expect([id, seenIn(editor).rects.get(id)]).toEqual([id, before.get(id)]);
  expect(Object.keys(placeNew(editor))).toContain('mediation');
  const { mediation } = Object.fromEntries(seenIn(editor).rects);
  editor.perform({ name: 'step.move', payload: { ids: ['mediation'], into: '', before: 'inquiry' } });
  add('Arbitration', '');
  expect(seenIn(editor).rects.get('mediation')).toEqual(mediation);
  expect(touching(editor)).toEqual([]);
});

test('steps that were pasted are new: they get a place of their own, and what is inside a pasted stage keeps its own', () => {
  const editor = drawing(shippedProcesses.map(fieldsOf).find(({ id }) => id === 'complaint'));
  place(editor, { id: 'assessing', by: { x: 30, y: 8 } });
  place(editor, { id: 'assessment', by: { x: 0, y: 20 } });
  const { document } = seenIn(editor);
  editor.perform({ name: 'clipboard.paste', payload: { text: copyPiece(document, ['assessment']), into: '' } });
  const spots = spotsOf(editor);
  expect([spots.assessment2?.x, spots.assessing2]).toEqual([undefined, spots.assessing]);
  expect(Object.keys(placeNew(editor))).toContain('assessment2');
});

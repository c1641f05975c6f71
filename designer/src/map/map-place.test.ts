import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { copyPiece } from '../model/clipboard-copy.ts';
import type { Spot } from '../model/document.ts';
import { openDocument } from '../model/document.ts';
import { type Editor, openEditor } from '../model/editor.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { droppedCommands, shiftedCommands } from './map-moves.ts';
import { overlaps } from './map-place.ts';
import { planOf } from './map-plan.ts';

const complaint = shippedProcesses.map(fieldsOf).find(({ id }) => id === 'complaint') ?? {};

function drawing(layout: unknown = {}): Editor {
  const opened = openDocument(complaint, layout);
  if (!opened.ok) throw new Error('the complaint cannot be opened');
  return openEditor(opened.value, { now: () => 0, name: 'w' });
}
const planned = (editor: Editor) => {
  const { document } = editor.store.getState();
  return { plan: planOf(treeOf(document.definition), document.layout), layout: document.layout };
};
const spots = (editor: Editor): Readonly<Record<string, Spot>> => {
  const { steps = {} } = editor.store.getState().document.layout as { steps?: Record<string, Spot> };
  return steps;
};
const drop = (editor: Editor, id: string, by: { readonly x: number; readonly y: number }) => {
  const { plan, layout } = planned(editor);
  const rect = plan.rectOf(id);
  if (!rect) throw new Error(id);
  return editor.transact(droppedCommands(plan, layout, [{ id, at: { x: rect.x + by.x, y: rect.y + by.y } }]));
};
const rects = (editor: Editor) => {
  const { plan } = planned(editor);
  return new Map(plan.boxes.map(({ id }) => [id, plan.rectOf(id)]));
};

test('without a layout stages stand beside each other and cards beneath each other, and nothing touches', () => {
  const { plan } = planned(drawing());
  const stages = plan.boxes.filter(({ kind }) => kind === 'stage').map(({ id }) => plan.rectOf(id));
  const cards = plan.boxes.filter(({ kind }) => kind !== 'stage').map(({ id }) => plan.rectOf(id));
  for (const group of [stages, cards])
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) expect(one && other && overlaps(one, other)).toBe(false);
    });
  for (const { id, parent } of plan.boxes) {
    const inner = plan.rectOf(id);
    const outer = parent === undefined ? undefined : plan.rectOf(parent);
    if (inner && outer) expect(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width).toBe(true);
  }
});

test('a card that is let go stays there, and so does everything beside it', () => {
  const editor = drawing();
  const before = rects(editor);
  expect(drop(editor, 'acknowledging', { x: 60, y: 40 }).ok).toBe(true);
  const after = rects(editor);
  expect(after.get('acknowledging')).toMatchObject({
    x: (before.get('acknowledging')?.x ?? 0) + 60,
    y: (before.get('acknowledging')?.y ?? 0) + 40,
  });
  expect(after.get('intake')).toEqual(before.get('intake'));
  expect(Object.keys(spots(editor)).sort()).toEqual(['acknowledging', 'intake']);
});

test('over another stage a card goes into it, in the order in which it lies there; one undo brings it back', () => {
  const editor = drawing();
  const start = editor.store.getState().document;
  const { plan } = planned(editor);
  const from = plan.rectOf('interimAction');
  const to = plan.rectOf('delayNotice');
  if (!from || !to) throw new Error('not drawn');
  drop(editor, 'interimAction', { x: to.x - from.x, y: to.y - 20 - from.y });
  const tree = treeOf(editor.store.getState().document.definition);
  expect(tree.byId.get('interimAction')?.parent).toBe('inquiry');
  expect(tree.byId.get('inquiry')?.children.map(({ id }) => id)).toEqual(['investigating', 'interimAction', 'delayNotice']);
  editor.undo();
  expect(editor.store.getState().document).toEqual(start);
});

test('a new step goes to a free place and moves nothing that somebody placed', () => {
  const editor = drawing();
  drop(editor, 'acknowledging', { x: 0, y: 30 });
  const before = rects(editor);
  editor.perform({ name: 'step.add', payload: { kind: 'task', title: { en: 'Thank' }, into: 'reception' } });
  const after = rects(editor);
  for (const id of ['intake', 'acknowledging']) expect(after.get(id)).toEqual(before.get(id));
  const thank = after.get('thank');
  if (!thank) throw new Error('not drawn');
  for (const id of ['intake', 'acknowledging']) expect(overlaps(thank, after.get(id) ?? thank)).toBe(false);
});

test('what has grown covers nothing: cards beneath it and stages beside it give way, and come back with it', () => {
  const editor = drawing();
  drop(editor, 'assessing', { x: 0, y: 8 });
  drop(editor, 'inquiry', { x: 0, y: 8 });
  const before = rects(editor);
  const placed = spots(editor);
  for (const en of ['Refer', 'Call back', 'Ask the branch'])
    editor.perform({ name: 'row.add', payload: { step: 'assessing', via: 'on', label: { en } } });
  editor.perform({ name: 'layout.set', payload: { spots: { assessment: { width: 400 } } } });
  const after = rects(editor);
  const apart = (one: string, other: string) => {
    const [mine, theirs] = [after.get(one), after.get(other)];
    return mine !== undefined && theirs !== undefined && !overlaps(mine, theirs);
  };
  for (const [one, other] of [
    ['assessing', 'interimAction'],
    ['interimAction', 'awaitingInfo'],
    ['assessment', 'inquiry'],
    ['inquiry', 'verdict'],
  ] as const)
    expect([one, other, apart(one, other)]).toEqual([one, other, true]);
  expect(after.get('assessing')).toMatchObject({ x: before.get('assessing')?.x, y: before.get('assessing')?.y });
  expect(spots(editor)).toEqual({ ...placed, assessment: { ...placed.assessment, width: 400 } });
  for (let turn = 0; turn < 4; turn += 1) editor.undo();
  expect(rects(editor)).toEqual(before);
});

test('a step that is pasted where it was copied stands beside it, not over it', () => {
  const editor = drawing();
  drop(editor, 'assessing', { x: 0, y: 8 });
  const { document } = editor.store.getState();
  editor.perform({ name: 'clipboard.paste', payload: { text: copyPiece(document, ['assessing']), into: 'assessment' } });
  const { plan } = planned(editor);
  const inside = plan.boxes.filter(({ parent }) => parent === 'assessment').map(({ id }) => plan.rectOf(id));
  expect(inside).toHaveLength(4);
  inside.forEach((one, index) => {
    for (const other of inside.slice(index + 1)) expect(one && other && overlaps(one, other)).toBe(false);
  });
});

test('resizing and folding are said to be so, each by itself', () => {
  const editor = drawing();
  const lines = (['width', 'collapsed'] as const).map((what) => {
    editor.perform({ name: 'layout.set', payload: { spots: { assessment: what === 'width' ? { width: 400 } : { collapsed: true } } } });
    return editor.store.getState().undoable.at(-1)?.words.id;
  });
  expect(lines).toEqual(['edit.layout-size', 'edit.layout-fold']);
  editor.perform({ name: 'layout.set', payload: { spots: { assessment: { collapsed: false } } } });
  expect(editor.store.getState().undoable.map(({ words }) => words.id)).toEqual([...lines, 'edit.layout-unfold']);
});

test('tidying a stage puts its cards back and leaves all others where they stand, to the last digit', () => {
  const editor = drawing();
  const before = rects(editor);
  drop(editor, 'inquiry', { x: 17, y: 23 });
  drop(editor, 'interimAction', { x: 0, y: 90 });
  drop(editor, 'acknowledging', { x: 0, y: 40 });
  const mine = new Set(['reception', 'intake', 'acknowledging']);
  const others = () =>
    JSON.stringify([[...rects(editor)], Object.entries(spots(editor))].map((all) => all.filter(([id]) => !mine.has(id))));
  const stood = others();
  editor.perform({ name: 'layout.clear', payload: { steps: ['intake', 'acknowledging'] } });
  expect(others()).toBe(stood);
  expect(rects(editor).get('acknowledging')).toEqual(before.get('acknowledging'));
  expect(editor.perform({ name: 'layout.clear', payload: { steps: ['intake'] } })).toMatchObject({
    ok: false,
    refusal: { code: 'nothing-to-do' },
  });
});

test('arrow keys move what is chosen, and a burst is one line of the history', () => {
  const editor = drawing();
  const before = rects(editor).get('intake');
  for (let press = 0; press < 5; press += 1) {
    const { plan, layout } = planned(editor);
    for (const command of shiftedCommands(plan, layout, ['intake'], { x: 8, y: 0 })) editor.perform(command);
  }
  expect(rects(editor).get('intake')?.x).toBe((before?.x ?? 0) + 40);
  expect(editor.store.getState().undoable).toHaveLength(1);
});

test('a stage that is moved together with a card in it takes the card along once', () => {
  const editor = drawing();
  const before = rects(editor);
  const { plan, layout } = planned(editor);
  editor.transact(shiftedCommands(plan, layout, ['reception', 'intake'], { x: 0, y: 40 }));
  const after = rects(editor);
  for (const id of ['reception', 'intake', 'acknowledging']) expect(after.get(id)?.y).toBe((before.get(id)?.y ?? 0) + 40);
});

test('a folded stage hides what is in it, and ways from inside leave from its title', () => {
  const editor = drawing();
  editor.perform({ name: 'layout.set', payload: { spots: { assessment: { collapsed: true } } } });
  const { plan } = planned(editor);
  expect(plan.byId.has('assessing')).toBe(false);
  expect(plan.shown('assessing')?.id).toBe('assessment');
});

test('a note lies beside whatever comes to lie under it, comes back once that goes, and goes over cards by the keys', () => {
  const editor = drawing();
  const card = rects(editor).get('acknowledging');
  if (!card) throw new Error('not drawn');
  const spot = { x: card.x + 20, y: card.y + card.height + 8 };
  editor.perform({ name: 'note.add', payload: { text: 'Ask legal first', spot } });
  const note = () => rects(editor).get('note:note1');
  expect(note()).toMatchObject(spot);
  drop(editor, 'acknowledging', { x: 0, y: 60 });
  const covered = () => {
    const { plan } = planned(editor);
    const mine = note();
    return plan.boxes.filter(({ id, kind }) => {
      const rect = plan.rectOf(id);
      return kind !== 'note' && kind !== 'stage' && rect && mine && overlaps(rect, mine);
    });
  };
  expect(covered().map(({ id }) => id)).toEqual([]);
  expect(note()).not.toMatchObject(spot);
  editor.undo();
  expect(note()).toMatchObject(spot);
  const shift = (by: { readonly x: number; readonly y: number }) => {
    const { plan, layout } = planned(editor);
    editor.transact(shiftedCommands(plan, layout, ['note:note1'], by));
  };
  for (let press = 0; press < 2; press += 1) shift({ x: 0, y: -8 });
  expect((note()?.y ?? 0) + (note()?.height ?? 0)).toBeLessThanOrEqual(card.y);
  expect(covered()).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { treeOf } from '../model/tree.ts';
import { allInherited } from './inherited-ways.ts';
import { leadingTo, likelyWay, moved, newStep, newWay, removalOf } from './outline-edits.ts';
import { rowsOf } from './use-outline.ts';

/** The escalation procedure open in an editor, with a place chosen in it. */
function at(chosen: string) {
  const opened = openDocument(shippedProcesses.find((process) => JSON.stringify(process).includes('"id":"escalation"')));
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const editor = openEditor(opened.value, { now: () => 0, name: 'ada' });
  const tree = () => treeOf(editor.store.getState().document.definition);
  const place = () => {
    const row = rowsOf(tree()).find(({ address }) => address === chosen);
    return { tree: tree(), element: tree().byId.get(chosen), row, source: row && tree().byId.get(row.source) };
  };
  return { editor, tree, place };
}
const first = (kind: 'stage' | 'task') => {
  const { tree } = at('');
  const found = [...tree().byId.values()].find((element) => element.kind === kind && (kind === 'stage' || element.parent !== ''));
  if (!found) throw new Error(`no ${kind} in the procedure`);
  return found;
};

test('a new step stands right after the chosen one, inside a chosen stage, or where an open way leads', () => {
  const task = first('task');
  const beside = at(task.id);
  const made = beside.editor.perform(newStep(beside.place(), { en: 'Look again' }, 'task'));
  const id = made.ok ? (made.value.chosen?.[0] ?? '') : '';
  const siblings =
    beside
      .tree()
      .byId.get(task.parent)
      ?.children.map((child) => child.id) ?? [];
  expect(siblings[siblings.indexOf(task.id) + 1]).toBe(id);
  const stage = first('stage');
  expect(newStep(at(stage.id).place(), { en: 'x' }, 'task').payload).toMatchObject({ into: stage.id });
  const way = at(`${task.id}/on/lookAgain/0`);
  way.editor.perform(newWay(at(task.id).place(), { en: 'Look again' }, false));
  expect(newStep(way.place(), { en: 'x' }, 'task').payload).toMatchObject({ from: `${task.id}/on/lookAgain/0` });
});

test('a new way of a decision is one more rule of it, not a button', () => {
  const { editor, place, tree } = at(first('task').id);
  const made = editor.perform(newStep(place(), { en: 'Which way' }, 'decision'));
  const decision = tree().byId.get(made.ok ? (made.value.chosen?.[0] ?? '') : '');
  expect(newWay({ ...place(), element: decision }, { en: 'Serious' }, false).payload).toMatchObject({ step: decision?.id, via: 'always' });
});

test('a new stage stands beside the stage of the chosen step, not in it', () => {
  const task = first('task');
  const { editor, place, tree } = at(task.id);
  const made = editor.perform(newStep(place(), { en: 'After it' }, 'stage'));
  const stage = made.ok ? tree().byId.get(made.value.chosen?.[0] ?? '') : undefined;
  expect(stage).toMatchObject({ kind: 'stage', parent: '' });
});

test('up and down go one place, and end at either end; ways keep to ways of their sort', () => {
  const { tree } = at('');
  const stage = [...tree().byId.values()].find(({ children }) => children.length > 2);
  const [one, two, three] = stage?.children ?? [];
  const { editor, place } = at(two?.id ?? '');
  const down = moved(place(), 'down');
  expect(down && editor.perform(down).ok).toBe(true);
  expect(moved(at(one?.id ?? '').place(), 'up')).toBeUndefined();
  expect(moved(at(stage?.children.at(-1)?.id ?? '').place(), 'down')).toBeUndefined();
  expect(moved(at(three?.id ?? '').place(), 'up')?.payload).toMatchObject({ before: two?.id });
});

test('what leads to a step from elsewhere is counted before it goes', () => {
  const { tree } = at('');
  const way = rowsOf(tree()).find(({ to, source }) => to[0] !== undefined && to[0] !== source);
  const element = tree().byId.get(way?.to[0] ?? '');
  const open = element ? leadingTo(tree(), element) : [];
  expect(open).toContain(way);
  expect(open.every((row) => row.source !== element?.id && row.to.includes(element?.id ?? ''))).toBe(true);
});

test('a new step divides the way that is meant, or stands where an open one leads; an outcome divides nothing', () => {
  const { tree } = at('');
  const step = [...tree().byId.values()].find(({ rows }) => rows.some(({ leads, to }) => leads === 'on' && to.length === 1));
  const way = step?.rows.find(({ leads, to }) => leads === 'on' && to.length === 1);
  const { editor, place, tree: after } = at(way?.address ?? '');
  expect(likelyWay(place(), 'task')?.address).toBe(way?.address);
  expect(likelyWay(place(), 'outcome')).toBeUndefined();
  const made = editor.perform(newStep(place(), { en: 'Between' }, 'task', way?.address));
  const id = made.ok ? made.value.chosen?.[0] : undefined;
  const rows = rowsOf(after());
  expect(rows.find(({ address }) => address === way?.address)?.to).toEqual([id]);
  expect(rows.filter(({ source }) => source === id).flatMap(({ to }) => to)).toContain(way?.to[0]);
  expect(newStep(place(), { en: 'Beside' }, 'task', '')).toMatchObject({ name: 'step.add', payload: { into: step?.parent } });
});

test('several parts go as one edit, ways from the last to the first, and what stands inside a chosen stage goes with it', () => {
  const { tree } = at('');
  const stage = [...tree().byId.values()].find(({ kind, children }) => kind === 'stage' && children.length > 1);
  const inside = stage?.children[0];
  const other = [...tree().byId.values()].find(({ id, parent, rows }) => id !== stage?.id && parent !== stage?.id && rows.length > 1);
  const [one, two] = other?.rows ?? [];
  const commands = removalOf(tree(), [
    one?.address ?? '',
    stage?.id ?? '',
    inside?.id ?? '',
    two?.address ?? '',
    inside?.rows[0]?.address ?? '',
  ]);
  expect(commands).toEqual([
    { name: 'row.remove', payload: { row: two?.address } },
    { name: 'row.remove', payload: { row: one?.address } },
    { name: 'step.remove', payload: { ids: [stage?.id] } },
  ]);
  const { editor } = at('');
  expect(editor.transact(commands).ok).toBe(true);
  editor.undo();
  expect(editor.store.getState().document).toEqual(at('').editor.store.getState().document);
});

test('ways at any time stand under each step of their stage, with the place where they are set', () => {
  const { tree } = at('');
  const found = allInherited(tree());
  expect(found.length).toBeGreaterThan(0);
  for (const { id, stage, ways, at: place } of found) {
    const step = tree().byId.get(id.split(':')[1] ?? '');
    expect(step?.inherited).toEqual(expect.arrayContaining([...ways]));
    expect(ways.every(({ source }) => source === stage)).toBe(true);
    expect(place === stage ? tree().byId.has(stage) : rowsOf(tree()).some(({ address }) => address === place)).toBe(true);
  }
});

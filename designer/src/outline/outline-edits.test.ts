import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { treeOf } from '../model/tree.ts';
import { leadingTo, moved, newStep, newWay } from './outline-edits.ts';
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

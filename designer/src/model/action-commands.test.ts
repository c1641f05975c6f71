import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command } from './command.ts';
import { type DesignDocument, exportDocument, openDocument } from './document.ts';
import { openEditor } from './editor.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import { placesOf } from './places.ts';
import { treeOf } from './tree.ts';

const opened = (definition: unknown): DesignDocument => {
  const document = openDocument(definition, {});
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const complaint = opened(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'));

/** An editor that does commands and says what stands in a step now. */
function drawing(document: DesignDocument = complaint) {
  const editor = openEditor(document, { now: () => 0, name: 'ada' });
  const now = () => editor.store.getState().document;
  return {
    does: (...commands: readonly Command[]) => commands.map((command) => editor.perform(command)).at(-1),
    entry: (step: string) => listOf(placesOf(now().definition).get(step)?.state.entry),
    state: (step: string) => fieldsOf(placesOf(now().definition).get(step)?.state),
    now,
    undoAll: () => {
      while (editor.undo().ok);
      return JSON.stringify(exportDocument(now()));
    },
  };
}
const atStart = (step: string) => ({ step, when: 'entry' }) as const;
const letter = { type: 'letter', params: { letter: 'progress' } };
const unknown = { type: 'x-fax', params: { to: ['ministry'], deep: { copies: 3 } }, because: 'law' };

test('what is done at the start of a step is added last, moved and removed; the list goes with the last of it', () => {
  const { does, entry, state } = drawing();
  const step =
    [...treeOf(complaint.definition).byId.values()].find(
      ({ kind, id }) => kind === 'task' && !('entry' in fieldsOf(placesOf(complaint.definition).get(id)?.state)),
    )?.id ?? '';
  does({ name: 'action.add', payload: { list: atStart(step), action: letter } });
  does({ name: 'action.add', payload: { list: atStart(step), action: { type: 'record', params: { record: 'closure-record' } } } });
  expect(does({ name: 'action.move', payload: { list: atStart(step), action: 1, where: 'up' } })).toMatchObject({ ok: true });
  expect(entry(step)).toEqual([{ type: 'record', params: { record: 'closure-record' } }, letter]);
  expect(does({ name: 'action.move', payload: { list: atStart(step), action: 0, where: 'up' } })).toMatchObject({
    refusal: { code: 'nothing-to-do' },
  });
  does(
    { name: 'action.remove', payload: { list: atStart(step), action: 0 } },
    { name: 'action.remove', payload: { list: atStart(step), action: 0 } },
  );
  expect('entry' in state(step)).toBe(false);
  expect(does({ name: 'action.remove', payload: { list: atStart(step), action: 0 } })).toMatchObject({
    refusal: { code: 'no-such-element' },
  });
});

test('a value of an action is set, meant for another field in its place, and taken away', () => {
  const { does, now } = drawing();
  const row = 'assessing/on/assessed/0';
  const way =
    treeOf(complaint.definition)
      .byId.get('assessing')
      ?.rows.find(({ via }) => via === 'on')?.address ?? row;
  const count = () =>
    treeOf(now().definition)
      .byId.get('assessing')
      ?.rows.find(({ address }) => address === way)?.actions ?? [];
  const action = count().length;
  const place = { list: { row: way }, action } as const;
  does(
    { name: 'action.add', payload: { list: { row: way }, action: { type: 'set', params: { severity: '', decision: 'upheld' } } } },
    { name: 'action.set', payload: { ...place, at: ['severity'], value: 4 } },
    { name: 'action.field', payload: { ...place, at: ['severity'], field: 'priority' } },
  );
  expect(JSON.stringify(count()[action])).toBe('{"type":"set","params":{"priority":4,"decision":"upheld"}}');
  expect(does({ name: 'action.field', payload: { ...place, at: ['priority'], field: 'decision' } })).toMatchObject({ ok: false });
  does({ name: 'action.set', payload: { ...place, at: ['priority'] } });
  expect(count()[action]).toEqual({ type: 'set', params: { decision: 'upheld' } });
});

test('an action that nobody knows stays to the byte while others around it come and go', () => {
  const { does, entry, undoAll } = drawing();
  const list = atStart('closedResolved');
  const before = entry('closedResolved').length;
  does(
    { name: 'action.add', payload: { list, action: unknown } },
    { name: 'action.add', payload: { list, action: letter } },
    { name: 'action.move', payload: { list, action: before, where: 'down' } },
    { name: 'action.set', payload: { list, action: before, at: ['to'], value: ['complainant'] } },
    { name: 'action.remove', payload: { list, action: before } },
  );
  expect(JSON.stringify(entry('closedResolved').at(-1))).toBe(JSON.stringify(unknown));
  expect(undoAll()).toBe(JSON.stringify(exportDocument(complaint)));
});

test('a step that calls another procedure hands over, and has a way for an outcome before the one that takes all others', () => {
  const { does, state } = drawing();
  const step = [...treeOf(complaint.definition).byId.values()].find(({ kind }) => kind === 'sub')?.id ?? '';
  does({ name: 'call.set', payload: { step, at: ['data', 'contact'] } });
  does({ name: 'call.set', payload: { step, at: ['data', 'contact'], value: '= contact' } });
  const input = fieldsOf(fieldsOf(state(step).invoke).input);
  expect(Object.entries(fieldsOf(input.data)).at(-1)).toEqual(['contact', '= contact']);
  const rows = listOf(fieldsOf(state(step).invoke).onDone).length;
  const done = does({ name: 'call.outcome', payload: { step, outcome: 'misdirected' } });
  const after = listOf(fieldsOf(state(step).invoke).onDone);
  expect(after).toHaveLength(rows + 1);
  const at = after.findIndex((row) => JSON.stringify(row) === '{"guard":{"type":"if","params":{"outcome":["misdirected"]}}}');
  expect(done).toMatchObject({ ok: true, value: { chosen: [`${step}/invoke/onDone/${at}`] } });
  if (fieldsOf(listOf(fieldsOf(state(step).invoke).onDone).at(-1)).guard === undefined) expect(at).toBe(rows - 1);
  expect(does({ name: 'call.outcome', payload: { step: 'assessing', outcome: 'resolved' } })).toMatchObject({
    refusal: { code: 'not-here' },
  });
});

test('a return to where it stopped does nothing, and an end does nothing when it ends', () => {
  const { does } = drawing();
  expect(does({ name: 'action.add', payload: { list: { step: 'closedResolved', when: 'exit' }, action: letter } })).toMatchObject({
    refusal: { code: 'not-here' },
  });
  expect(does({ name: 'action.add', payload: { list: { step: '', when: 'entry' }, action: letter } })).toMatchObject({ ok: false });
});

import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import type { Command } from './command.ts';
import { type DesignDocument, exportDocument, openDocument } from './document.ts';
import { type Editor, openEditor } from './editor.ts';
import type { Entry } from './entry.ts';
import { touched } from './entry.ts';
import { fieldsOf } from './loose-json.ts';
import { commandFrom, type Dice } from './pretend-commands.ts';
import { arbitraryDefinition, seed } from './pretend-definitions.ts';
import { treeOf } from './tree.ts';

const bytes = (document: DesignDocument) => JSON.stringify(exportDocument(document));
const opened = (definition: unknown, layout: unknown = {}): DesignDocument => {
  const document = openDocument(definition, layout);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const shipped = (id: string) => opened(shippedProcesses.find((process) => fieldsOf(process).id === id));
const dice = fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6));

/** An editor on its own, with a clock that stands until somebody moves it. */
function drawing(
  document: DesignDocument,
  name = 'ada',
): Editor & { readonly wait: (ms: number) => void; readonly now: () => DesignDocument } {
  let time = 0;
  const editor = openEditor(document, { now: () => time, name });
  return {
    ...editor,
    wait: (ms) => {
      time += ms;
    },
    now: () => editor.store.getState().document,
  };
}
const rename = (of: string, words: string, language = 'en'): Command => ({ name: 'title.set', payload: { of, language, words } });

test.each(['complaint', 'starter', 'escalation', 'dispute'])(
  `%s: 500 commands as they come, undone to the byte of the start and done again to the byte of the end (seed ${seed})`,
  (id) => {
    const throws = fc.sample(fc.array(dice, { minLength: 1000, maxLength: 1000 }), { numRuns: 1, seed })[0] ?? [];
    const start = shipped(id);
    const editor = drawing(start);
    const done: string[] = [];
    for (const thrown of throws) {
      if (done.length === 500) break;
      editor.wait(1000);
      const command = commandFrom(editor.now(), thrown);
      if (editor.perform(command).ok) done.push(command.name);
      expectReadable(editor.now());
    }
    expect(done).toHaveLength(500);
    expect(new Set(done).size).toBeGreaterThan(25); // Nearly every command there is.
    const end = bytes(editor.now());
    const lines = editor.store.getState().undoable.length;
    for (let line = 0; line < lines; line += 1) expect(editor.undo().ok).toBe(true);
    expect(bytes(editor.now())).toBe(bytes(start));
    expect(editor.undo()).toEqual({ ok: false, refusal: { code: 'nothing-there' } });
    for (let line = 0; line < lines; line += 1) expect(editor.redo().ok).toBe(true);
    expect(bytes(editor.now())).toBe(end);
  },
);

/** The reader does not stumble, and every target is there or told as missing. */
function expectReadable(document: DesignDocument): void {
  const tree = treeOf(document.definition);
  for (const row of [...tree.rows, ...[...tree.byId.values()].flatMap(({ rows }) => rows)]) {
    if (row.to.some((id) => !tree.byId.has(id))) throw new Error(`${row.address} leads nowhere`);
    if (row.missing.length > 0 && row.leads !== 'open') throw new Error(`${row.address} hides what it misses`);
  }
}

test(`on a draft that makes no sense, too: all undone is the start, all done again the end (seed ${seed})`, () => {
  fc.assert(
    fc.property(arbitraryDefinition, fc.array(dice, { maxLength: 30 }), (definition, throws) => {
      const start = opened(definition);
      const editor = drawing(start);
      for (const thrown of throws) {
        editor.wait(1000);
        editor.perform(commandFrom(editor.now(), thrown));
      }
      const end = bytes(editor.now());
      while (editor.undo().ok);
      expect(bytes(editor.now())).toBe(bytes(start));
      while (editor.redo().ok);
      expect(bytes(editor.now())).toBe(end);
    }),
    { numRuns: 150, seed },
  );
});

test('renaming everything changes no id and nothing but words', () => {
  const editor = drawing(shipped('complaint'));
  const before = [...treeOf(editor.now().definition).byId.keys()];
  for (const id of before) {
    const edit = editor.perform(rename(id, `New ${id}`));
    const at = `/definition${treeOf(editor.now().definition).byId.get(id)?.at}/meta/title/en`;
    expect(edit).toMatchObject({ ok: true, value: { patches: [{ op: 'put', at, value: `New ${id}` }] } });
  }
  expect([...treeOf(editor.now().definition).byId.keys()]).toEqual(before);
});

test('a burst of arrow keys is one line, a pause begins the next, and a burst that comes back leaves none', () => {
  const editor = drawing(shipped('starter'));
  const nudge = (x: number) => editor.perform({ name: 'layout.set', payload: { spots: { examining: { x, y: 0 } } } });
  for (let x = 5; x <= 50; x += 5) {
    nudge(x);
    editor.wait(100);
  }
  expect(editor.store.getState().undoable).toHaveLength(1);
  editor.wait(500);
  nudge(55);
  expect(editor.store.getState().undoable).toHaveLength(2);
  nudge(50);
  expect(editor.store.getState().undoable).toHaveLength(1);
  editor.undo();
  expect(editor.now().layout).toEqual({});
});

test('typing in one field is one line, in two fields two; after an undo it begins anew', () => {
  const editor = drawing(shipped('starter'));
  for (const words of ['L', 'Lo', 'Loo', 'Look']) editor.perform(rename('examining', words));
  for (const words of ['P', 'Pa']) editor.perform(rename('examining', words, 'pl'));
  expect(editor.store.getState().undoable.map(({ words }) => words)).toEqual([
    { id: 'edit.title-set', facts: { name: expect.objectContaining({ en: 'Look into it' }) } },
    { id: 'edit.title-set', facts: { name: expect.objectContaining({ en: 'Look' }) } },
  ]);
  editor.undo();
  editor.perform(rename('examining', 'Looks'));
  expect(editor.store.getState().undoable).toHaveLength(2);
  expect(editor.redo()).toMatchObject({ refusal: { code: 'nothing-there' } });
});

test('several commands are one line, or none of them is done', () => {
  const editor = drawing(shipped('starter'));
  const words = { id: 'edit.layout-set', facts: { count: 2 } } as const;
  editor.transact([rename('closing', 'A'), rename('surveying', 'B')], words);
  expect(editor.store.getState().undoable).toMatchObject([{ words }]);
  const before = editor.now();
  expect(editor.transact([rename('closing', 'C'), rename('nobody', 'D')])).toMatchObject({ refusal: { code: 'no-such-element' } });
  expect(editor.now()).toBe(before);
});

test('the history keeps 500 lines', () => {
  const editor = drawing(shipped('starter'));
  for (let number = 0; number < 510; number += 1) {
    editor.wait(1000);
    editor.perform({ name: 'note.add', payload: { text: `${number}`, spot: {} } });
  }
  expect(editor.store.getState().undoable).toHaveLength(500);
});

test('what is chosen stays chosen through an undo where it is still there', () => {
  const editor = drawing(shipped('starter'));
  editor.perform({ name: 'step.add', payload: { kind: 'task', title: { en: 'Call back' } } });
  expect(editor.store.getState().selection).toEqual(['callBack']);
  editor.select(['callBack', 'closing', 'closing/on/close/0', 'gone']);
  expect(editor.store.getState().selection).toEqual(['callBack', 'closing', 'closing/on/close/0']);
  editor.undo();
  expect(editor.store.getState().selection).toEqual(['closing', 'closing/on/close/0']);
});

/** Two windows on one document; what one does waits to be brought to the other. */
function pair(document: DesignDocument) {
  const people = [drawing(document, 'ada'), drawing(document, 'jan')] as const;
  const sent: readonly Entry[][] = [[], []];
  for (const [index, editor] of people.entries()) editor.onEntry((entry) => sent[index]?.push(entry));
  return { ada: people[0], jan: people[1], fromAda: sent[0] ?? [], fromJan: sent[1] ?? [] };
}

test('what somebody else changed cannot be undone by me, with a reason; what they did not touch can', () => {
  const { ada, jan, fromAda, fromJan } = pair(shipped('starter'));
  ada.perform(rename('closing', 'Finish'));
  ada.perform(rename('surveying', 'Ask'));
  for (const entry of fromAda) {
    ada.acknowledge(entry.id);
    jan.applyForeign(entry);
  }
  jan.perform(rename('surveying', 'Ask them'));
  for (const entry of fromJan) ada.applyForeign(entry);
  expect(ada.undo()).toMatchObject({ refusal: { code: 'overtaken', by: 'jan', elements: ['surveying'] } });
  expect(ada.undo().ok).toBe(true);
  const tree = treeOf(ada.now().definition);
  expect([tree.byId.get('closing')?.title.en, tree.byId.get('surveying')?.title.en]).toEqual(['Close', 'Ask them']);
});

test('entries that quarrel are told, and the other person can be given way to', () => {
  const { ada, jan, fromAda, fromJan } = pair(shipped('starter'));
  ada.perform(rename('closing', 'Finish'));
  ada.perform(rename('surveying', 'Ask'));
  jan.perform({ name: 'step.remove', payload: { ids: ['closing'] } });
  const [removal] = fromJan;
  if (!removal) throw new Error('nothing was sent');
  const quarrels = ada.applyForeign(removal);
  expect(quarrels.map(({ id }) => id)).toEqual(fromAda.slice(0, 1).map(({ id }) => id));
  ada.withdraw(quarrels.map(({ id }) => id));
  for (const entry of fromAda.slice(1)) jan.applyForeign(entry);
  expect(bytes(ada.now())).toBe(bytes(jan.now()));
  expect(ada.store.getState().undoable).toHaveLength(1);
});

/** With keys sorted: the same content whoever was first. */
const content = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(content)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, inner]) => [key, content(inner)]),
        )
      : value;

const turns = fc.array(fc.tuple(fc.boolean(), dice), { minLength: 1, maxLength: 24 });
const play = (people: ReturnType<typeof pair>, throws: readonly (readonly [boolean, Dice])[]) => {
  for (const [isAda, thrown] of throws) {
    const editor = isAda ? people.ada : people.jan;
    editor.wait(1000);
    editor.perform(commandFrom(editor.now(), thrown));
  }
};
const quarrel = (some: readonly Entry[], others: readonly Entry[]) =>
  some.some((one) =>
    others.some((other) => touched(one).some((id) => touched(other).includes(id)) || leans(one, other) || leans(other, one)),
  );
const leans = (one: Entry, other: Entry) =>
  one.touches.removed.some((id) => other.touches.leansOn.includes(id)) ||
  one.touches.moved.some((id) => other.touches.leansOn.includes(id));

test(`two people who changed different elements end with the same content, in whatever order the entries arrive (seed ${seed})`, () => {
  let met = 0;
  fc.assert(
    fc.property(turns, (throws) => {
      const people = pair(shipped('complaint'));
      play(people, throws);
      const [fromAda, fromJan] = [[...people.fromAda], [...people.fromJan]];
      if (fromAda.length === 0 || fromJan.length === 0 || quarrel(fromAda, fromJan)) return;
      met += 1;
      for (const entry of fromJan) people.ada.applyForeign(entry);
      for (const entry of fromAda) people.jan.applyForeign(entry);
      expect(content(people.ada.now())).toEqual(content(people.jan.now()));
    }),
    { numRuns: 300, seed },
  );
  expect(met).toBeGreaterThan(50);
});

test(`with one order on the server both end with the same bytes, order of steps included, quarrels too (seed ${seed})`, () => {
  fc.assert(
    fc.property(turns, (throws) => {
      const people = pair(shipped('starter'));
      play(people, throws);
      // The server took all of Ada's first: she hears that they are in, Jan puts his on top of them.
      const [fromAda, fromJan] = [[...people.fromAda], [...people.fromJan]];
      for (const { id } of fromAda) people.ada.acknowledge(id);
      for (const entry of fromAda) people.jan.applyForeign(entry);
      for (const { id } of fromJan) people.jan.acknowledge(id);
      for (const entry of fromJan) people.ada.applyForeign(entry);
      expect(bytes(people.ada.now())).toBe(bytes(people.jan.now()));
    }),
    { numRuns: 200, seed },
  );
});

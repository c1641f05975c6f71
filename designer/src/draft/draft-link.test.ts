import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import fc from 'fast-check';
import type { Command } from '../model/command.ts';
import { exportDocument, openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { treeOf } from '../model/tree.ts';
import type { KeptDraft } from './draft-keep.ts';
import { type DraftFacts, openDraftLink } from './draft-link.ts';
import { PretendDraft } from './pretend-draft.ts';

const [starter] = shippedProcesses;
const rename = (of: string, words: string): Command => ({ name: 'title.set', payload: { of, language: 'en', words } });

const factsNow = { revision: 1, state: 'draft' } as DraftFacts;

let windows = 0;
/** A window in which somebody draws. */
function sitDown(draft: PretendDraft, name: string, left?: KeptDraft, facts?: DraftFacts) {
  const opened = openDocument(left?.document ?? draft.document, left?.layout ?? draft.layout, left?.scenarios ?? draft.scenarios);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const wires = draft.wires(name);
  const editor = openEditor(opened.value, { now: () => 0, name: `${name}-window${++windows}`, pending: left?.entries ?? [] });
  const begun = { revision: left?.base ?? draft.revision, updatedAt: 'then', quarrels: left?.quarrels ?? [], facts };
  let kept: KeptDraft | undefined = left;
  const link = openDraftLink(editor, begun, wires, { write: (next) => (kept = next && JSON.parse(JSON.stringify(next))) });
  const title = (step: string) => treeOf(editor.store.getState().document.definition).byId.get(step)?.title.en;
  return {
    wires,
    editor,
    link,
    kept: () => kept,
    title,
    state: () => link.store.getState(),
    bytes: () => JSON.stringify(exportDocument(editor.store.getState().document)),
  };
}
const bytesOf = ({ document, layout, scenarios }: PretendDraft) => JSON.stringify({ definition: document, layout, scenarios });

test('what is drawn is saved a moment after the last edit, and the server tells when', async () => {
  const draft = new PretendDraft(starter);
  const ada = sitDown(draft, 'ada');
  ada.editor.perform(rename('recording', 'Write down'));
  expect(ada.state().saved).toBe('saving');
  await draft.pass(500);
  ada.editor.perform(rename('examining', 'Look closely'));
  await draft.pass(500);
  expect(draft.revision).toBe(1);
  await draft.pass(200);
  expect(draft.revision).toBe(2);
  expect(ada.state()).toMatchObject({ saved: 'saved', savedAt: '2' });
  expect(bytesOf(draft)).toBe(ada.bytes());
  expect(ada.link.unsaved()).toBe(false);
});

test('two who draw on different steps both see both, without being asked', async () => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada'), sitDown(draft, 'bo')];
  ada.editor.perform(rename('recording', 'Write down'));
  bo.editor.perform(rename('examining', 'Look closely'));
  await draft.pass(2_000);
  await ada.link.hear();
  expect([ada.title('examining'), bo.title('recording')]).toEqual(['Look closely', 'Write down']);
  expect([ada.bytes(), bo.bytes()]).toEqual([bytesOf(draft), bytesOf(draft)]);
  expect([ada.state().saved, bo.state().saved]).toEqual(['saved', 'saved']);
});

test.each(['mine', 'theirs'] as const)('on the same step the second one sees both and chooses %s; nothing goes before', async (whose) => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada'), sitDown(draft, 'bo')];
  ada.editor.perform(rename('recording', 'Write down'));
  bo.editor.perform(rename('recording', 'Note'));
  bo.editor.perform(rename('examining', 'Look closely'));
  await ada.link.send();
  await bo.link.send();
  expect(bo.state()).toMatchObject({
    saved: 'asked',
    quarrels: [{ person: 'ada', theirs: { by: expect.stringMatching(/^ada/) }, mine: [{ by: expect.stringMatching(/^bo/) }] }],
  });
  expect(draft.revision).toBe(2);
  bo.editor.perform(rename('deciding', 'Decide it')); // He goes on drawing meanwhile.
  await draft.pass(2_000);
  expect(draft.revision).toBe(2);
  await bo.link.choose(whose);
  await ada.link.hear();
  const name = whose === 'mine' ? 'Note' : 'Write down';
  for (const one of [ada, bo]) {
    expect([one.title('recording'), one.title('examining'), one.title('deciding')]).toEqual([name, 'Look closely', 'Decide it']);
    expect(one.bytes()).toBe(bytesOf(draft));
  }
  expect(bo.state()).toMatchObject({ saved: 'saved', quarrels: [] });
});

test('while nobody answers edits are kept here, and go when somebody does; an answer that was lost saves nothing twice', async () => {
  const draft = new PretendDraft(starter);
  const ada = sitDown(draft, 'ada');
  ada.wires.offline = true;
  ada.editor.perform(rename('recording', 'Write down'));
  await draft.pass(1_000);
  expect(ada.state().saved).toBe('offline');
  expect(ada.link.unsaved()).toBe(true);
  ada.wires.offline = false;
  ada.wires.losesAnswer = true;
  await draft.pass(20_000);
  expect(draft.revision).toBe(2);
  expect(ada.state().saved).toBe('saved');
  expect(ada.bytes()).toBe(bytesOf(draft));
});

test('who was away for long gets the draft as it is now beneath his own edits', async () => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada'), sitDown(draft, 'bo')];
  bo.wires.offline = true;
  bo.editor.perform(rename('closing', 'Shut'));
  for (let n = 0; n < 10; n += 1) {
    ada.editor.perform(rename('recording', `Write down ${n}`));
    await ada.link.send();
  }
  bo.wires.offline = false;
  await draft.pass(10_000);
  expect([bo.title('recording'), bo.title('closing')]).toEqual(['Write down 9', 'Shut']);
  expect(bo.bytes()).toBe(bytesOf(draft));
});

test('who left before the answer came is not asked about his own change, even when somebody wrote the whole draft meanwhile', async () => {
  const draft = new PretendDraft(starter);
  const bo = sitDown(draft, 'bo');
  bo.editor.perform(rename('closing', 'Shut'));
  await bo.link.send();
  bo.editor.undo();
  bo.wires.losesAnswer = true;
  await bo.link.send();
  bo.link.close();
  draft.revision += 1; // Written by a program, which does not say what it changed.
  const again = sitDown(draft, 'bo', bo.kept());
  await draft.pass(10_000);
  expect([again.state().saved, again.state().quarrels]).toEqual(['saved', []]);
  expect(again.bytes()).toBe(bytesOf(draft));
});

test('two who do the very same are not asked whose it is', async () => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada'), sitDown(draft, 'bo')];
  for (const one of [ada, bo]) one.editor.perform(rename('closing', 'Shut'));
  await draft.pass(10_000);
  await ada.link.hear();
  for (const one of [ada, bo]) expect([one.state().saved, one.title('closing'), one.bytes()]).toEqual(['saved', 'Shut', bytesOf(draft)]);
});

test('what the server does not take stays here, with the reason, and goes when it is asked again', async () => {
  const draft = new PretendDraft(starter);
  const ada = sitDown(draft, 'ada');
  ada.wires.refuses = 'body-too-large';
  ada.editor.perform(rename('recording', 'Write down'));
  await draft.pass(60_000);
  expect(ada.state()).toMatchObject({ saved: 'refused', problem: { code: 'body-too-large' } });
  expect(ada.link.unsaved()).toBe(true);
  ada.wires.refuses = undefined;
  await ada.link.send();
  expect(ada.state().saved).toBe('saved');
});

test('a page that is loaded again while nobody answers has what was drawn, and saves it; what was acknowledged is kept no longer', async () => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada'), sitDown(draft, 'bo')];
  bo.wires.offline = true;
  bo.editor.perform(rename('closing', 'Shut'));
  bo.editor.perform(rename('deciding', 'Decide it'));
  bo.link.close();
  ada.editor.perform(rename('recording', 'Write down'));
  await ada.link.send();
  const again = sitDown(draft, 'bo', bo.kept());
  expect([again.title('closing'), again.state().saved, again.link.unsaved()]).toEqual(['Shut', 'saving', true]);
  await draft.pass(1_000);
  await ada.link.hear();
  for (const one of [ada, again]) {
    expect([one.title('recording'), one.title('closing'), one.title('deciding')]).toEqual(['Write down', 'Shut', 'Decide it']);
    expect(one.bytes()).toBe(bytesOf(draft));
  }
  expect([ada.kept(), again.kept()]).toEqual([undefined, undefined]);
});

test('a choice that was not made is still asked for after the page is loaded again, and at once what was saved meanwhile as well', async () => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada'), sitDown(draft, 'bo')];
  ada.editor.perform(rename('recording', 'Write down'));
  bo.editor.perform(rename('recording', 'Note'));
  bo.editor.perform(rename('closing', 'Shut'));
  await ada.link.send();
  await bo.link.send();
  bo.link.close();
  ada.editor.perform(rename('closing', 'File'));
  await ada.link.send();
  const again = sitDown(draft, 'bo', bo.kept());
  await draft.pass(1_000);
  expect(again.state()).toMatchObject({ saved: 'asked', quarrels: [{ person: 'ada' }, { person: 'ada' }] });
  expect(draft.revision).toBe(3);
  await again.link.choose('theirs');
  expect([again.title('recording'), again.bytes(), again.state().saved]).toEqual(['Write down', bytesOf(draft), 'saved']);
});

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const steps = ['recording', 'examining', 'deciding', 'awaitingAnswer', 'implementing', 'closing'];
const happening = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('edit', 'edit', 'edit', 'undo', 'pass', 'offline', 'online', 'lose', 'hear', 'mine', 'theirs', 'reload'),
  step: fc.nat(steps.length - 1),
  words: fc.constantFrom('one', 'two', 'three'),
});

test(`three who draw, lose the line and lose answers end with the same draft as the server (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 60 }), async (happenings) => {
      const draft = new PretendDraft(starter);
      const all = ['ada', 'bo', 'cy'].map((name) => sitDown(draft, name));
      for (const { who, what, step, words } of happenings) {
        const one = all[who];
        if (!one) continue;
        if (what === 'edit') one.editor.perform(rename(steps[step] ?? '', words));
        else if (what === 'undo') one.editor.undo();
        else if (what === 'pass') await draft.pass(700);
        else if (what === 'lose') one.wires.losesAnswer = true;
        else if (what === 'hear') await one.link.hear();
        else if (what === 'reload') {
          one.link.close();
          all[who] = sitDown(draft, ['ada', 'bo', 'cy'][who] ?? '', one.kept());
        } else if (what === 'mine' || what === 'theirs') await one.link.choose(what);
        else one.wires.offline = what === 'offline';
      }
      for (const one of all) Object.assign(one.wires, { offline: false, losesAnswer: false });
      for (let round = 0; round < 4; round += 1) {
        await draft.pass(20_000);
        for (const one of all) {
          if (one.state().saved === 'asked') await one.link.choose('mine');
          await one.link.hear();
        }
      }
      expect(all.map((one) => one.state().saved)).toEqual(['saved', 'saved', 'saved']);
      expect(all.map((one) => one.bytes())).toEqual(all.map(() => bytesOf(draft)));
    }),
    { seed, numRuns: 60 },
  );
}, 60_000);

test('what was drawn while somebody sent the draft to review waits here, and is sent once the draft is taken back', async () => {
  const draft = new PretendDraft(starter);
  const ada = sitDown(draft, 'ada');
  ada.editor.perform(rename('recording', 'Write down'));
  draft.goTo('submitted');
  await draft.pass(2_000);
  expect(ada.state()).toMatchObject({ saved: 'refused', problem: { code: 'draft-state' }, facts: { state: 'submitted' } });
  expect(ada.title('recording')).toBe('Write down');
  expect(ada.kept()?.entries).toHaveLength(1);
  expect(bytesOf(draft)).not.toBe(ada.bytes());
  draft.goTo('draft');
  await ada.link.hear();
  expect(ada.state()).toMatchObject({ saved: 'saved', facts: { state: 'draft' } });
  expect(bytesOf(draft)).toBe(ada.bytes());
});

test('whoever takes back what was not sent any more sees the draft as it was sent, and nothing of it is kept', async () => {
  const draft = new PretendDraft(starter);
  const ada = sitDown(draft, 'ada');
  ada.editor.perform(rename('recording', 'Write down'));
  ada.editor.perform(rename('examining', 'Look closely'));
  draft.goTo('submitted');
  await draft.pass(2_000);
  expect([ada.state().saved, ada.link.mine()]).toEqual(['refused', 2]);
  ada.link.giveUp();
  expect([ada.state().saved, ada.link.mine(), ada.kept()]).toEqual(['saved', 0, undefined]);
  expect(ada.bytes()).toBe(bytesOf(draft));
  draft.goTo('draft');
  await ada.link.hear();
  expect(bytesOf(draft)).toBe(ada.bytes());
});

test('a window that only looks hears that the draft went to review', async () => {
  const draft = new PretendDraft(starter);
  const bo = sitDown(draft, 'bo');
  draft.goTo('approved');
  await bo.link.hear();
  expect(bo.state()).toMatchObject({ saved: 'saved', facts: { state: 'approved', revision: 2 } });
});

test('a draft that was published meanwhile is over, and what was not saved waits for the next one', async () => {
  const draft = new PretendDraft(starter);
  const [ada, bo] = [sitDown(draft, 'ada', undefined, factsNow), sitDown(draft, 'bo', undefined, factsNow)];
  ada.editor.perform(rename('recording', 'Write down'));
  draft.goTo('published');
  await bo.link.hear();
  expect(bo.state()).toMatchObject({ saved: 'saved', facts: { state: 'published' } });
  await draft.pass(2_000);
  expect(ada.state()).toMatchObject({ saved: 'refused', facts: { state: 'published' } });
  expect(ada.kept()?.entries).toHaveLength(1);
  draft.goTo('draft');
  await ada.link.hear();
  expect(ada.state()).toMatchObject({ saved: 'saved', facts: { state: 'draft' } });
  expect(bytesOf(draft)).toBe(ada.bytes());
});

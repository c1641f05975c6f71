import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { createIntl } from 'react-intl';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { withdrawn } from '../model/editor-state.ts';
import { treeOf } from '../model/tree.ts';
import { bringBack } from './bring-back.ts';
import { disputesOf } from './disputes.ts';
import { openDraftLink } from './draft-link.ts';
import { changedFacts } from './element-facts.ts';
import { PretendDraft } from './pretend-draft.ts';

const rename = (of: string, words: string): Command => ({ name: 'title.set', payload: { of, language: 'en', words } });

/** Two who draw; the second one is told what the first one saved, and is asked. */
async function asked(mine: readonly Command[], theirs: readonly Command[]) {
  const draft = new PretendDraft(shippedProcesses[0]);
  const sit = (name: string) => {
    const opened = openDocument(draft.document, draft.layout, draft.scenarios);
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const editor = openEditor(opened.value, { now: () => 0, name });
    const link = openDraftLink(editor, { revision: draft.revision, updatedAt: '' }, draft.wires(name), { write: () => undefined });
    return { editor, link, title: (step: string) => treeOf(editor.store.getState().document.definition).byId.get(step)?.title.en };
  };
  const [ada, bo] = [sit('ada'), sit('bo')];
  for (const command of theirs) ada.editor.perform(command);
  for (const command of mine) bo.editor.perform(command);
  await ada.link.send();
  await bo.link.send();
  return { ada, bo, disputes: () => disputesOf(bo.link.store.getState().quarrels) };
}

test('each step that both changed is a question of its own, and each answer counts for its step alone', async () => {
  const both = [rename('recording', 'Theirs'), rename('examining', 'Theirs')];
  const { ada, bo, disputes } = await asked([rename('recording', 'Mine'), rename('examining', 'Mine'), rename('closing', 'Shut')], both);
  expect(disputes().map(({ elements, people }) => [elements, people])).toEqual([
    [['recording'], ['ada']],
    [['examining'], ['ada']],
  ]);
  const idsOf = (index: number) => disputes()[index]?.mine.map(({ id }) => id) ?? [];
  await bo.link.choose({ stand: idsOf(0), goBack: idsOf(1) });
  await ada.link.hear();
  for (const one of [ada, bo])
    expect([one.title('recording'), one.title('examining'), one.title('closing')]).toEqual(['Mine', 'Theirs', 'Shut']);
  expect(bo.link.store.getState()).toMatchObject({ saved: 'saved', quarrels: [] });
});

test('what was not answered is asked for still, and nothing goes before', async () => {
  const both = [rename('recording', 'Theirs'), rename('examining', 'Theirs')];
  const { ada, bo, disputes } = await asked([rename('recording', 'Mine'), rename('examining', 'Mine')], both);
  await bo.link.choose({ stand: disputes()[0]?.mine.map(({ id }) => id) ?? [], goBack: [] });
  expect(disputes().map(({ elements }) => elements)).toEqual([['examining']]);
  await ada.link.hear();
  expect(ada.title('recording')).toBe('Theirs');
  await bo.link.choose('theirs');
  await ada.link.hear();
  expect([ada.title('recording'), ada.title('examining')]).toEqual(['Mine', 'Theirs']);
});

test('an edit of several steps is one question: it goes back as a whole', async () => {
  const { disputes } = await asked(
    [{ name: 'step.move', payload: { ids: ['recording', 'examining'], into: '' } }, rename('recording', 'Mine')],
    [rename('recording', 'Theirs'), { name: 'step.remove', payload: { ids: ['examining'] } }],
  );
  expect(disputes().map(({ elements }) => elements.toSorted())).toEqual([['examining', 'recording']]);
});

test('both versions are told in plain words, beside what it was; another name of the next step is no change of this one', async () => {
  const { bo, disputes } = await asked(
    [rename('examining', 'Mine, too'), rename('recording', 'Mine')],
    [rename('recording', 'Theirs'), rename('examining', 'Theirs, too')],
  );
  const [quarrel] = bo.link.store.getState().quarrels;
  const state = bo.editor.store.getState();
  const theirs = withdrawn(
    state,
    disputes()
      .find(({ elements }) => elements.includes('recording'))
      ?.mine.map(({ id }) => id) ?? [],
  ).document;
  if (!quarrel?.before) throw new Error('nobody knows what it was');
  const say = sayWith(createIntl({ locale: 'en', messages: await loadMessages('en') }));
  const documents = { before: quarrel.before, mine: state.document, theirs };
  const was = treeOf(quarrel.before.definition).byId.get('recording')?.title.en;
  expect(changedFacts('recording', documents, { say, text: (words) => words?.en ?? '' })).toEqual([
    { key: 'title en', label: 'Name in English', before: was, mine: 'Mine', theirs: 'Theirs' },
  ]);
});

test('what one changed and the other removed comes back as it was left, where the one who is asked wants it so', async () => {
  const { ada, bo, disputes } = await asked(
    [rename('examining', 'Mine')],
    [{ name: 'step.remove', payload: { ids: ['examining'] } }, rename('closing', 'Shut')],
  );
  const [quarrel] = bo.link.store.getState().quarrels;
  const [dispute] = disputes();
  if (!quarrel?.before || !dispute) throw new Error('nobody was asked');
  expect(bo.title('examining')).toBeUndefined();
  const commands = bringBack(quarrel.before, bo.editor.store.getState().document, dispute);
  expect(bo.editor.transact(commands).ok).toBe(true);
  await bo.link.choose('mine');
  await ada.link.hear();
  for (const one of [ada, bo]) expect([one.title('examining'), one.title('closing')]).toEqual(['Mine', 'Shut']);
  const leadsThere = [...treeOf(bo.editor.store.getState().document.definition).byId.values()].flatMap(({ rows }) =>
    rows.flatMap(({ to }) => to),
  );
  expect(leadsThere).toContain('examining');
});

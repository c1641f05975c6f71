import { useState } from 'react';
import { useStore } from 'zustand';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useDrawLock } from '../draft/use-draw-lock.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Command, EditRefusal, Sentence } from '../model/command.ts';
import { editWords, redoWords, undoWords } from '../model/edit-words.ts';
import type { Editor } from '../model/editor.ts';

const refusals: Readonly<Record<EditRefusal['code'], MessageId>> = {
  'no-such-element': 'outline.refused.gone',
  'no-such-row': 'outline.refused.gone',
  'no-such-place': 'outline.refused.gone',
  'not-here': 'outline.refused.not-here',
  'would-lose': 'outline.refused.would-lose',
  'in-use': 'outline.refused.in-use',
  'odd-shape': 'outline.refused.odd',
  'not-ours': 'outline.refused.not-ours',
  'nothing-to-do': 'outline.refused.nothing',
};

export interface OutlineActs {
  /** Others may look: whatever they try is told to be refused, and changes nothing. */
  readonly mayDraw: boolean;
  /** Why not, if not. */
  readonly lock: MessageId | undefined;
  /** Done: what one would choose next; else nothing, and the reason is told. `also` is told with it. */
  readonly act: (command: Command, also?: string) => readonly string[] | undefined;
  /** Several as one line of the history, all or none. */
  readonly all: (commands: readonly Command[], words?: Sentence, also?: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** "Undo: rename “Assess”"; nothing where nothing can be undone. */
  readonly undoName: string | undefined;
  readonly redoName: string | undefined;
  /** What was done or refused last, to be read out. */
  readonly told: string;
  /** Nothing else on the page shows it, so it is seen as well, until `hide`. */
  readonly isShown: boolean;
  readonly hide: () => void;
  readonly tell: (words: string) => void;
  /** Why nothing happened, or what can be done now: heard and seen. */
  readonly hint: (words: string) => void;
}

/** Edits by name, each told in a sentence. */
export function useOutlineActs(draft: OpenDraft): OutlineActs {
  const { editor } = draft;
  const say = useWords();
  const text = useText();
  const lock = useDrawLock(draft);
  const [{ told, isShown }, setSaid] = useState({ told: '', isShown: false });
  const tell = (words: string) => setSaid({ told: words, isShown: false });
  const hint = (words: string) => setSaid({ told: words, isShown: true });
  const last = useStore(editor.store, ({ undoable }) => undoable.at(-1));
  const next = useStore(editor.store, ({ redoable }) => redoable.at(-1));
  const refused = () => lock && hint(say(lock));
  const turn = (go: 'undo' | 'redo', words: typeof undoWords) => {
    if (lock) return refused();
    const done = editor[go]();
    if (done.ok) tell(words(done.value.words, say, text));
    else
      hint(
        done.refusal.code === 'overtaken'
          ? say('outline.overtaken', { what: editWords(done.refusal.words, say, text) })
          : say(words === undoWords ? 'outline.nothing-to-undo' : 'outline.nothing-to-redo'),
      );
  };
  const tellDone = (done: ReturnType<Editor['perform']>, also: string | undefined) => {
    if (!done.ok) return hint(say(refusals[done.refusal.code]));
    const words = say('outline.done', { what: editWords(done.value.words, say, text) });
    tell(also === undefined ? words : `${words} ${also}`);
  };
  return {
    mayDraw: lock === undefined,
    lock,
    act: (command, also) => {
      if (lock) return void refused();
      const done = editor.perform(command);
      if (!done.ok && done.refusal.code === 'nothing-to-do') return [];
      tellDone(done, also);
      return done.ok ? (done.value.chosen ?? []) : undefined;
    },
    all: (commands, words, also) => {
      if (lock) {
        refused();
        return false;
      }
      const done = editor.transact(commands, words);
      tellDone(done, also);
      return done.ok;
    },
    undo: () => turn('undo', undoWords),
    redo: () => turn('redo', redoWords),
    undoName: last && undoWords(last.words, say, text),
    redoName: next && redoWords(next.words, say, text),
    told,
    isShown,
    hide: () => setSaid((said) => ({ ...said, isShown: false })),
    tell,
    hint,
  };
}
